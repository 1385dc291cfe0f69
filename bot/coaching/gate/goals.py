"""Where a wish points: away from something, or so wide that no day would show it (method: section 3, G1 and G5)."""

from __future__ import annotations

import re

from bot.coaching.gate.people import PEOPLE

_WISH = re.compile(
    r"^(?:(?:i(?:'d|'ll|'m)?|id|to|want|wants|wanted|wanna|would|will|like|love|just|really|mainly|mostly"
    r"|my (?:main |big |only )?(?:goal|aim|dream|wish|hope) (?:is|would be)"
    r"|the (?:main |first )?(?:goal|aim|thing|dream) (?:is|would be)|be able|being able|able|hope|hoping"
    r"|hopefully|need|needing|try|trying|wish|could|can|maybe|probably|so|well|basically|honestly|ideally|first"
    r"|for me|for"
    r"|that|if|have to|going|gonna|think|guess|i guess|i think|i suppose|it would be|it'd be|somehow|also"
    r"|a year from now|in a year|by then|still|start|manage|managing|get to the point where|learn|learning|how"
    r"|feel like|and|but|um|erm|ok)\b[\s,:]*)*"
)
_FEELINGS = (
    r"voices?|panic\w*|anxi\w+|attacks?|pain|nightmares?|flashbacks?|depress\w+|thoughts?|paranoi\w*|it all"
    r"|all this|illness|symptoms?|worry|worries|worrying|shak\w+|fear|noise|anger|mood swings?|cravings?"
    r"|arguments?|arguing|rowing|rows|stress|debts?|bills"
    r"|tiredness|loneliness|crying|shouting|fighting|drinking|smoking|weed|drugs|self[- ]harm\w*|cutting"
    r"|bullying|racing|sadness|guilt|shame|hallucinations?|headaches?|insomnia|side effects?|meds|tablets|this"
)
_AWAY_FROM = re.compile(
    r"(?:stop|stopping|stopped)\b(?! (?:at|over|by|with|off|in|for|round)\b)|(?:quit|quitting|avoid\w*|escape"
    r"|escaping|reduce|reducing|end|ending|kick|kicking|ditch\w*|beat|beating|shake|shaking|forget|forgetting"
    r"|eliminate|minimi[sz]e|limit|lessen|prevent|drop|dump|overcome|overcoming|conquer)\b(?! (?:point|of"
    r"|my (?:son|kids|daughter)))"
    r"|(?:lose|losing|shed|shedding) (?!touch|myself in)|(?:giv|pack)(?:e|ing)? (?:up|in)\b|(?:get|getting|be|being"
    r"|got) (?:rid"
    r"|shot|free|clear|out) of\b|(?:get|getting|be|being) (?:over|past|away from|off|through)\b|(?:come|coming"
    r"|came|be|get|getting|stay|staying|go|going|keep|keeping) (?:right )?(?:off|away from)\b(?! (?:on|to"
    r"|the bus|the train))"
    r"|(?:cut|cutting) (?:down|out|back)\b|(?:stay|staying|keep|keeping|be|being) (?:out of|clear of|clean"
    r"|sober|without)\b|(?:leave|leaving|put|putting) .{0,30}behind\b|(?:keep|keeping) .{0,20}(?:at bay|away)\b"
    r"|(?:come|coming|wean\w*) (?:myself )?off\b|break(?:ing)? (?:the|this|my|out of|free|away)\b|(?:move"
    r"|moving|get|getting) away from\b"
    r"|(?:not|never|no longer|without|no more|less|fewer|nothing(?! like))\b(?! (?:give up|giving up|stop"
    r"|forget|that|much|just|only|sure|long|too late))|(?:don't|do not|didn't|won't|wouldn't|can't|wasn't"
    r"|weren't|isn't|haven't|not) (?!want much|want a lot|sure|know|think|mind|remember|even|just|only)(?:want "
    r"|have |having |be |get |feel |always |keep |need |to )*(?!much|a lot|to sound|loads|anything (?:big|fancy"
    r"|much)|mind|ask for)"
    r"|(?:be|feel|feeling|being|become|get|getting|becoming|am) (?:\w+ )?(?:less|not|rid|free (?:of|from)"
    r"|without|off|out of|drug[- ]free|smoke[- ]free|debt[- ]free)\b|(?:have|having|has) (?:no|less|fewer"
    r"|no more|nothing)\b"
)
_AWAY_LATER = re.compile(
    rf"\b(?:less|fewer|no longer|no more)\b(?! (?:of a|than))|\bless(?: often| of it)?$|\bfree (?:of|from)\b"
    rf"|\bwithout (?:the |my |all |feeling|being|having|getting|panicking|worrying|drinking|any |this )"
    rf"|\b(?:{_FEELINGS}) (?:\w+ )?(?:gone|to (?:go|stop|end|ease|be (?:gone|quieter|less|quiet|over)|shut up"
    rf"|leave)|under control|away|would (?:stop|go|be gone))\b"
    r"|\b(?:sick(?: and tired)?|tired) of\b|\bfed up (?:of|with)\b|\bhad enough of\b|\bhate (?:being|feeling"
    r"|having|living|how|my|this|it)\b|\bcan't (?:stand|bear|carry on|cope with|keep)\b|\b(?:have|having"
    r"|i've) (?:quit|stopped|given up|got rid|cut)\b|^no (?!one|idea|matter|problem)\w+|\b(?:pain|drug|debt"
    r"|smoke|drink|panic|anxiety|stress|drama|alcohol|symptom|medication|med|voice|booze|weed)[- ]free\b"
    r"|\b(?:get|be|stay|being|staying|getting) (?:clean|sober)\b"
    r"|\bi (?:wouldn't|won't|didn't|don't(?! (?:want (?:much|a lot|anything)|know|think|mind|care|remember))"
    r"|am not|'m not|was not|wasn't|weren't|had not|would not|would no|would never)\b|\b(?:not|never) (?:be"
    r"|being|feel|feeling|have|having|get|getting|need|needing|wake|waking|go|going|hear|hearing|think|thinking"
    r"|worry|worrying|panic|wake|cry|drink|relapse)\w*\b(?! up on)"
    r"|^(?:less|fewer|no more|out of debt|off (?:the|my) )\b|\bdon't want\b(?! (?:much|a lot|anything))"
)
_TOWARDS_TOO = re.compile(
    r"\band (?:then )?(?:start|train|go|get (?:a|my|into)|have|spend|learn|find|do|be (?:a|able|more|there)|see"
    r"|buy|become|build|make|move|live|cook|play|join|take up)\b"
)
_STILL_AWAY = re.compile(
    r"^(?:stop|quit|give up|not|less|get rid|no more|avoid|cut)\b.{0,60}\b(?:and|then) (?:not|stop|less|no|quit"
    r"|avoid|cut)\b"
)
_LEAVING_FOR_SOMETHING = re.compile(
    r"^(?:lose (?:some )?time|end up|beat (?:my|the) (?:record|time|best|level)|drop (?:in|by|off|round)"
    r"|break (?:into|dance)|end (?:the day|each day|my day)|escape (?:to|into)|get through (?:my|a"
    r"|the) (?:course|day|book|degree|week|exam)|be off (?:to|on)|get off (?:the bus|the train|at)"
    r"|get over (?:to|there)|forget about time|get past the)\b"
)

# Away in form, but others decide it (G6 before G5).
_ANOTHERS_WORD = re.compile(
    r"\b(?:let (?:out|off|home|go)|section(?:ed)?|cto|probation|child protection|licen[cs]e conditions"
    r"|never been (?:ill|born))\b"
)

_AWAY_AT_ALL = re.compile(
    r"^(?:to |i(?:'d| would| should)? |want |be |should |like |glad |get |would |i'm |just )*(?:away from|done with"
    r"|finished with|over (?:him|her|this|it|my ex)|not so much|not as|leave (?:my (?:husband|wife|ex|partner"
    r"|boyfriend|girlfriend|job|abuser)|this|here|the (?:area|estate|hostel|ward))|(?:end up )?not (?:in|on|at)"
    r"|rid of|shot of|free (?:of|from)|clear of|out of|no more|no longer|not to|to not|not be|not have|not so"
    r"|never)\b"
    r"|^(?:wake|waking|get|getting|go|going|walk|walking|sit|sitting|leave|leaving|live|living|sleep|sleeping|be"
    r"|being|eat|eating|stay|staying|be able to \w+|to \w+|able to \w+|get through \w+ \w+|look\w*|say|answer\w*"
    r"|open\w*)"
    r"(?: \w+){0,5} (?:not|without) (?:be |being |feeling |have |having |get |getting |all |any |this |that |my |the "
    r"|so )*(?:dread|worry|worri|panick|scared|afraid|shak|cry|drink|anxious|anxiety|fear|fright|hear|voices|pain"
    r"|hurt|asham|check|think|feel|sick|hate|hating|stress|freak|paranoi"
    r"|terrif|hungover|tired|need|a drink|smok|guilt|dwell|overthink|obsess|nerv|fog|meds|tablets|medication)"
    r"|\b(?:pack(?:ed)?|jack(?:ed)?|knock(?:ed)?|chuck(?:ed)?) (?:in|it in|on the head|(?:the|my) \w+ (?:in"
    r"|on the head))\b|\bkick (?:the|my|this)\b|\bwant (?:not|no more)\b|\b(?:don't|not|never) (?:want|wanna"
    r"|wish)(?: to)? (?:be|feel|have|get|go|live|hear|think|see|wake|keep|do|lie|worry|panic|drink|cry|hate)\b"
    r"|^(?:the |my |all |this |these |all this |all the )?(?:\w+ )?(?:voices?|intrusive thoughts|panic\w*|anxiety"
    r"|attacks?|pain|nightmares?|flashbacks?|depression|thoughts?|paranoia|illness|fear|dread|noise|anger|cravings?"
    r"|debts?|loneliness|shaking|guilt|shame|fog|cloud|darkness|visions?|shadows?|ocd|headaches?|worry|worrying|"
    r"crying|drinking|sadness|itching|shakes)(?: (?:to |would |will |just |finally |all |be |being |have |has |had "
    r"|is |was |'s |are ))*(?:gone|go(?:es|ing)?(?: away)?|stop(?:s|ped|ping)?|end(?:s|ed|ing)?|over|quiet(?:er)?"
    r"|leave|leaving|less|lift(?:s|ed|ing)?|fade\w*|away|shut up|calm(?:er)?|ease\w*|disappear\w*)\b"
)
# What comes after "not … any more," and is no more of the same: "sat downstairs with the family".
_INSTEAD = re.compile(
    r"\b(?:instead(?! of)|and (?:more|a lot more|lots more)|but (?:more|be|have|go|do|get|being|going|doing|having"
    r"|actually|i'd)|rather)\b(?! not)|\b(?:replaced? (?:it|them) with|swap)\b"
)
_NO_TOWARDS = re.compile(
    r"^(?:and |or |but |then )*(?:not|no|never|nor|less|fewer|without|too|so|because|cos|it|that|this|all|just|i'm"
    r"|when|if|like|or|don't|wouldn't|stop|quit|afraid|anxious|please|is|was|would|which|even|especially|mostly|maybe"
    r"|really|i don't|in|at|on the|on|for|anymore|any more|thanks|that's)\b"
)
_BY_NEGATION = re.compile(r"^(?:not|no more|no|less|fewer|never|no longer|to not|wouldn't|i wouldn't|without)\b")
_MODESTLY = re.compile(
    r"^(?:well |oh |honestly |just )?(?:nothing|not|no)(?: too| that| very| really| anything| so)* (?:much|big"
    r"|fancy|special|major|massive|huge|grand"
    r"|crazy|mad|exciting|a lot|loads|fuss|bothered|sure)\b"
)
_BROAD = frozenset(
    "adult headspace mojo spark sparkle functional sound wholeness rounded flourish blossom sense happy happier"
    " happiest happiness better best well normal normally normality ok okay good fine great healthy"
    " healthier health"
    " mental mentally physically emotionally myself me self recovered recover recovery recovering stable stability"
    " content calm calmer peace"
    " peaceful mind different differently change changed everything life lives living live positive positivity"
    " confident confidence strong stronger balanced balance"
    " track improve improved improving wellbeing well-being wellness fresh start new old version enjoy enjoying"
    " enjoyed fulfilled fulfilling fulfilment success"
    " successful freedom free future hope hopeful purpose meaning things right settled safe safer loved whole"
    " complete alive nice easier"
    " brighter motivated motivation productive relaxed relax ease thrive thriving joy joyful together sorted"
    " content contented satisfied sane sanity human person control independent"
    " independence self-esteem esteem worth worthwhile decent comfortable chilled head energy wonderful perfect"
    " amazing functioning function cope coping resilient optimistic strength proud grow growth progress heal healed"
    " secure security serenity sober-minded"
    " inner love loving like liking accept accepting moving forward forwards full fullest potential exist existing"
    " start succeed succeeding handle manage managing worthy balance alright ok-ish happiness mood moods soul"
    " spirit content rest"
    " contentment proper properly ordinary beautiful restored wellness sorted-out tranquillity tranquility"
    " equilibrium calmness normality meaningful worthwhile"
    " joyous fulfil fulfill quality vibes quiet skin joyous glad cheerful cheerfully lighter stronger calmer fitter"
    " saner freer healthily happily peacefully comfortably normally fully rich richer fuller functional"
    " thriving carefree bliss zen harmony clarity clear-headed steady steadier stabler even-keeled fine grand canny"
    " tip-top shape pieces piece direction motivation drive"
    " energy wellbeing self-respect self-worth self-love dignity respect stress-free worry-free better-off improved"
    " recharged refreshed reborn renewed transformed"
    " useful belonging belong sober spiritual mindset outlook attitude chapter beginning hopefulness contentedness"
    " mojo identity being existence functioning humanity"
    " valued straight smile smiling somewhere normal-ish okay-ish standing feet somebody someone bright side"
    " fit".split()
)
_SMALL = frozenset(
    "i i'd i'm i'll i've id be being am is are was were been to just want wants wanted would like a an the my in of"
    " and more much very really about feel feeling felt feels get getting"
    " gets got become becoming have having had has again so it it's is that all go going with as than now used how"
    " inside bit lot little some for"
    " find stuff society member up do does could can able hopefully maybe mostly day every days each year by then"
    " from at on or once overall"
    " general generally one's make making makes there"
    " this been always something anything out sort sorting sorted myself back place where need kind truly simply"
    " fully completely totally actually again probably hopefully ever less guess suppose think most quite state level"
    " not-so what will wish hope you know everyone else other people others them they than before like who tell"
    " honest main goal aim dream only thing big sense way point even i-guess mine own whole stay stays keep wake"
    " waking each morning"
    " not society world member round be-me itself best-self once whole-heartedly happen happens over deal dealing"
    " who know knowing am out make making made most such come coming through move reach day-to-day days face facing"
    " age asks ask asked society's peoples people's others' somehow should shall may must it'd quite rather fairly"
    " too also once more"
    " nowadays these days anymore any wee wish lord god please god's dear act together own way ways"
    " we'd us our which plain own pieces bits sort sorts type kinds"
    " family before ill"
    " want stop lead leading try trying working turn around put take taking into both pretty enough we if nothing"
    " else someday one just-so basically lol tbh please".split()
)
_BEING_ONE = re.compile(
    r"\b(?:who|how|what|the (?:person|man|woman|one|me)) i (?:was|used to be|am inside)\b|\b(?:be|being"
    r"|feel like) (?:me|someone|somebody)\b|\bfind myself\b|\bnormal stuff\b"
)
_LONGEST_BROAD = 16


def moves_away(said: str) -> bool:
    """Does the wish (plain) name what should stop, rather than what should come?"""
    rest = _WISH.sub("", said)
    if _LEAVING_FOR_SOMETHING.match(rest) or _MODESTLY.match(said) or _ANOTHERS_WORD.search(said):
        return False
    away = bool(_AWAY_FROM.match(rest) or _AWAY_LATER.search(said.split(",")[0]) or _AWAY_AT_ALL.search(said))
    if not away or (_is_about_somebody(rest) and not _AWAY_AT_ALL.search(said)):
        return False
    return not _comes_to_something(said) and (not _TOWARDS_TOO.search(said) or bool(_STILL_AWAY.match(rest)))


def _comes_to_something(said: str) -> bool:
    """Does the same wish (plain) say what there will be instead?"""
    if _INSTEAD.search(said) and not _STILL_AWAY.match(said):
        return True
    later = [piece.strip() for piece in re.split(r"[,;.]", said)[1:]]
    return bool(_BY_NEGATION.match(said)) and any(
        len(each.split()) > 3 and not _NO_TOWARDS.match(each) for each in later
    )


def _is_about_somebody(rest: str) -> bool:
    first = rest.split()[:2]
    return bool(first) and first[0] in {"my", "the", "our", "for"} and first[-1] in PEOPLE


def is_too_broad(said: str) -> bool:
    """Is the whole wish (plain) as wide as "be happy"?"""
    words = re.findall(r"[\w'-]+", said)
    known = all(word in _BROAD or word in _SMALL for word in words)
    if known and _BEING_ONE.search(said):
        return True
    return (
        known
        and 0 < len(words) <= _LONGEST_BROAD
        and any(word in _BROAD - {"me", "person", "somebody", "someone", "somewhere"} for word in words)
    )
