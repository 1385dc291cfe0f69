"""One module a concern; each speaks in the words of coaching and keeps its SQL to itself."""
