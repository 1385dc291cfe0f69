"""Answers that hold no thing at all: every word is a small word or a word of one theme, and the theme's sign is there.

"Nothing that springs to mind, sorry" and "I'd really prefer us not to get into it" are told by that, however they are
put; one word of content ("not sure, maybe the allotment") makes it an answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SMALL = frozenset(
    "a an the i me my mine myself you your it its it's this that that's these those they them we us he she i'm i'd"
    " i've i'll am is are was were be been being"
    " do does did doing done have has had having can could would will shall should may might must to of in on at by"
    " for from with about into out up over off down as if or and so"
    " than then but because when where how what which who why whether either neither just really very quite so too"
    " also even still yet again now today tonight right ever only well"
    " oh um uh erm er hmm hm ah okay ok yeah yes no nope nah not don't doesn't didn't can't couldn't won't wouldn't"
    " isn't wasn't aren't haven't hasn't hadn't ain't cannot never"
    " sorry thanks thank please honestly actually honest fair probably maybe perhaps suppose guess mate lol haha"
    " tbh like kind sort bit lot little some any anything something one ones thing things"
    " stuff all at much many more most else there here there's moment minute first off top straight away point"
    " present god tho though anymore either mean i'd that'd you're you've you'd going go get got"
    " it'd enough time yet week day since idk totally completely genuinely literally truly absolutely entirely"
    " seriously simply exactly particularly especially specifically love duck pal man dude bruv luv ta cheers"
    " let's let lets us same way long while ages years other others another such own want wanted wants wish feel"
    " feeling need able after before until till through what's who's how's we're they're isn't".split()
)
_NEGATIVE = re.compile(
    r"\b(?:no|not|nothing|none|never|nope|nah|neither|nor|without|nobody|\w+n't|cannot|un\w+|hardly|barely)\b"
)


@dataclass(frozen=True)
class Bag:
    """A theme: its words, the sign that must be among them, whether a negative word must be there too."""

    words: frozenset[str]
    sign: re.Pattern[str]
    needs_negative: bool
    never: re.Pattern[str] = re.compile(r"$^")  # a sign that it is something else
    longest: int = 18  # words

    def holds(self, said: str, *, strangers: int = 0) -> bool:
        """Is every word of the text (plain) small or of this theme (but for some strangers), and the sign there?"""
        words = re.findall(r"[\w']+", said)
        if not 0 < len(words) <= self.longest or not self.sign.search(said) or self.never.search(said):
            return False
        unknown = [word for word in words if word not in self.words and word not in _SMALL]
        return len(unknown) <= strangers and (not self.needs_negative or bool(_NEGATIVE.search(said)))


NOT_KNOWING = Bag(
    frozenset(
        "know knowing knew idea ideas clue clues sure certain think thinking thought thoughts remember recall say"
        " tell mind head brain blank empty answer answers question questions"
        " nothing none nobody springs spring comes come coming came pop pops popping popped jumps jump sticks"
        " stands stand hard difficult tricky tough say name pick choose decide decided describe explain words word"
        " put put single example examples dunno scooby foggiest find figure figured work worked stuck lost unsure"
        " undecided unclear imagine picture see gone drawing drew draw pinpoint occur occurs occurred"
        " particular special specific good asked ask asking considered consider given moments best worst thinking"
        " struggle struggling begin start look looking real anyone haven't yet".split()
    ),
    re.compile(
        r"\b(?:know|knew|idea|ideas|clue|sure|certain|think|thought|remember|recall|say|tell|mind|head|brain"
        r"|nothing|none|dunno|stuck|unsure|undecided|imagine|picture|pinpoint|answer|decide|choose|pick"
        r"|describe|explain|occurs?|springs?|scooby|foggiest|question|words)\b"
    ),
    needs_negative=True,
    never=re.compile(
        r"^(?:when|that|if|because|not knowing|in case)\b|\bbut (?:i|it|we|she|he|they)\b|\bthink(?:ing)? about\b"
    ),
)
UNWILLING = Bag(
    frozenset(
        "rather sooner prefer preferably talk talking talked say saying answer answering share sharing discuss"
        " discussing tell telling open opening think thinking question questions keep keeping kept private personal"
        " privately"
        " business comfortable comfy uncomfortable willing ready prepared bothered leave leaving skip pass move"
        " moving subject topic touch bring bringing dig raise mention mentioning bot computer machine stranger"
        " strangers"
        " anyone anybody someone somebody people everyone painful upsetting hurts hard raw deep details detail past"
        " memories feelings close sensitive limits answer fancy trust happy wanna gonna type typing write writing"
        " put putting down"
        " change different refuse decline against choose plan discuss reveal revealing explain face facing revisit"
        " relive remember topic area part bit family childhood something's yet discuss online app explaining".split()
    ),
    re.compile(
        r"\b(?:(?:rather|prefer|sooner|want|wanna|going|gonna|won't|not|never|can't|don't|leave|no|refuse"
        r"|uncomfortable|bothered|wouldn't|let's|painful|upsetting|raw)\b.*\b(?:talk|talking|say|saying|answer"
        r"|answering|share|sharing|discuss|discussing|tell|telling"
        r"|open up|go there|go into|going into|going there|get into|getting into|get in to|question|private"
        r"|personal|leave|skip|business|mention|mentioning|touch|bring|dig|raise|subject|details|reveal|put"
        r"|explain|face|revisit|relive|think about|type|write)"
        r"|private|personal|business|off limits|keep (?:that|it|this|my)|(?:keep|stay)\b.*\b(?:private|to myself))\b"
    ),
    needs_negative=False,
    never=re.compile(
        r"^(?:is|are|do|does|will|who|can you|could you|what|why|how|when|that|no (?:answer|words))\b|\b(?:face"
        r"|facing|trust|tell|telling) (?:people|anyone|anybody|them|others|everyone|strangers)\b(?! (?:that|this))"
        r"|\bi keep\b.*\bto myself\b.*\band\b|\b(?:say|know|remember"
        r"|think)(?: of)?$|\bknow (?:how|what)\b|\bstop asking me the same\b|\bcould not tell\b|\bcouldn't tell\b"
        r"|\bhappy with this\b|\bbut (?:i|it|we|she|he|they)\b"
    ),
)
NO_WORTH = Bag(
    frozenset(
        "useless worthless rubbish failure fail failed failing wrong ruin ruined ruins mess messed messing screw"
        " screwed screwing always good anything everything nothing right worth worthy proud deserve achieve"
        " achieved achieving manage managed finish finished start"
        " started stick sticking stuck life whole hate hated myself useless pathetic stupid idiot hopeless lazy"
        " weak try tried trying make made happen end ends goes gone people everyone everybody down letting lets"
        " every job person disappoint disappointed disappointing"
        " disappointment burden waste space point shame ashamed embarrassed embarrassing fault blame never nobody"
        " loser quit give gave giving up bad badly terrible awful crap shit thick dumb success succeeded success"
        " amounted amount useful use normal clever smart strong"
        " brave capable special mentioning talking speaking care look looking find found else's other lose lost"
        " happens work works worked broken break deserve deserved".split()
    ),
    re.compile(
        r"\b(?:i|me|my|myself|i'm|i've|i'd)\b.*\b(?:useless|worthless|rubbish|failure|fail|failed|wrong"
        r"|ruin(?:ed|s)?|mess(?:ed)?|screw(?:ed)?|hate (?:myself|me|who)|pathetic|stupid|idiot|hopeless|lazy|weak"
        r"|burden|waste"
        r"|ashamed|fault|loser|disappoint\w*|crap|shit|thick|dumb|broken"
        r"|down|deserve)\b"
        r"|\b(?:never|not|nothing|can't|don't|couldn't|haven't|no)\b.*\b(?:worth\w*|proud|achieve\w*|manage\w*"
        r"|finish\w*|anything (?:right|good|well)|good (?:at|for|enough)|deserve\w*|amount\w*|useful|any good"
        r"|no good|clever|strong|capable)\b"
    ),
    needs_negative=False,
    longest=14,
)
A_PERSON_INSTEAD = Bag(
    frozenset(
        "talk talking speak speaking spoken chat chatting person people human humans being someone somebody anyone"
        " anybody real actual proper live living nurse nurses worker workers support key coordinator staff member"
        " doctor team phone telephone call calls calling ring"
        " ringing number contact contacting message bot bots robot robots computer computers machine machines"
        " program app instead face help helping listen listens put through hold connect connected transfer"
        " transferred give please possible chance available around screen typing type text"
        " rather prefer direct directly voice line helpline visit meet meeting come send appointment counsellor"
        " therapist advisor adviser operator manager peer professional duty crisis trained breathing pulse brain"
        " understands understand who'd who'll answer answers tired work working works"
        " write writing not isn't with rubbish useless helping crap soon asap urgently quickly seriously see".split()
    ),
    re.compile(
        r"^(?=.*\b(?:can|could|please|want|need|rather|prefer|is there|are there|any chance|let me|how do|how can"
        r"|instead|get me|put me|give me|'d like|would like|not (?:you|a bot|a robot|a computer"
        r"|a machine))\b)(?=.*\b(?:person|human|humans|someone|somebody|anyone|anybody|nurse|staff|doctor|team"
        r"|worker|people|counsellor|therapist|advis[eo]r|operator|manager|professional)\b)"
        r"(?=.*\b(?:talk|talking|speak|speaking|spoken|chat|chatting|call|ring|phone|contact|through|hold of"
        r"|face to face|number|human|real|actual|proper|live|bot|robot|computer|machine|connect|transfer"
        r"|available|around|visit|voice|direct|directly|helpline)\b)"
        r"|\b(?:person|human|someone|somebody|real|staff|nurse|worker)\b.*\b(?:not|instead of|rather than"
        r"|isn't)\b.*\b(?:you|bot|robot|computer|machine|program|app|this|screen)\b"
    ),
    needs_negative=False,
    never=re.compile(
        r"\b(?:talk|speak|chat)(?:ing)? to (?:more )?people\b|^(?:talk|speak|ring|call|phone|chat|contact|see|ask"
        r"|message|text|that|when|my|to|i'll|i (?:can|could|will|might|rang|spoke|talked)|being|having)\b"
    ),
)
ABOUT_THE_COACH = Bag(
    frozenset(
        "question questions ask asks asked asking understand understanding understood mean means meant meaning"
        " sense confused confusing stupid silly daft rubbish pointless useless repeat repeating repeated keep keeps"
        " listening listen hear heard said say saying told"
        " answer answered answering answers wrong help helping helpful helps bot robot computer machine program app"
        " thing word words explain waste annoying boring patronising hard difficult long weird odd strange read"
        " point example examples get getting"
        " already just twice three times follow know thinking supposed talking on about waste time load boxes box"
        " form test form script rude cheeky nosy lost again another repetitive irrelevant different relevant works"
        " work working care person human".split()
    ),
    re.compile(
        r"\b(?:you|you're|you've|question|questions|bot|robot|computer|machine|program|app|this|that"
        r"|these)\b.*\b(?:understand\w*|understood|mean|means|meant|sense|confus\w+|stupid|silly|daft|rubbish"
        r"|pointless|useless|repeat\w*|listen\w*|wrong|help\w*|waste|annoying|boring|patronising"
        r"|hard|difficult|weird|odd|strange|keep|already|twice|irrelevant|repetitive|rude|again|different"
        r"|cheeky|nosy|care)\b"
        r"|\b(?:understand|follow|get|confused|lost|sense|what)\b.*\b(?:you|you're|question|questions|mean"
        r"|means|asking|this|that)\b"
    ),
    needs_negative=False,
    never=re.compile(r"^that i\b|\bi can (?:ask|help|say|listen)\b"),
)
