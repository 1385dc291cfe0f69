"""The pieces that an answer is taken apart into: what only fills, where it divides, where an exception begins."""

from __future__ import annotations

import re

FILLERS = re.compile(
    r"\b(?:really|honestly|just|um+|erm*|err+|hmm+|well|sorry|any ?more|i suppose|i guess|i think|at all"
    r"|to be (?:honest|fair)"
    r"|yet|mate|lol|actually|probably|right now|at the moment|ok so|like|maybe|oh|uh+|ah+|so|but|at this point"
    r"|off hand|offhand"
    r"|off the top of my head|if i'm honest|in all honesty|truthfully|genuinely|for now|now|today|thanks|haha"
    r"|pal|love|about it"
    r"|about that|on that|to that|with that|either|anyway|still|quite|entirely|completely|totally|exactly|too"
    r"|tbh|yeah|then)\b[,.]?"
)
PIECES = re.compile(r"[,.;:!?…]+|\s+-+\s+|\band\b|\bbecause\b")
# "I'm useless but I fed the cat" holds the exception that a probe would ask for.
AN_EXCEPTION = re.compile(
    r"\bbut\b(?: (?:then|also|at least|somehow|today|still))* (?:i|i've|i'm|not|my|it|at|when|we|she|he|they)\b"
    r"|\bbut (?!not)\w+(?: \S+){2}"
)
