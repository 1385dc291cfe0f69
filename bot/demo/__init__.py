"""Invented people to look at: conversations run through the real engine, kept as the real thing would keep them.

Nobody in here exists. The same seed makes the same people, and never where real people are.
"""
