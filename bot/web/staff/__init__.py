"""What staff see: alerts, what people share with them, lines of help, the record. Never more than a role may see."""
