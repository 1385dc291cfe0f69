"""Answers that hold nothing to keep yet: not knowing, and hard words about oneself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coaching.gate.bags import NO_WORTH, NOT_KNOWING
from bot.coaching.gate.classes import Asked
from bot.coaching.gate.times import names_a_time
from bot.coaching.text import plain

_FILLERS = re.compile(
    r"\b(?:really|honestly|just|um+|erm*|err+|hmm+|well|sorry|any ?more|i suppose|i guess|i think|at all"
    r"|to be (?:honest|fair)"
    r"|yet|mate|lol|actually|probably|right now|at the moment|ok so|like|maybe|oh|uh+|ah+|so|but|at this point"
    r"|off hand|offhand"
    r"|off the top of my head|if i'm honest|in all honesty|truthfully|genuinely|for now|now|today|thanks|haha"
    r"|pal|love|about it"
    r"|about that|on that|to that|with that|either|anyway|still|quite|entirely|completely|totally|exactly|too"
    r"|tbh|yeah|then)\b[,.]?"
)
_PIECES = re.compile(r"[,.;:!?…]+|\s+-+\s+|\band\b|\bbecause\b")
_WHAT = (
    r"(?: (?:what|how|where|why|which|who|when|if|whether|that|this|it|the answer|about (?:that|it|this)"
    r"|to (?:say|answer|put))"
    r"(?: (?:i|am|have|will|to|want|would|need|say|put|write|do|start|answer|even|it|is|else|tell you|like|that"
    r"|this|one|could|can|have|think|said|be"
    r"|was|will|did|there|my|goals?|strengths?|are|for|feel|anymore|means|am|good at|helps|you|mean|pick|choose"
    r"|begin|with|should|a|an))*)?"
)
_KNOWS_NOT = re.compile(
    r"^(?:i )?(?:"
    rf"(?:(?:don't|do not|didn't|wouldn't|couldn't|can't|never) (?:know|no)|dunno|idk){_WHAT}"
    rf"|(?:wouldn't|couldn't|can't|cannot|don't|struggling to|find it hard to) (?:know|think|say|tell(?: you)?"
    rf"|remember|recall|decide|choose|pick|answer|imagine|see|come up with|name)"
    rf"(?: of)?(?: (?:anything|any|one|a thing|a single \w+|an? (?:example|time|answer)|anyone|nothing"
    rf"|something|it|that|much|what|any \w+|anything (?:good|like that|else)))?{_WHAT}"
    r"|(?:haven't|have not|never|not|have never|have not)(?: ever)? (?:given it (?:any |much )?thought|thought"
    r"|thought (?:of|that far|about)|thought about (?:it|that|this)|thought that far ahead|decided"
    r"|worked it out|figured (?:it|that) out|considered it|been asked)"
    r"|(?:haven't|have not|don't have|do not have|ain't|haven't got|have got|have|got)(?: got)? (?:a|any|an|no"
    r"|the)?(?: single)? ?(?:clue|scooby|foggiest|idea|ideas|answer|one|any|anything|none|nothing|thoughts?)"
    r"|(?:am |was )?(?:not|un)(?: \w+)? ?(?:sure|certain)(?: (?:of|about))?" + _WHAT + r"|unsure|undecided"
    r"|(?:have )?(?:no|not a|not the|zero|not got a)(?: bloody| fucking| earthly)? (?:idea|clue|scooby|foggiest"
    r"|answer|thoughts|one|body)(?: what.{0,20}| where.{0,20}| how.{0,20})?"
    r"|dunno.{0,12}|dk|idk|dno|iunno|idek"
    r"|am (?:stuck|lost|blank|drawing a blank|at a loss|clueless|struggling(?: (?:with|to).{0,20})?)|stuck|lost"
    r"|blank|drawing (?:a )?blank|drew a blank|draw a blank"
    r"|(?:my |me )?(?:mind|head|brain)(?:'s|s| is| has| just)*(?: gone| went)* (?:a )?(?:total )?(?:blank|empty"
    r"|mush|fog)"
    r"|(?:don't|do not|never) (?:really )?(?:have|had|set|make|do|got)(?: any| a| many| much| one)? ?(?:goals?"
    r"|plans?|dreams?|one|any|anyone|anything|strengths|idea|ideas|hopes|answer|answers|ambitions?|favou?rites?"
    r"|thoughts?|preference|reason)(?: like that| really)?"
    r"|no (?:goals?|plans?|dreams?|memory|recollection|memories|ambitions?|preference|thoughts?|particular \w+"
    r"|real \w+|specific \w+)(?: .{0,15})?|(?:i )?(?:forget|forgot|have forgotten)(?: .{0,20})?|(?:it is "
    r"|it's )?(?:all )?(?:a )?(?:blur|bit of a blur|blank|fog|brain fog|foggy)"
    r"|(?:can't|cannot|couldn't|can not) (?:really |even |quite )?(?:picture|see|imagine|put (?:my finger"
    r"|it into|a finger)|pinpoint|get my head|find|work out|place|visualise|explain|describe|put)(?: .{0,30})?"
    r"|(?:not|nothing) (?:something )?i(?: have| am|'ve|'m)?(?: ever)? (?:thought|aware|know|really think"
    r"|considered).{0,15}"
    r"|(?:don't|do not|not) (?:mind|fussed|bothered|care|want anything|want for anything|have anyone|really)"
    r"|(?:it is |it's |that is )?(?:really |so )?(?:hard|difficult|tricky|tough)(?: one| to (?:put into words"
    r"|explain|describe|pick|choose|pin down).{0,15})?|(?:your|you're|ur) guess is.{0,20}"
    r"|(?:have )?never (?:really )?(?:had|been|thought|considered|known|asked)(?: .{0,25})?|what (?:do"
    r"|would) i know|who even knows|could be anything|nothing (?:sticks|stands) out"
    r"|(?:have |am |been )?(?:drawn|drawing|hit) (?:a |an |total |complete |absolute )*blanks?(?: .{0,15})?|(?:not"
    r"|am not) the (?:right )?person to ask|(?:wouldn't"
    r"|would not) (?:even )?know(?: .{0,25})?|couldn't (?:even )?(?:begin to )?(?:say|tell you|guess"
    r"|tell)(?: .{0,15})?|hadn't (?:really )?thought.{0,15}|(?:the )?(?:first|only) thing.{0,15}nothing"
    r"|i would (?:have|need|like) to think.{0,15}|(?:need|give me) (?:more |some |a bit more )?(?:time|a minute"
    r"|a sec)(?: to think.{0,10})?"
    r"|(?:fuck|christ|hell|heaven|who) knows(?: eh| really)?|dinnae ken|(?:not|no) (?:got|been) that far"
    r"|haven't got that far"
    r"|(?:my )?(?:brain|head)(?: is|'s)? (?:fried|mush|gone|empty|scrambled|dead).{0,15}|i give up"
    r"|too many to (?:choose|pick|say)"
    r"|am (?:all |totally |completely |just )*(?:blank|blanking|stumped|baffled|clueless|lost|at a loss)(?: (?:on"
    r"|with|for|here|about|at) .{0,20}| (?:am |i'm )?afraid)*"
    r"|(?:it|that)(?: is|'s|s)? (?:just |all |completely )*(?:gone|slipped my mind|escapes me|escaped me|left me"
    r"|beyond me)(?: .{0,15})?|(?:that|it|this)(?: is|'s) (?:a |an |quite )*"
    r"(?:good|hard|tough|tricky|difficult|big|poser|toughie|stumper|brain ?teaser)(?: (?:one|question|ask"
    r"|to .{0,20}))*|who can (?:say|tell|know)|who could say"
    r"|(?:i )?(?:picked|made up|guessed|put|said) (?:(?:a|any|that|it|some|number|guess|random|one)\b ?)*(?:at random"
    r"|up)?|no (?:more|further|other) (?:ideas|thoughts)"
    r"|(?:am |i )?afraid|(?:very |my )?(?:dear|darling|sweetheart|hen|pet|flower|petal|son|chick|babe|hun|boss|sir"
    r"|miss|madam)|no s[eé]|je ne sais pas|no lo s[eé]|nie wiem|nu stiu"
    r"|(?:have )?(?:no|not) (?:real |particular |good |clear |strong |special )*(?:reason|idea|clue|thought|opinion"
    r"|view|plan|answer|feeling)s?(?: (?:about|on|to|for|of|why|at|in) .{0,25})?"
    r"|not got (?:a |any |one )?.{0,12}|(?:i )?(?:would|will|might|may) (?:have|need) to (?:think|ponder|mull"
    r"|consider|sleep on).{0,25}|ask me (?:another|later|tomorrow|again|another time).{0,15}"
    r"|(?:more|something) to think about|(?:nothing|none|no one|nobody|nowt)(?: \w+)? (?:in particular|in my head"
    r"|i know of|that i know of|as yet|so far|yet|to speak of|of note|whatsoever|worth .{0,12}|doing|going)"
    r"|not (?:that )?(?:i (?:can|could|know|am aware|have)|as far as i|to my knowledge|off the top|aware).{0,25}"
    r"|(?:have ?n.t|have not|not|have|ain.t)(?: got| really| actually)*(?: the| a| any)? (?:(?:slightest|foggiest"
    r"|faintest|remotest|earthly|notion|scooby(?: doo)?|baldy|danny)\b ?)+(?:idea|clue|notion)?|there (?:is not|isn.t"
    r"|are not|aren.t|ain.t|is no|are no)(?: really| even)? ?(?:any|one|anything|much|anyone|nothing)?|not (?:fussed"
    r"|bothered)|(?:can.t|cannot|couldn.t) (?:really |honestly )?say(?: that)?(?: i (?:have|do|know|am|can"
    r"|did)(?: any| one)?)?|(?:never|not) (?:even |ever |really |once )*(?:crossed|entered|occurred) .{0,20}"
    r"|(?:your|you) (?:guess|choose|pick|decide|tell me|say).{0,20}|(?:whatever|anything|anyone|either|any)(?: (?:you"
    r"|really|at all|goes|will do|is fine|works|like|think|say))*"
    r"|(?:havnt|havent|havn't) (?:got )?a clue"
    r"|pass"
    r"|will have to think.{0,20}|nothing i (?:spose|suppose|guess)"
    r"|wish i (?:knew|did|could (?:say|tell you|remember|think).{0,10})|(?:would )?(?:need"
    r"|have) to think(?: about (?:it|that))?|let me think|who knows|god knows|goodness knows|lord knows"
    r"|heaven knows|beats me|search me|you tell me|your guess.*"
    r"|(?:that's |it's )?(?:a )?(?:good|hard|tough|difficult|tricky|big) (?:question|one|to say)"
    r"|(?:it's )?(?:hard|difficult|tricky) to (?:say|know|tell|think|answer|pick)(?: of.{0,20})?"
    r")$"
)
_NOTHING = re.compile(
    r"^(?:there(?:'s| is| isn't| is not| are| aren't)?(?: not)? ?)?(?:nothing|none|no|not|nope|nah|anything|any"
    r"|no one|nobody|nowhere|never|no reason|zilch|n/a|na|don't care|do not care"
    r"|not much|nothing much|not a lot|not a thing|not anything|not one|no thing|nada|zip|zero|nil|not really"
    r"|not a single thing|nowt|absolutely nothing|literally nothing|whatever|yes|yeah|yep|ok|okay|sure|dont|erm"
    r"|h?mm+|hm+|meh|mhm|huh|\?)"
    r"(?: (?:comes?|springs?|popp?(?:s|ed|ing)?|came|coming|jumps?|sticks?|stands?|leaps?|is coming|is jumping"
    r"|is springing)(?: \w+)? (?:to mind|to me|up|out|into my head|in my head)| (?:that )?i (?:can"
    r"|could) (?:think|remember|recall|see|name)(?: of)?"
    r"| i know of| i can say| special| in particular| to say| here| to (?:add|tell|share)| for me| happens"
    r"| happened| good| important)*$"
)
# After such a beginning one word of content does not yet make an answer ("dunno about hobbies").
_OPENS_UNKNOWING = re.compile(
    r"^(?:(?:um+|er+m*|well|honestly|sorry|oh|ooh|hmm+|to be honest|ok)[\s,.]+)*(?:i )?(?:(?:really |honestly "
    r"|just )*(?:don't|do not|didn't)"
    r" (?:really |actually |even )?know|dunno|idk|(?:have |got )?(?:no|absolutely no|not an?|zero) (?:real "
    r"|clear )?(?:idea|clue)|can't (?:really |actually |honestly )?"
    r"(?:think|remember|recall|say)|(?:haven't|not) (?:got )?a clue|never (?:really |even )?thought"
    r"|nothing (?:comes|springs|i can|really comes|that))\b"
)
_ABOUT_THE_QUESTION = re.compile(
    r"\bwhat (?:you|that|this|it|the question)(?:'re)?(?: even| actually)? (?:mean|means|meant|asking|on about"
    r"|getting)\b"
    r"|\bwhat (?:that|this|it) is\b|^(?:what if|why|can you|could you|do you)\b"
)
_A_THOUGHT = re.compile(r"^(?:when|that|if|because|in case|not (?:knowing|sure if))\b.{12}")
_IDLE = re.compile(
    r"^(?:i|it|the|that|this|sorry|don't care|do i|do not care|not care|you|me|a|hm+|no|yes|yeah|what|to)?$"
)

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
# "I'm useless but I fed the cat" holds the exception that a probe would ask for.
_AN_EXCEPTION = re.compile(
    r"\bbut\b(?: (?:then|also|at least|somehow|today|still))* (?:i|i've|i'm|not|my|it|at|when|we|she|he|they)\b"
    r"|\bbut (?!not)\w+(?: \S+){2}"
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


def knows_nothing(said: str, asked: Asked | None = None) -> bool:
    """Is the whole message (plain) a way of saying that they don't know?"""
    if asked is Asked.WHEN and names_a_time(re.sub(r"\b(?:today|tonight|every day)\b", " ", said)):
        return False
    if asked in _AN_ANSWER_TO and _AN_ANSWER_TO[asked].search(said):
        return False
    pieces = [_bare(piece) for piece in _PIECES.split(said)]
    known = [piece for piece in pieces if not _IDLE.match(piece)]
    if not known:
        return bool(said) and not re.search(r"[^\W\d_]{4,}|\d", _FILLERS.sub(" ", said))
    if _AN_EXCEPTION.search(said) or _ABOUT_THE_QUESTION.search(said) or _A_THOUGHT.match(said):
        return False
    if NOT_KNOWING.holds(said, strangers=1 if _OPENS_UNKNOWING.match(said) else 0):
        return True
    unknown = (
        each for each in known if not (_KNOWS_NOT.match(each) or _NOTHING.match(each) or NOT_KNOWING.holds(each))
    )
    return len(said.split()) <= 24 and next(unknown, None) is None


# What sounds like not knowing, and answers the question that was asked.
_AN_ANSWER_TO: Mapping[Asked | None, re.Pattern[str]] = {
    Asked.OBSTACLE: re.compile(
        r"\bforg[eo]t|^not (?:know|be|hav|gett|see|want|go|do|think|find|feel)ing\b|\bknow (?:anyone|anybody|people"
        r"|how to (?!say|put|answer))|^(?:over)?thinking\b"
    ),
    Asked.PEOPLE: re.compile(r"^(?:just |only |it's )?(?:me|myself)\b"),
    Asked.STORY: re.compile(r"\bknow (?:anyone|anybody|people)\b"),
}
_IN_FULL = {"m": "am", "ve": "have", "d": "would", "ll": "will"}


def _bare(piece: str) -> str:
    whole = re.sub(r"\bi'(m|ve|d|ll)\b", lambda match: "i " + _IN_FULL[match[1]], _FILLERS.sub(" ", piece))
    return plain(re.sub(r"\s+", " ", whole))


def is_self_critical(said: str, asked: Asked | None) -> bool:
    """Are these hard words about oneself, without an exception told in the same breath?"""
    if _IS_NOT.search(said) or plain(_FILLERS.sub(" ", said)) in {"nobody", "no one", "nothing", "none"}:
        return False
    if (
        asked is Asked.NAME
        and _OF_A_NAME.search(said)
        and said not in {"nothing", "nothing really", "nothing much", "nothing at all"}
    ):
        return True
    for critical in _SELF_CRITICAL.finditer(said):
        if not _SAID_BY_OTHERS.search(said[: critical.start()]) and not _AN_EXCEPTION.search(said, critical.start()):
            return True
    hard = next((match for match in map(_HARD_ON_ME.search, (said, *_PIECES.split(said))) if match), None)
    if hard and not _SAID_BY_OTHERS.search(said[: hard.start()]) and not _AN_EXCEPTION.search(said):
        return True
    return NO_WORTH.holds(said) and not _SAID_BY_OTHERS.search(said) and not _AN_EXCEPTION.search(said)
