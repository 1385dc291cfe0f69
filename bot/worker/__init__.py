"""What happens beside the conversation: the tracker's events are read and what staff need of them is kept.

A turn never waits for it, and its log holds no word of a person.
"""
