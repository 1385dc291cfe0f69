"""All that Rasa loads: pipeline components, the safety policy, the words in process, the channels and their guard.

Nothing outside this folder imports rasa.
"""
