"""Hard words about oneself, which are met kindly and never kept as a name or a reason."""

from __future__ import annotations

import re

from bot.coaching.gate.bags import NO_WORTH
from bot.coaching.gate.classes import Asked
from bot.coaching.gate.pieces import AN_EXCEPTION, FILLERS, PIECES
from bot.coaching.text import plain

_BAD_ADJECTIVE = (
    r"useless|worthless|rubbish|pathetic|stupid|no good|no use|crap|shit|shite|hopeless|nothing(?! like)|lazy"
    r"|broken|thick|dumb|weak|ugly"
    r"|unlovable|unloveable|disgusting|a joke|incapable|inadequate|good for nothing|bad|awful|terrible|horrible"
    r"|evil|toxic|damaged"
    r"|beyond help|past it|not good enough|not (?:clever|smart|strong|brave|capable|worth|worthy|special|enough"
    r"|likeable|lovable|good|nice|up to it|bright)"
    r"|selfish|cowardly|messed up|fucked up|screwed up|a lost cause|to blame|ashamed of myself|nobody|no one"
    r"|no-one|the worst|the problem|the stupid one|never good enough|too (?:stupid|thick|lazy|weak|useless"
    r"|far gone|broken|messed up|dumb|much)"
)
_BAD_NOUN = (
    r"failure|waste(?: of space)?|idiot|loser|burden|mess|coward|fraud|disappointment|freak|nobody|let ?down"
    r"|embarrassment|moron|nuisance"
    r"|drain|wreck|screw ?up|fuck ?up|fool|liability|joke|mug|weirdo|wimp|disgrace|monster|imposter|impostor"
    r"|quitter|saddo|worry to everyone|bad (?:person|mum|dad|mother|father|friend|son|daughter|parent|wife"
    r"|husband|mam|sister|brother)"
    r"|(?:terrible|horrible|rubbish|useless|crap|awful|shit|lousy|nasty|selfish|weak|pathetic|stupid"
    r"|lazy) (?:person|mum|dad|mother|father|friend|son|daughter|parent|wife|husband|human being|human|mam"
    r"|sister|brother|man|woman|bloke|cow|bitch)"
)
_MUCH = (
    r"(?:so|just|such|completely|totally|really|absolutely|pretty|basically|a bit|obviously|only|always|quite"
    r"|fucking|still|actually|also|probably|utterly|too|kind of|clearly|generally|that|a|an|the|one|very|proper"
    r"|right|sort of|at best|far|honestly|simply|complete|total|absolute|big|massive|real|utter|bloody|sad|selfish"
    r"|weak|useless|right)"
)
_AT = r"(?: (?:at|with) (?!everything|anything|life|all|most|being|people))"
_SELF_CRITICAL = re.compile(
    rf"\b(?:i(?:'m| am|'ve (?:always )?been| was| feel| felt|'ve become)"
    rf"|makes me(?: feel)?)(?: like)?(?: {_MUCH})* (?:(?:{_BAD_NOUN})"
    rf"|(?:{_BAD_ADJECTIVE})\b(?!{_AT}))\b(?! (?:like|proud|happy|lucky|sundays?|day|week|dream|cold|news|luck"
    rf"|time|mood|back|tempered)\b)"
    r"|\bi (?:really |just |fucking )?(?:hate|loathe|despise|disgust) (?:myself|me|who i am|the (?:person|way"
    r"|sight)|what i|being me)\b"
    r"|\bi(?:'ve| have)? (?:got |have )?(?:no|not got any|don't have any|haven't got any|zero) (?:real "
    r"|actual )?(?:strengths?|talents?|skills?|good (?:points|qualities|bits|things)|qualities|willpower"
    r"|backbone|value|worth|redeeming.*)\b"
    r"|\bi (?:don't|do not) (?:really )?(?:have|possess) (?:any )?(?:real |actual )?(?:strengths?|talents?"
    r"|skills?|good (?:points|qualities)|qualities|willpower|worth)\b"
    r"|\bi(?:'m| am|'ve never been|'m not|'ve always been)(?: \w+)? (?:no good|not (?:any )?good|bad|terrible"
    r"|rubbish|crap|useless|shit|good|not great|awful|hopeless) (?:at|with|for) (?:anything|everything|nothing"
    r"|life|anyone|being (?:a|alive))\b"
    r"|\b(?:i'm|i am) (?:not |never )?(?:really )?good (?:at|for) (?:anything|nothing|much)\b|\bgood at nothing\b"
    r"|\bi (?:can't|could never|never could|never can|couldn't)(?: even)? (?:do|manage|get|finish"
    r"|handle) (?:anything|a single thing|nothing|one thing)(?: right| well| properly)?\b"
    r"|\bi can't even \w+.*|\bi (?:\w+ )?(?:mess|ruin|screw|fuck|wreck|spoil|break|bugger|cock"
    r"|balls) (?:everything|it all|things|it|stuff|all of it|anything)(?: up)?\b"
    r"|\bi (?:\w+ )?(?:mess(?:ed)?|screw(?:ed)?|fuck(?:ed)?) up (?:everything|everyone|my (?:whole )?life"
    r"|all the time|always|again)\b"
    r"|\bi (?:always |just |only |constantly |keep (?:on )?)*(?:let|letting) (?:everyone|everybody|people"
    r"|myself|them|my \w+|him|her) down\b"
    r"|\bi (?:always |just |only |keep |constantly |usually )+fail(?:ing)?\b|\bi (?:fail"
    r"|failed) (?:at )?(?:everything|at life|everyone|again)\b|\bi'd (?:only|just) (?:fail|mess it up|ruin it|let)\b"
    r"|\bi(?:'ve)? never (?:\w+ )?(?:do|did|done|get|got|achieve|achieved|finish|finished|amount|amounted"
    r"|manage|managed|had|been|be|accomplished|made|make|have)(?: to)? (?:anything|good at|nothing|any good"
    r"|right|a thing|much)\b"
    r"|\bi (?:don't|do not|didn't|never) deserve\b|\beverything i (?:do|touch|try)(?: \w+)? (?:goes|turns|is"
    r"|ends|fails|falls)\b|\bit's (?:all )?my (?:own )?(?:stupid )?fault\b"
    r"|\b(?:nothing|not anything|not much|isn't anything|there isn't) (?:\w+ )?(?:good|special|likeable|to like"
    r"|worth \w+|worth)(?: \w+)? (?:about|in|to say about) (?:me|myself)\b|\b(?:about|like in) me (?:is"
    r"|that's) (?:no )?good\b"
    r"|\b(?:no one|nobody|who|no-one) (?:could|would|can|will|'d) (?:ever )?(?:like|love|want|care about|miss"
    r"|need)(?: someone like)? me\b|\bwhy would (?:anyone|anybody)\b"
    r"|\bi (?:wasted|'ve wasted) my (?:whole )?life\b|\bwaste of space\b|\bi'm not worth\b|\bi (?:hate"
    r"|can't stand) myself\b|\bwhat's wrong with me\b|\bi'm (?:just )?not (?:the sort|the kind"
    r"|someone) (?:of )?.{0,20}(?:good|strength|strong)"
    r"|\bi (?:always|never|just|only|constantly|usually|'ll only|'ll just|'ll never|would only|would never"
    r"|'d never|'d just|'d only|can never|could never)(?: \w+)? (?:quit|give up|gave up|chicken out|bottle it"
    r"|fall apart|cock it up|get (?:it|things|everything) wrong|finish|stick (?:at|to|with)|follow through"
    r"|see (?:things|anything) through|amount|manage|succeed|learn|mess|fail|ruin|let|lose everything|last|cope"
    r"|make it)\b"
    r"|\b(?:someone|somebody|people|person) like me\b.{0,15}\b(?:don't|doesn't|can't|never|won't|shouldn't"
    r"|isn't|aren't|not)\b|\b(?:i'm|i am) (?:just |simply )?(?:bound|going|gonna|guaranteed|destined"
    r"|likely) to (?:fail|mess|ruin|screw|fuck|let|get it wrong)\b|\bknowing me\b.{0,20}\b(?:mess|fail|ruin"
    r"|screw|fuck|forget|bottle|wrong|lose)\b"
    r"|\b(?:nobody|no one|no-one|noone|nobody's|no one's)(?: \w+)? (?:likes?|loves?|wants?|needs?|cares?|misses"
    r"|trusts?|rates|would (?:want|help|like|care|bother|miss)|wanted)(?: to (?:know|help|be|see"
    r"|spend))?(?: about| for| with)? ?me\b|\bnothing to (?:be proud|show for|offer|give|like)\b"
    r"|\bhaven't (?:done|achieved|got) anything (?:good|worth|to be proud)\b|\bnot done anything (?:good|worth"
    r"|to be proud)\b"
    r"|\b(?:only )?(?:got )?(?:myself|me) to blame\b|\bno point in me\b|\bi do (?:nothing|everything"
    r"|it all) (?:right|wrong|good)\b|\bi get everything wrong\b|\beveryone(?: else)? (?:can|is|does|manages"
    r"|could|copes).{0,25}(?:but|except|not|apart from) (?:me|i)\b|\bi(?:'m| am)(?: \w+)? (?:incapable"
    r"|not capable|unable) of (?:anything|doing anything|much|being)\b|\bwhat(?: good)? (?:strengths?|skills?"
    r"|talents?|good points)(?: lol| haha|$)"
    r"|\b(?:can't|couldn't|could not|cannot) do (?:anything|a thing|nothing|it) (?:right|properly|well"
    r"|good)?\b(?!.*\bbut\b)|\bi(?:'m| am) (?:just )?(?:too )?(?:far gone|messed up|fucked|fucked up|screwed up"
    r"|damaged|broken)\b|\b(?:there's|there is|i see|i have|i've got|got) nothing (?:good|positive|nice"
    r"|worth\w*|special|to like|likeable)\b|\b(?:i )?(?:feel|felt) (?:like )?(?:a |such a |so |like "
    r"|totally )*(?:failure|burden|idiot|fraud|waste|useless|worthless|stupid|pathetic|rubbish|nothing|loser|mess)\b"
    r"|\bi let (?:my \w+|everyone|everybody|people|them|him|her|myself) down\b|\b(?:useless|worthless|pathetic"
    r"|stupid|failure|rubbish|idiot|loser|waste of space),? (?:that's|thats|is what|am) (?:me|what|i)\b"
    r"|^(?:just )?(?:a |an |being a |being )?(?:complete |total |bit |big |fat |massive |of |a )*(?:failure"
    r"|useless|waste of space|nobody|loser|burden|worthless|pathetic)(?: (?:really|me|at (?:life"
    r"|everything)))*$|\b(?:all )?my (?:own )?fault\b|\bi(?:'m| am) (?:rubbish|crap|shit|useless|terrible) me\b"
    r"|\bi (?:don't|never) do (?:anything|nothing) (?:good|right|useful|well|worth)\b"
    r"|\bpeople (?:only|just) put up with me\b|\bwhat good am i\b|\b(?:only|just|always) (?:ever )?make (?:things"
    r"|it|everything|everyone) (?:worse|miserable|unhappy|sad)\b"
    r"|\bmake everyone(?: around me)? (?:miserable|unhappy|sad|worse|ill)\b|\bbrought (?:it"
    r"|this) (?:all )?on myself\b|\bnot (?:got )?a good bone in\b|\bhaven't got a good bone\b"
    r"|\bno (?:good points|redeeming|good qualities|backbone|willpower|talents?|skills)\b|\b(?:i |i've "
    r"|i have )?wasted my (?:whole )?life\b|\beveryone else (?:manages|copes|can|does|seems)\b"
    r"|\buseless as (?:always|usual|ever)\b|\bi(?:'m| am) not (?:a |much of a |really a )?(?:good|nice|decent"
    r"|strong|kind|worthwhile) (?:person|mum|dad|mother|father|friend|parent|man|woman|human)\b"
    r"|\bi (?:don't|do not|can't) (?:even )?(?:like|love|stand|respect|trust) (?:myself|who i am|me)\b"
    r"|\bi should be able to\b.*\b(?:by now|my age|at \d+)\b|\bi can't cope with normal\b"
    r"|\bi (?:ain't|am not|aint) (?:got )?(?:no |any )?good\b|\bi don't do anything (?:right|well|good|useful"
    r"|worth\w*)\b|\bi give up on everything\b|\bi'm (?:just )?(?:being )?(?:a )?(?:stupid|silly) (?:cow|idiot"
    r"|fool|man|woman)\b"
)
# Hard words about oneself without "I'm": "ruined everything", "how crap I am", "too thick for that me".
_BAD_ONE = (
    rf"(?:{_BAD_NOUN}|lump|dead ?loss|no-?hoper|article|specimen|disaster|write-?off|let-?down|failure|screw-?up"
    r"|lost cause|waster|layabout|screwup)s?"
)
_HARD = (
    r"(?:useless|worthless|rubbish|pathetic|stupid|crap|shit|shite|hopeless|lazy|thick|dumb|weak|ugly|unlovable"
    r"|disgusting|pointless|incapable|inadequate|selfish|no good"
    r"|no use|not good enough|good for nothing|bad|a failure|a mess|a loser|broken|damaged|inferior|unworthy|feeble"
    r"|gutless|spineless|talentless|thick as mince|daft)"
)
_ALL = (
    r"(?:everything|anything|it all|all of it|the lot|all (?:i|that i) (?:do|touch|try)"
    r"|every(?: single)? (?:thing|job|chance|relationship)|most things|things)"
)
_WRECK = (
    r"(?:ruin(?:ed|s|ing)?|wreck(?:ed|ing)?|spoil(?:ed|t|ing)?|mess(?:ed|ing)? up|screw(?:ed|ing)? up|fuck(?:ed"
    r"|ing)? up|bottl(?:e|ed)|bugger(?:ed)? up|fail(?:ed)?(?: at)?|cock(?:ed)? up"
    r"|break|broke|destroy(?:ed)?|balls(?:ed)? up|bodge(?:d)?|make a (?:mess|hash|pig's ear) of|made a (?:mess|hash"
    r"|pig's ear) of|give up on|gave up on|sabotage)"
)
_SO_MUCH = (
    r"(?:just|pure|am|i'm|i|was|always|only|basically|totally|completely|such|so|a|an|right|total|complete|absolute"
    r"|utter|bit of a|big|fat|proper|really|being|that|shows|says|it|means|cos|because|still|one|the|of|how)"
)
_HARD_ON_ME = re.compile(
    rf"\b(?:how|so|as|too|just|that) (?:{_HARD}|bad) (?:i am|as me|as i am|as i do|i've been|i really am|of me)\b"
    rf"|\b(?:{_HARD}) (?:as|like) (?:me|i am)\b|\b{_HARD} me$"
    rf"|^(?:(?:{_SO_MUCH}) )*(?:{_HARD} )*(?:{_BAD_ONE})(?: (?:me|really|i am|so i am|that's me|i suppose|i guess"
    r"|that's all|that's what i am|basically|always|innit|as always|as usual|at life|at everything))*$"
    rf"|^(?:(?:{_SO_MUCH}) )+{_HARD}(?: (?:me|really|i am|am i|so i am|so am|so a am|that's me|i suppose|i guess"
    rf"|basically|innit|as always|as usual|at life|at everything|enough|and {_HARD}))*$"
    r"|^(?:(?:i|i've|i'd|i'll|just|always|only|have|would|only ever|usually|tend to|will|and|cos|because|end up"
    rf"|managed to|manage to) )*{_WRECK} {_ALL}(?: (?:as usual|as always|up|again|i do|i touch|i try|good|me"
    r"|in the end|don't i|always))*\b"
    r"|^(?:(?:i|i've|i'd|cos|because|just|really|feel like i|think i|and) )*(?:don't|do not|didn't|never"
    r"|doesn't) deserve\b(?! (?:this|that|it|how|what|to be (?:treated|hit|hurt|shouted|in pain))\b)"
    r"|\b(?:everyone|everybody|anyone|anybody|others|other people|they|all of them)(?:'s| is|'re"
    r"| are)(?: all)? (?:better|cleverer|stronger|smarter|nicer|worth more|more \w+) than (?:me|i am|i'll ever)\b"
    r"|\bi(?:'m| am)(?: \w+){0,3} (?:pain|drag|weight|bother|nuisance|burden|drain|trouble|worry|hassle|millstone"
    r"|inconvenience|embarrassment|disappointment|let ?down|problem|curse) (?:to|on|for|round)\b"
    r"|\b(?:sorry|poor|pathetic|pitiful) excuse for\b|\bi(?:'m| am)(?: just)? not (?:cut out|built|made|good enough"
    r"|clever enough|strong enough|brave enough|worth|fit) (?:for (?:anything|anyone|this|much|life)|to (?:be|have"
    r"|do)\b|it|the (?:bother|trouble|effort|time))"
    r"|^(?:(?:i'm|am|been|always|always been|just|i was|i've always been|i) )*(?:bad|useless|rubbish|no good|crap"
    r"|shit|hopeless|terrible|not (?:any )?good|never (?:any )?good|awful|a failure) (?:at|with|for) (?:everything"
    r"|anything|life|all of it|it all|most things)\b"
    r"|^(?:i )?fail(?:ed|ing|ure|s)?\W+(?:that's|it's|like|same|every|as)\b.*|\b(?:what|all) i (?:do|ever do"
    r"|did) (?:is|was) (?:fail|mess|screw|fuck|ruin|let|disappoint|give up|lose|fall|make a mess)\w*\b|\b(?:nobody"
    r"|no one|anyone|somebody|someone|person|people) as"
    rf" (?:{_HARD}) as (?:me|i am)\b|^(?:i've |i have |have )?never (?:managed|achieved|done|finished|been|amounted"
    r"|had|made|got)(?: to)? (?:anything|nothing|owt|a thing|any good|good at|one thing|much)\b(?! (?:like|since|as"
    r"|so|quite))"
    r"|\b(?:no|not a|isn't a|ain't a) (?:nice|kind|good|decent) (?:word|thing|bone|quality|side"
    r"|point)s?\b.{0,30}\b(?:me|i am)\b|\bwhy (?:would|should) (?:anyone|anybody|they|he|she|people) (?:want|care"
    r"|bother|like|love|help|choose|pick)"
    r"|\b(?:can't|cannot|couldn't|never) (?:even )?(?:do|get) (?:a single thing|one (?:single )?thing|anything"
    r"|nothing) right\b|\b(?:i|me) (?:should|ought to) be (?:ashamed|locked up)\b|\bashamed of (?:myself|who i"
    r"|what i)\b"
    r"|\b(?:i'm|i am) (?:the )?(?:black sheep|runt|weak link|dunce|reason (?:everyone|it all|they)|weakest|thickest"
    r"|worst|dumbest|odd one out)\b|\b(?:better|happier) without (?:someone|anyone|somebody) (?:like|as) me\b"
    r"|\bnot (?:worth|good for) (?:anything|nothing|a thing|much|the bother|helping|loving|saving|knowing)\b(?=$| me"
    r"| i)|\bi (?:make|bring|drag) (?:everyone|everybody|people|them|everything|it) (?:down|worse|miserable|unhappy"
    r"|sad|ill)\b"
)
_IS_NOT = re.compile(
    r"\b(?:not|isn't|ain't|aren't|never|no longer|can't be|won't be|not as|not that|not so|nowhere near"
    r"|far from)(?: \w+)? "
    r"(?:stupid|useless|lazy|weak|thick|dumb|daft|broken|pathetic|worthless|hopeless|bad|a failure|a loser|a mess"
    r"|beaten|a quitter|selfish)\b(?! enough)"
)
_SAID_BY_OTHERS = re.compile(
    r"(?:\b(?:told|tells|telling|tell|calls?|called|calling|says?|said|saying|reckons?|used to (?:think|believe"
    r"|feel|say)|thinking|worrying|worry|fear|scared|afraid|belief|voice|voices|thoughts?|convinced|as if|if"
    r"|when|thought|prove|proving)"
    r"(?: (?:me|that|they|he|she|you|people|i))*) $"
)
_OF_A_NAME = re.compile(
    r"^(?:it )?(?:(?:that|it says|says|shows|means|just|probably|i guess|honestly|well|only|it|maybe"
    r"|basically) )*(?:that )?(?:i(?:'m| am|'ve)?|am|me being)?(?: {m})* (?:(?:sad|desperate|mad|mental|crazy"
    r"|weird|needy|soft|odd|lonely|nasty|ungrateful|boring|daft|gullible|clingy|tragic"
    r"|stupid|lazy|thick|pathetic|weak|useless|rubbish|not much|a mess|too sensitive|stubborn and stupid"
    r"|difficult|hard work|unlucky|a pushover|a doormat)(?:$| (?:and|or|person|really|i suppose|enough)\b.*)"
    r"|(?:a )?(?:mug|doormat|pushover|weirdo|sad case|mess|lost cause|failure|loser))".replace("{m}", _MUCH)
    + r"|\b(?:anyone|anybody|everyone|everybody|any idiot|a child|most people|any fool)(?: else)? (?:could|can"
    r"|would|does|'d|with half)\b|^(?:it's |that's |it was )?(?:nothing special|no big deal"
    r"|not (?:a )?big (?:deal|thing)|not special|just (?:luck|normal|what you do))(?: special| really| much"
    r"| to be proud of)*$"
    r"|^(?:it |that )?(?:says |shows |means )?(?:absolutely )?(?:nothing|not a lot|not much)(?: much)? ?(?:good"
    r"|about me|at all|positive|special|worth saying)+.*$|\bi (?:just )?got lucky\b|^(?:just |pure |dumb "
    r"|it was )*luck$|\bdoesn't (?:really )?count\b|\bnothing to (?:be proud|shout|brag|write home)"
)


def is_self_critical(said: str, asked: Asked | None) -> bool:
    """Are these hard words about oneself, without an exception told in the same breath?"""
    if _IS_NOT.search(said) or plain(FILLERS.sub(" ", said)) in {"nobody", "no one", "nothing", "none"}:
        return False
    if (
        asked is Asked.NAME
        and _OF_A_NAME.search(said)
        and said not in {"nothing", "nothing really", "nothing much", "nothing at all"}
    ):
        return True
    for critical in _SELF_CRITICAL.finditer(said):
        if not _SAID_BY_OTHERS.search(said[: critical.start()]) and not AN_EXCEPTION.search(said, critical.start()):
            return True
    hard = next((match for match in map(_HARD_ON_ME.search, (said, *PIECES.split(said))) if match), None)
    if hard and not _SAID_BY_OTHERS.search(said[: hard.start()]) and not AN_EXCEPTION.search(said):
        return True
    return NO_WORTH.holds(said) and not _SAID_BY_OTHERS.search(said) and not AN_EXCEPTION.search(said)
