"""Words of home and of the telephone in standard spelling: Scots, newly learnt English, text speech, slips.

Only for reading an answer (`bot.coaching.spelling`): nobody is corrected, and what is kept is what they wrote.
"""

from __future__ import annotations

import re

_NOT = "can do did was is would could should have has will are were does had must need".split()
_NOT_IN_FULL = {"can": "can't", "will": "won't"}
_NAE_SPELT = {"do": "din", "have": "havn", "is": "is", "was": "wis", "will": "win", "has": "has"}

IN_STANDARD: dict[str, str] = {
    **{f"{verb}{end}": _NOT_IN_FULL.get(verb, f"{verb}n't") for verb in _NOT for end in ("nae", "nay", "na", "ny")
       if verb + end not in {"arena", "canny", "dona", "dony"}},
    **{
        f"{spelt}{end}": _NOT_IN_FULL.get(verb, f"{verb}n't")
        for verb, spelt in _NAE_SPELT.items()
        for end in ("nae", "na")
    },
    "cannae": "can't", "canna": "can't", "hivnae": "haven't", "divvent": "don't", "divn't": "don't", "dinny": "don't",
    "nae": "no", "naw": "no", "naebody": "nobody", "naeb'dy": "nobody", "naethin": "nothing", "naething": "nothing",
    "nuthin": "nothing", "nuhin": "nothing", "nuttin": "nothing", "nuttn": "nothing", "nothink": "nothing",
    "anythin": "anything", "anythink": "anything", "everythin": "everything", "somethink": "something",
    "tae": "to", "wi": "with", "wi'": "with", "gie": "give", "gies": "give", "gied": "gave", "gaun": "going",
    "gonnae": "going to", "gonny": "going to", "gunna": "going to", "gna": "going to", "gon": "going to",
    "gannin": "going", "dae": "do", "daein": "doing", "daeing": "doing", "hae": "have", "huv": "have",
    "masel": "myself", "masell": "myself", "maself": "myself", "mysen": "myself", "misen": "myself",
    "yersel": "yourself", "yer": "your", "ye": "you", "yous": "you", "youse": "you", "yae": "you",
    "mair": "more", "oot": "out", "aboot": "about", "doon": "down", "roon": "round", "noo": "now", "hame": "home",
    "hoose": "house", "heid": "head", "wan": "one", "yin": "one", "wance": "once", "fae": "from", "frae": "from",
    "whit": "what", "whaur": "where", "whae": "who", "ah'm": "I'm", "ah'll": "I'll", "ah'd": "I'd",
    "ah've": "I've", "fitba": "football", "auld": "old", "maw": "mum", "ain": "own", "faither": "father",
    "weans": "children", "aff": "off", "awfy": "awfully", "wur": "our",
    "dat": "that", "dis": "this", "dem": "them", "donno": "don't know", "iono": "don't know",
    "gtg": "got to go", "cba": "can't be bothered", "idc": "I don't care",
    "wnt": "want", "jst": "just", "jus": "just", "tht": "that", "thts": "that's", "shud": "should", "cud": "could",
    "wud": "would", "shld": "should", "wld": "would", "cld": "could", "wudnt": "wouldn't", "cudnt": "couldn't",
    "shudnt": "shouldn't", "tlk": "talk", "spk": "speak", "hlp": "help", "pple": "people", "ppls": "people",
    "sum1": "someone", "sumone": "someone", "any1": "anyone", "every1": "everyone", "no1": "no one",
    "noone": "no one", "sumthing": "something", "sumthin": "something", "somethings": "something's", "nite": "night",
    "tonite": "tonight", "enuf": "enough", "frend": "friend", "frends": "friends", "cnt": "can't", "carnt": "can't",
    "havnt": "haven't", "wasent": "wasn't", "wernt": "weren't", "dint": "didn't", "doent": "doesn't",
    "youd": "you'd", "youll": "you'll", "thatd": "that'd", "thatll": "that'll", "nobodys": "nobody's",
    "whens": "when's", "whys": "why's", "someones": "someone's", "ov": "of", "frm": "from", "wth": "with",
    "evry": "every", "evryone": "everyone", "evrything": "everything", "nuff": "enough", "dunnoe": "dunno",
    "pref": "prefer", "defs": "definitely", "wdym": "what do you mean", "wym": "what do you mean",
    "chang": "change", "chnage": "change", "delet": "delete", "leav": "leave", "sav": "save", "rite": "right",
    "teh": "the", "hte": "the", "adn": "and", "taht": "that", "wiht": "with", "jsut": "just", "mayb": "maybe",
    "wich": "which",
    "aftanoon": "afternoon", "afternon": "afternoon", "arvo": "afternoon", "mornin": "morning", "evenin": "evening",
}  # fmt: skip

_OFTEN_MISSPELT = (
    "anything anyone anybody nothing something someone somebody everything everyone people person because question"
    " understand remember private rather really should would could think about want know don't doesn't didn't can't"
    " speak idea listening asking answer another computer machine always never myself useless rubbish failure"
    " stupid anxious anxiety tomorrow medication prefer discuss comfortable personal business"
).split()
_REAL_WORDS = frozenset(
    "abut rally aswer their there wand wont went wan won wat now no own speck peak sped ideas aside alway ways neve"
    " ever"
    " myself self show hold cold wold woud shod shoud thin thing tink thank hank think ask asks king aking know kow"
    " now knew reply realy ally rely real rather father lather rater ether other tother noting nothing cant want ant"
    " couldn't don't done don dot can cart cat dent didn't did dint doesn't does word cloud clod bout ready thick"
    " son some one somebody body ides ida persona person prefers defer peer pefer".split()
)


def slips(word: str) -> set[str]:
    """The word with two letters changed round, one left out or one doubled."""
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    without = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    doubled = {word[:i] + word[i] + word[i:] for i in range(len(word))}
    return swapped | doubled | (without if len(word) > 5 else set())


_MEANT = {word.replace("'", ""): word for word in _OFTEN_MISSPELT}
SLIPS: dict[str, str] = (
    {
        slip: word
        for bare, word in _MEANT.items()
        for slip in slips(bare)
        if slip not in _MEANT and slip not in _REAL_WORDS and slip not in IN_STANDARD
    }
    | {"realy": "really", "abotu": "about", "knwo": "know", "konw": "know", "wnat": "want", "tihnk": "think"}
    | {
        "gole": "goal",
        "insted": "instead",
    }
)

_VERB = (
    r"(?:want|know|like|understand|have|need|remember|think|feel|say|speak|get|do|see|go|wish|sleep|eat|drink|work"
    r"|come|live|talk|tell|answer|share|believe|trust|care|ken|mind)"
)
_STATE = r"(?:sure|good|able|ready|happy|well|strong|comfortable|clever|important|nice|allowed|certain|brave)"
_KIN = (
    r"(?:mum|mam|mom|dad|nan|gran|wife|husband|sister|brother|partner|boyfriend|girlfriend|daughter|son|mate|nurse"
    r"|doctor|gp|consultant|worker|keyworker|therapist|psychiatrist|psychologist|counsellor|carer|coordinator|team"
    r"|boss"
    r"|coach|officer|probation|teacher|mother|father|family)"
)
_GOING = (
    r"(?:go|do|try|be|gett|hav|mak|feel|talk|ask|tell|say|think|liv|work|tak|look|sitt|drink|smok|sleep|walk|com|hear"
    r"|worry|stopp|see|cook|play|clean|ring|runn|read|writ|shout|cry|fight|listen|giv|keep|stay|leav|start|help|eat"
    r"|watch|mess|pull|mov|wait|hid|lying|stand|wak|dread|learn|paint|knitt)"
)
RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (r"\b(\w{2,})in'(?=\W|$)", r"\1ing"),
        (rf"\b({_GOING})in\b", r"\1ing"),
        (r"(?:(?<=^)|(?<=[.,;!?] )|(?<=\band )|(?<=\bbut ))a(?= (?:don't|can't|didn't|wouldn't|couldn't|wasn't"
         r"|haven't|just|think|know|want|was|need|feel|like|am|dunno)\b)", "I"),
        (r"(?<!my )(?<!the )(?<!your )(?<!his )(?<!her )\bma(?= (?!and\b|is\b|was\b|said\b|says\b|wants\b|had\b|has\b"
         r"|would\b|always\b)\w)", "my"),
        (r"\b(don't|didn't|do not|i)(?: really)? ken\b", r"\1 know"),
        (r"\bur(?= (?:not|a|an|so|just|the|on|no|all|only|being|\w+ing)\b)", "you're"),
        (
            r"\byour(?= (?:not|so|just|being|(?!morn|even|feel|cook|draw|paint|writ|train|hous|mean)\w{2,}ing)\b)",
            "you're",
        ),
        (r"^y(?= (?:u|you|do|are|does|is|would)\b)", "why"),
        (rf"\bI no(?= (?:(?:really|even) )?{_VERB}\b)", "I don't"),
        (rf"^no(?= {_VERB} (?:be|to|how|what|it|nothing)\b)", "I don't"),
        (rf"\bI (?:am )?not(?= (?:really )?{_VERB}\b)", "I don't"),
        (r"\bI (?:no can|can no)\b", "I can't"),
        (rf"\bI (?:no|not)(?= (?:a )?{_STATE}\b)", "I'm not"),
        (
            rf"\b(I'm|am|it's|that's|is|was|are|you're) no"
            rf"(?= (?:\w{{2,}}ing|{_STATE}|really|daft|here|yours?|for|up to)\b)",
            r"\1 not",
        ),
        (rf"^no(?= (?:(?!good){_STATE}|really|telling|saying|doing|for you|the now|yet|everything|every)\b)", "not"),
        (r"\bbusiness no(?= (?:yours?|his|hers|theirs)\b)", "business not"),
        (r"\b(want|like|try|wish)(?: to)? no(?= (?:to |be|have|feel)\b)", r"\1 not"),
        (rf"\b((?:my|the|our) (?:\w+ )?{_KIN}) (?:he|she|they)'s\b", r"\1 is"),
        (rf"\b((?:my|the|our) (?:\w+ )?{_KIN}) (?:he|she|they)(?= \w)", r"\1"),
        (rf"\b({_KIN})s(?= (?:idea|goal|plan|suggestion|wish|dream|decision|choice|orders?|words?)\b)", r"\1's"),
        (r"\b(to|not|will|i'll|can|would|me) b(?= |$)", r"\1 be"),
        (r"\br(?= (?:u|you|they|we|ya)\b)|(?<=\bu )r\b|(?<=\bkids )r\b", "are"),
        (r"\bah(?= (?:don't|can't|want|need|just|was|went|know|think|am|have|had|like|would|could|did|didn't|feel|got"
         r"|get|will|dunno|keep)\b)", "I"),
        (r"^(?:wit|whit|wot)(?=\W*$)", "what"),
        (r"\baw(?= (?:the|that|of|day|my|this)\b)", "all"),
        (r"(?<=\bit )aw\b", "all"),
        (r"\bthe (?:morra|morn)\b", "tomorrow"),
        (r"\bthe (?:night|day)(?=$)", "today"),
    )
)  # fmt: skip
