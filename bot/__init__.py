"""Cairn: a recovery-coaching assistant for strengths, goals and hope, kept as a plan."""
