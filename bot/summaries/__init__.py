"""What staff are shown of a person, made by rules from what the person shares: their words and where they said them.

Nothing here is generated, no word describes a person, and what is not shared never comes in. Pure: no SQL, no web.
"""
