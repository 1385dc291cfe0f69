"""Reflecting: giving a person's own words back to them, turned from "my" to "your" by their grammar.

Where that is not certain nothing is said and a plain thank you follows: odd is worse than plain. It never says a hard
word about somebody as its own, and never confirms what others are said to do to them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.coaching.acts import as_an_act
from bot.coaching.gate.self_critical import is_self_critical
from bot.coaching.grammar import SUBJECTS, parsed, subject_of
from bot.coaching.misspelt import holds_misspelt
from bot.coaching.spelling import spelled
from bot.coaching.text import plain, sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_THAT = re.compile(r"^that (?=(?:i|i['’]?m|i['’]?ve|my)\b)", re.IGNORECASE)  # "that i keep going" names a strength
LONGEST = 18  # words; a longer answer is acknowledged, not repeated

_TURNED = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "'m": "'re",
}  # fmt: skip
_OF_I = {"am": "are", "was": "were", "wasn't": "weren't", "ain't": "aren't"}
_UNCERTAIN = frozenset("you your yours yourself yourselves u ur we us our ours ourselves let's one's thou ya".split())
_NEVER_ECHOED = re.compile(
    r"\b(?:fuck|shit|cunt|wank|bastard|bitch|piss|bollocks|arse|crap)\w*|https?:|[<>{}\\_\"“”*#=|]|^/|@\w|\b(?:omg"
    r"|wtf|lmao)\b",
    re.IGNORECASE,
)
_HEDGE_BEFORE = re.compile(
    r"^(?:(?:dunno|idk|well(?! (?:being|wom[ae]n|m[ae]n)\b)|um+|erm*|uh+|err+|maybe|hmm+|ok|okay|yeah|yes|oh(?! dear\b)"
    r"|i (?:suppose|guess|think|reckon)(?! (?:so|about|of|too|it|in|on|with)\b)|probably|basically|honestly"
    r"|to be honest|tbh|perhaps|actually|(?:if i'?m|if i am|to be|in all) (?:being )?(?:honest|fair|honesty)|tbf|ngl"
    r"|not g(?:onna|oing to) lie)[\s,.…-]+)+(?=\S)",
    re.IGNORECASE,
)
_HEDGE_INSIDE = re.compile(
    r"[\s,]+(?:i s(?:up)?pose|i gu?ess|tbh|innit)(?=\s*[.,!])"
    r"|(?<=\w)[\s,]+i s(?:up)?pose(?=\s+(?!so\b|to\b|that\b|it\b|its\b|i\b|he\b|she\b|they\b|we\b|my\b|the\b)\w)",
    re.IGNORECASE,
)
# The words of the second and third row may be part of what is said: "ring my mate", "do what I like", "not really".
_HEDGE_AFTER = re.compile(
    r"(?:[\s,.…-]+(?:i s(?:up)?pose|i gu?ess|tbh|lol|to be honest|haha+|innit|tho|x+|if that counts"
    r"|so then|or something|or whatever)"
    r"|\s*[,.…-]\s*(?:like|mate|you know|really|maybe|though|probably|i think)"
    r"|(?<!\bno)(?<!\bnot)(?<!n't)(?<!nt)(?<!\bi)\s+(?:really|maybe|though|probably)"
    r"|(?<!\bwhat)(?<!\bhow)(?<!\bthan)(?<!\bas)(?<!\bthat)(?<!thing)(?<!things)(?<!\bpeople)\s+i think)[\s.!…]*$",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"\b(?:i suppose|i guess|i think|was like|kind of|sort of)\b")
# Somebody else's words, or a name ("listening to My Way"): whose "my" it is cannot be known.
_QUOTED = re.compile(r"(?:^|\s)'\w|(?<=\w )(?:My|Me|Mine)\b|\b(?:a|the|coal|old|down) mine\b")
# Behind any other word "im" may stand for "him": "held im an didnt drop im".
_IM = re.compile(r"([\w']+) im\b", re.IGNORECASE)
_BEFORE_I_AM = frozenset(
    "and an n but because cos cuz coz that when if so or than till until as since while though although where what how"
    " who whenever before after now then thing like likes think thinks know knows say says said feel feels hope hopes"
    " me you mean reckon guess suppose glad sure happy proud maybe well yeah".split()
)
# "I want she see", "she is four years": as said back it would be no English sentence.
_NO_ENGLISH = re.compile(
    r"\b(?:want|wants|need|wish for) (?:that )?(?:i|he|she|they|we|it)\b(?! (?:had|could|did|said|have|has|can|is)\b)"
    r"|^(?:is|was|has) \w|\b(?:he|she|i) (?:is|am|has|have|'s) \w+ years?(?=[,.;]|$)"
)
# "me" may stand for "my" here, and "id" is no "I'd"; a telephone number is not said back.
_EITHER_WAY = re.compile(
    r"\d(?:\W?\d){5}|"
    r"\b(?:my|an?|the|his|her|their|photo) id\b"
    r"|\b(?:gave|give|told|tell|bought|buy|made|make|showed|sent|call|called|calling) me"
    r" (?:mam|mum|mom|dad|da|nan|gran|kids?|lad|lass|son|daughter|sister|brother|auntie|uncle|dog|mates?)\b",
    re.IGNORECASE,
)
# Said back these would be a verdict, would confirm what may not be so, or would touch a wound.
_HARSH = re.compile(
    r"\b(?:burden|fail\w*|useless|worthless|stupid|lazy|bad (?:person|mum|dad|mother|father|friend)|weak|hat(?:e|es"
    r"|ed|ing)|ugly|fat|pathetic"
    r"|a mess|(?:i'm|i am|i feel|i felt|feeling|so|me|just|completely) broken"
    r"|evil|crazy|mad|mental|nuts|psycho|nobody|no one|noone|no-one|deserve\w*|hopeless|pointless"
    r"|disgust\w*|rubbish"
    r"|die|died|dies|dying|dead|death|suicid\w*|kill\w*|overdos\w*|rape\w*|abus\w*|attack\w*|murder\w*|funeral"
    r"|self[- ]?harm\w*|cutting"
    r"|better off without|(?:cut|burn|burnt|burned|starve|starved|harm|punish)\w* (?:myself|my (?:arm|leg|wrist)s?)"
    r"|i (?:know |think |feel )?(?:i )?(?:really |just |probably )?(?:should|ought|must)"
    r"|can't do (?:it|that|this)|impossible|unrealistic|out of reach|(?:can't|won't) be done"
    r"|never (?:going to |gonna )?(?:happen|work)|i'm me|no point|end it|god|jesus|devil|demons?|chosen|spying"
    r"|poison\w*|watching me|following me"
    r"|after me|chip|implant\w*"
    r"|dunno|idk|failure|ruin\w*|alone|unloved|loser|idiot|thick|dumb|shame|ashamed|disappoint\w*|voices?|at me"
    r"|telly talk\w*|tv talk\w*|radio talk\w*|hurt|hurts|hit"
    r"|hits|beat|scum|freak|weird|cunt)\b"
)
# What others are said to send, plot or put into them is neither confirmed nor disputed (method: section 2, rule 13).
_OF_OTHERS = re.compile(
    r"\b(?:sending|beaming|plotting|listening in|reading my (?:mind|thoughts)|controlling|bugg(?:ed|ing)"
    r"|tracking|messages? (?:from|in) the"
    r"|satellites?|angels?|the ones up there|thing in the wall|aliens?|mi5|radio telling|(?:is|are) telling me (?:to"
    r"|things))\b"
)
_LESS = re.compile(
    r"^(?:to )?stop (?:being|feeling) (?:so |too |this )(?=\w)", re.IGNORECASE
)  # else it would be an order
_KIND_ACTS = frozenset(
    "help love support visit ring call phone text make bring take teach remind ask let keep get listen know drive"
    " walk cook give hug trust"
    " believe need thank encourage cheer calm give show look tell relax wake lift inspire motivate comfort feed"
    " pick meet come go sit lend"
    " invite accept like care message distract soothe do see suit settle stop have be want forgive stay talk put"
    " feel send write".split()
)
_GIVING = frozenset(
    "give bring make buy teach show send cook tell cost get lend offer save earn let help keep drive call leave".split()
)


def without_hedges(text: str) -> str:
    """The text without the small words around it: "dunno. buying my own bread" gives "buying my own bread"."""
    bare = _HEDGE_INSIDE.sub("", _HEDGE_AFTER.sub("", _HEDGE_BEFORE.sub("", text.strip())))
    return bare.strip() or text.strip()


def reflect(text: str) -> str:
    """The words turned towards the person, as a sentence; empty where that is uncertain or unkind."""
    words = _LESS.sub("less ", _bare(text))
    said = plain(spelled(words))
    if not _may_be_said(words, said):
        return ""
    doc = parsed(words)
    if any(_is_uncertain(token) for token in doc) or _is_done_to_me(doc) or _is_no_grammar(doc):
        return ""
    act = as_an_act(doc)
    if act == {}:
        return ""
    given_back = _joined(doc, act or {})
    return "" if _says_twice(given_back) else sentence(given_back)


def _says_twice(text: str) -> bool:
    """ "They told you you were brave"."""
    return any(one == other for one, other in pairwise(re.findall(r"[\w']+", text.lower())))


def _bare(text: str) -> str:
    one_line = " ".join(without_hedges(" ".join(text.split())[:400]).split())
    return _THAT.sub("", re.sub(r"\s+[^\w\s]+$", "", one_line).strip("()[]* "))


def _may_be_said(words: str, said: str) -> bool:
    tokens = re.findall(r"[\w']+", said)
    if (
        not 0 < len(tokens) <= LONGEST
        or "?" in words
        or _NEVER_ECHOED.search(words)
        or _QUOTED.search(words)
        or _EITHER_WAY.search(words)
        or not _BEFORE_I_AM.issuperset(match.lower() for match in _IM.findall(words))
        or _NO_ENGLISH.search(said)
        or holds_misspelt(spelled(words))
        or not re.search(r"[^\W\d_]{2}", words)
    ):
        return False
    if (
        _UNCERTAIN & {token.partition("'")[0] for token in tokens} | _UNCERTAIN & set(tokens)
        or _HARSH.search(said)
        or _OF_OTHERS.search(said)
        or is_self_critical(said, None)
    ):
        return False
    doubled = any(one == other for one, other in pairwise(tokens)) or len(_HEDGE.findall(said)) > 1
    alone = len(tokens) == 1 and (tokens[0] in _TURNED or tokens[0] in {"no", "yes", "nothing", "none", "anything"})
    alone = alone or tokens[0] == "nothing"
    foreign = any(letter.isalpha() and ord(letter) > 0x24F for letter in words)
    whose = re.search(
        r"\bits\b(?! (?:a|the|my|not|too|so|been|all|because|just|been|never|always)\b)", words, re.IGNORECASE
    )
    return not (alone or foreign or doubled or whose)


def _is_uncertain(token: Token) -> bool:
    """ "me time", "am gonna": a word whose part is not clear."""
    said = token.lower_
    if said == "me":
        own = token.dep_ in {"compound", "poss", "det", "nmod", "attr"} or token.tag_ == "PRP$"
        return own or (_before_a_noun(token) and token.head.lemma_.lower() not in _GIVING)
    if said == "myself" and (token.dep_ in SUBJECTS | {"ROOT", "conj"} or any(token.conjuncts)):
        return True
    if said in {"am", "'m"}:
        subject = subject_of(token) or subject_of(token.head)
        if subject is None or subject.lower_ not in {"i", "who", "that"}:
            return True
        return (subject.lower_ == "i") != _is_of_i(token)
    return said == "i" and token.dep_ in {"compound", "nmod", "det"}


def _before_a_noun(me: Token) -> bool:
    """Does a thing follow at once ("with me bike"), so that "me" may be "my"?"""
    follows = me.i + 1 < len(me.doc) and me.doc[me.i + 1].pos_ in {"NOUN", "PROPN", "ADJ"}
    return follows and me.dep_ not in {"nsubj", "conj"}


def _is_no_grammar(doc: Doc) -> bool:
    """ "I no that", "i has a dog", "poor me": the words do not make the sentence that they look like."""
    for token in doc:
        subject = subject_of(token) if token.tag_ == "VBZ" else None
        if token.tag_ in {"UH", "FW", "XX"} and token.is_alpha and token.head.lower_ != "say":
            return True
        if subject is not None and subject.lower_ == "i" and not list(subject.conjuncts):
            return True
        if token.tag_ in {"VB", "VBP"} and _is_bare_of_one(token):
            return True
        begins = token.dep_ == "ROOT" or token.i == 0  # "me bairns", where the parse takes a noun for a verb
        if token.lower_ == "me" and begins and doc_word(token, 1) not in {"and", ","}:
            return True
    return False


def _is_bare_of_one(verb: Token) -> bool:
    """ "She see her father": the bare form with one person who does it, and no word that helps."""
    own = {child.lower_ for child in verb.children if child.dep_ in SUBJECTS and not list(child.conjuncts)}
    return bool(own & {"he", "she", "it"}) and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def _is_done_to_me(doc: Doc) -> bool:
    """Does somebody else do something to them that may not be so, or should not be repeated?"""
    for token in doc:
        if token.lower_ != "me" or token.dep_ in {"nsubj", "conj", "ROOT"} or token.head.lower_ == "without":
            continue
        verb = next((head for head in token.ancestors if head.pos_ in {"VERB", "AUX"}), None)
        subject = subject_of(verb) if verb is not None else None
        others = subject is not None and subject.lower_ not in {"i", "it", "that", "this", "which"}
        if verb is not None and others and verb.lemma_.lower() not in _KIND_ACTS:
            return True
    return False


def _joined(doc: Doc, instead: dict[int, str]) -> str:
    """The words of the parse, each turned, "my mum and I" as "you and your mum"."""
    order, before = [token.i for token in doc], []
    for token in doc:
        pair = _with_me_last(token)
        if pair:
            start, joint, me = pair
            order[start : me + 1] = [me, joint, *range(start, joint)]
    for place, index in enumerate(order):
        word = instead.get(index, _turned(doc[index]))
        spaced = doc[index].whitespace_ if order[place] == place else " "
        before.append(word + spaced)
    whole = re.sub(r"\s+", " ", "".join(before)).strip()
    return re.sub(r"([.!]\s+)([a-z])", lambda match: match[1] + match[2].upper(), whole)


def _with_me_last(token: Token) -> tuple[int, int, int] | None:
    """Where "my mum and I" starts, its "and", and its "I"."""
    if token.lower_ not in {"i", "me"} or token.i < 2 or doc_word(token, -1) != "and" or token.dep_ != "conj":
        return None
    first = token.head
    start = first.left_edge.i
    simple = all(
        each.dep_ in {"poss", "det", "amod", "compound", "nsubj"} or each is first
        for each in token.doc[start : token.i - 1]
    )
    return (start, token.i - 1, token.i) if simple and first.i < token.i - 1 else None


def doc_word(token: Token, away: int) -> str:
    """The word so many places from this one, in small letters."""
    place = token.i + away
    return token.doc[place].lower_ if 0 <= place < len(token.doc) else ""


def _turned(token: Token) -> str:
    said = token.lower_
    if said in _TURNED:
        return _TURNED[said]
    if said in _OF_I and _is_of_i(token):
        return _OF_I[said]
    return token.text


def _is_of_i(verb: Token) -> bool:
    """Is "I" the subject of this form of to be, its own or that of the verb it helps?"""
    subject = subject_of(verb)
    if subject is None and verb.dep_ in {"aux", "auxpass"}:
        subject = subject_of(verb.head)
    if subject is None:
        return doc_word(verb, -1) == "i"
    return subject.lower_ == "i"
