"""The messages that cue detection is trained and measured on: written lines, their labels, and which of them are alike.

Lines from outside the project never enter here.
"""
