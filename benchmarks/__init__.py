"""Measures Cairn beside a stock Rasa project; see __main__."""
