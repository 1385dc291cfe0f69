"""A clear no to the direct question, however it is put, and the word that something was misunderstood. Pure.

It must never take for a no what is half a yes: a no that is taken back, or says more than no, is left to the votes.
"""

from __future__ import annotations

import re

_BEFORE = (
    r"^\W*(?:(?:what the (?:fuck|hell|heck|actual \w+)|oh+|er+m?|um+|what|hey|look|listen|well|god|jesus|christ"
    r"|bloody hell|hell|(?:good )?heavens|good lord"
    r"|(?:my )?goodness(?: me)?|for (?:\w+|crying out loud)(?:'?s)? sake|ffs|honestly|sorry|love|mate|dear|fuck|wtf|lol"
    r"|haha+|eh|hang on|wait|excuse me)\W+)*"
)
_MISUNDERSTOOD = (
    r"you(?:'?ve| have)?(?: completely| totally| really| just| all)? (?:mis(?:understood|read|heard|taken)"
    r"|got (?:me|it|that|this)(?: all| completely)? wrong|(?:got )?the wrong end of the stick"
    r"|taken (?:me|it|that)(?: all)? (?:the )?wrong(?: way)?)"
    r"|that(?:'?s| is| was)(?: not|n'?t) what i (?:meant|mean|said)|not what i (?:meant|said)"
    r"|i (?:did ?n'?t|never) (?:mean|say) (?:that|it like that|anything like that|anything of the)"
    r"|(?:no\W+)+i (?:only |just )?(?:mean|meant) (?:the|my|his|her|their)"
)
_NO = (
    r"(?:(?:what on earth\W+)?i said no(?=\W*$|\W*[,.;!])"
    r"|no(?=\W*$|\W*[,.;:!?–—-]| (?:no|i|i'?m|im|it|it'?s"
    r"|that'?s?|thanks?|ta|love|mate|pet|lol|ha\w*|for|god"
    r"|just|jus|not|never|way|chance|you|we|my|the|what|why|sir|dear)\b)(?! way out\b)|nope|nah+|naw|nae|not at all"
    r"|(?:of )?course not|absolutely not|definitely not|certainly not|nothing (?:of the (?:sort|kind)|like that)"
    rf"|not in the (?:slightest|least)|{_MISUNDERSTOOD}|i(?:'?m| am) not (?:in (?:any )?danger|suicidal))\b"
)
_CLEAR = re.compile(_BEFORE + _NO, re.IGNORECASE)
# Behind a no, these may take it back or tell of something else: then it is not for a pattern to decide.
_MORE_THAN_NO = re.compile(
    r"\b(?:but|though|tho|although|except|unless|until|sometimes|not (?:really|yet|now|right now|tonight|today|exactly"
    r"|quite|so much|that i|any ?more)|may ?be|might|perhaps|kind ?of|kinda|sort ?of|sorta|cross\w*|thoughts?|wish\w*"
    r"|stop|over|end\w*|die\w*|dying|dead|death|alive|li[fv]e\w*|living|kill\w*|suicid\w*|harm\w*|hurt\w*|cut\w*"
    r"|burn\w*|gone|be here|hope\w*|point|pain\w*|bye|goodbye|enough|ca ?n'?t|cannot|cop(?:e|ing)|tonight|ever|if"
    r"|matters?|who|cares?|burden|better off|wake|scared|afraid|safe|danger(?!ous)|took|taken|pills?|tablets?|voices?"
    r"|hits?|hit|help|know|think|do ?n'?t|calm\w*|decid\w*|always|worse|bad|low\w*|after|because|cos|still|this time"
    r"|rage\w*|mostly|says?|nobody|no one|feel\w*|turned round|bridge|\w*\d\w*)\b",
    re.IGNORECASE,
)
_LONGEST = 40  # words
_APOSTROPHES = str.maketrans("’`´", "'''")


_WOULD_NOT_SAY = re.compile(
    _BEFORE
    + r"no\W+(?:(?:i|just|really|sorry|but|would|i'?d|id|do ?n'?t|rather|not)\W+)+(?:want to |like to |wish to )?"
    r"(?:answer|say|talk about|give (?:you |it )?(?:a |any )?numbers?)(?: (?:it|that|this|stuff|things|now"
    r"|like that|any of (?:it|that)|the question))*\W*",
    re.IGNORECASE,
)
_ONLY_A_SAYING = re.compile(
    _BEFORE + r"(?:(?:no|what on earth|it was|it'?s|that was|that'?s|just|only|all)\W+)+(?:a |an )?(?:turn of phrase"
    r"|figure of speech|saying|expression|manner of speaking)(?:\W+(?:i'?m|i was|i) (?:only |just )?\w+.*)?\W*",
    re.IGNORECASE,
)


def is_clear_no(text: str) -> bool:
    """Whether a whole message denies what was asked and says nothing that could take it back."""
    said = text.translate(_APOSTROPHES)
    if len(said.split()) <= _LONGEST and _WOULD_NOT_SAY.fullmatch(said):
        return True
    found = _ONLY_A_SAYING.fullmatch(said)
    if found:
        return len(said.split()) <= _LONGEST and not _MORE_THAN_NO.search(said)
    found = _CLEAR.match(said)
    if not found or len(said.split()) > _LONGEST:
        return False
    rest = said[found.end() :]
    return not _MORE_THAN_NO.search(re.sub(r"\bnot in (?:any )?danger(?: at all)?\b", "", rest, flags=re.IGNORECASE))


_SAFE = re.compile(
    r"\bi(?:'?m| am) (?:not in (?:any )?danger|(?:perfectly |quite |totally |completely )?(?:safe|fine|ok|okay"
    r"|all ?right))\b",
    re.IGNORECASE,
)


def says_safe(text: str) -> bool:
    """Whether a whole message, such as one under the card, denies clearly that there is a danger."""
    said = text.translate(_APOSTROPHES)
    found = _SAFE.search(said)
    return found is not None and is_clear_no(said[: found.start()] + said[found.end() :])


_SAFE_NOW = re.compile(r"\bi(?:'?m| am) (?:safe|all ?right|ok|okay|fine)(?: now)?\b", re.IGNORECASE)
_SOMEBODY_COMES = re.compile(r"\b(?:coming|come|comes|popping) (?:over|round)\b", re.IGNORECASE)


def reassures(text: str) -> bool:
    """Whether a whole message says that they are safe, and nothing that takes it back: "Ruth is coming. I am safe"."""
    said = _SOMEBODY_COMES.sub(" ", text.translate(_APOSTROPHES))
    rest, safe = _SAFE_NOW.subn(" ", said)
    return safe > 0 and len(said.split()) <= _LONGEST and not _MORE_THAN_NO.search(rest)


_SAYS_MISUNDERSTOOD = re.compile(rf"\b(?:{_MISUNDERSTOOD})\b", re.IGNORECASE)


def says_misunderstood(text: str) -> bool:
    """Whether somebody says that they were misunderstood, alone or among a few more words."""
    said = text.translate(_APOSTROPHES)
    return len(said.split()) <= _LONGEST and bool(_SAYS_MISUNDERSTOOD.search(said))
