"""What a person sees in a browser. It never imports Rasa: it talks to that process and works without it."""
