"""Cairn: a recovery-coaching assistant for strengths, goals and hope, kept as a plan."""

from bot import processor as processor  # before anything that loads numpy
