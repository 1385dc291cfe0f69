"""What a message outside a dialogue asks for: the intent classifier, without Rasa (bot/rasa/intents.py plugs it in)."""
