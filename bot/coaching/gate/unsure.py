"""Not knowing: answers that hold nothing to keep yet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coaching.gate.bags import NOT_KNOWING
from bot.coaching.gate.classes import Asked
from bot.coaching.gate.pieces import AN_EXCEPTION, FILLERS, PIECES
from bot.coaching.gate.times import names_a_time
from bot.coaching.text import plain

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
    r"|(?:it is |it's |its |that is |that's |thats |this is )?(?:way |far |all |just |a bit |still |really )*"
    r"(?:too|to) (?:hard|much|big|difficult|scary|far)(?: for me| now| today| rn| really)?"
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
    r"|sort of(?: thing)?|kind of|sorta|kinda|in a way"
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


def knows_nothing(said: str, asked: Asked | None = None) -> bool:
    """Is the whole message (plain) a way of saying that they don't know?"""
    if asked is Asked.WHEN and names_a_time(re.sub(r"\b(?:today|tonight|every day)\b", " ", said)):
        return False
    if asked in _AN_ANSWER_TO and _AN_ANSWER_TO[asked].search(said):
        return False
    pieces = [_bare(piece) for piece in PIECES.split(said)]
    known = [piece for piece in pieces if not _IDLE.match(piece)]
    if not known:
        return bool(said) and not re.search(r"[^\W\d_]{4,}|\d", FILLERS.sub(" ", said))
    if AN_EXCEPTION.search(said) or _ABOUT_THE_QUESTION.search(said) or _A_THOUGHT.match(said):
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
    whole = re.sub(r"\bi'(m|ve|d|ll)\b", lambda match: "i " + _IN_FULL[match[1]], FILLERS.sub(" ", piece))
    return plain(re.sub(r"\s+", " ", whole))
