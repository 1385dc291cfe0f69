"""A sentence encoder that can be tuned to tell texts apart: its sums in plain numpy, its file, its training.

It knows nothing of what the texts are about: cues of a crisis (bot.safety) and kinds of answers (bot.coaching.gate)
each have an encoder of their own, trained on their own written lines.
"""
