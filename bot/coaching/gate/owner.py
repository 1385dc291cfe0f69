"""Whose wish it is, and in whose hands it lies. An answer is never argued with: these only choose the next question.

Source: method, sections 3 and 5 (G4 whose idea, G6 what lies in my hands).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

from bot.coaching.gate.people import ME, is_other_person
from bot.coaching.grammar import SUBJECTS, subject_of

_WANTING = frozenset(
    "want expect need ask tell push make force like prefer love say think reckon insist suggest recommend advise"
    " order"
    " decide believe nag encourage keep urge beg put get feel mention agree set persuade hope require bang go"
    " convince"
    " demand write feel threaten plan wish promise instruct refer send have".split()
)
_SAYING = frozenset(
    "say think reckon insist suggest decide believe tell feel recommend mention agree put write".split()
)
_ASKING = frozenset("want expect need ask tell push force urge like prefer require".split())
_ADVISING = frozenset("suggest recommend advise reckon say tell".split())
_NOBODY = frozenset(
    "i we you it this that which what part something voice voices head brain body anxiety illness depression heart"
    " mind"
    " music nothing everything gut conscience".split()
)
_NOT_ASKED = frozenset({"me", "us", "back", "again", "too", "more", "really", "so", "much"})
_I_MUST = re.compile(
    r"\bi(?:'ve| have|'m| am|'d|'ll)? (?:\w+ )?(?:should|must|need|ought|have to|had to|got to|had better"
    r"|'d have to|was to|might want|could try|could|better|am to|could do|supposed"
    r"|can't|shouldn't|mustn't|would be|be better|needs?|to go|to be)\b|\bit(?:'s|'d| is| would"
    r"|'ll)(?: be)?(?: \w+)? (?:good|best|time|healthy"
    r"|important|better|great|nice|help\w*|right|do me)\b|\bwould (?:help|be good|do)\b"
)
_NOT_MINE = re.compile(
    r"\bi(?:'m| am|'ve| have|'d|'ve got)? (?:\w+ )?(?:supposed|meant|told|expected|made|forced|required|obliged"
    r"|being made|under pressure"
    r"|been told|been asked|asked|been advised|advised|been ordered|getting pushed|being pushed|pushed) (?:to|i"
    r"|that|into|by)\b"
    r"|\b(?:(?!i |my own )\w+(?:'s|s')|their|his|her|someone else's|not (?:really )?(?:my|mine)) (?:idea"
    r"|suggestion|goal|plan|wish|target|decision|thing)\b"
    r"|\b(?:idea|suggestion|goal|plan|target|decision|wish|thing) (?:of|from|by) (?:my|the|his|her|their|a)\b"
    r"|\bnot (?:my|mine)(?: own)? (?:idea|goal|choice|decision)\b"
    r"|\baccording to (?:my|the|them|her|him|everyone|\w+)\b|\bwhat (?:my|the|they|he|she|everyone"
    r"|other) ?(?:\w+ ){0,3}(?:wants?|expects?|asked|told|decided)\b(?! about)"
    r"|\bto (?:keep|please|satisfy|impress) (?:my |the |our )?(?:\w+ )?(?:them|him|her|mum|dad|wife|husband"
    r"|team|nurse|worker|doctor|family|partner|everyone|probation|social|staff)"
    r"(?: worker| services)?(?: (?:happy|off my (?:back|case)|quiet|pleased|proud))?$|\b(?:in"
    r"|on) my (?:care ?plan|treatment plan|licen[cs]e|cpa|order|discharge plan|recovery plan|support plan)\b"
    r"|\bbecause (?:they|he|she|my \w+|the \w+) (?:say|says|said|told|wants?|tells)\b|\bi(?:'ve"
    r"| have)? (?:got )?(?:have )?to(?:,| or) (?:my|the|they)\b|\bfor my (?:mum|wife|husband|nurse|team|family"
    r"|partner|dad|girlfriend|boyfriend)(?:'s sake| really| not me)\b"
    r"|\b(?:mum|dad|nurse|wife|husband|partner|doctor|team|worker|family|they|she|he)(?:'s| is| are"
    r"|'re)? (?:(?:always|forever|really|dead|very|all|quite) )?(?:on at me|on my (?:back|case)|nagging|pushing"
    r"|pressuring|pestering|keen (?:on|for)|making me|going on|hell bent|insisting|adamant|set on|desperate for"
    r"|(?:pushing|pressing|asking) for)\b"
    r"|'s (?:really |dead |very )?(?:big|keen|hot) on (?:me|it|this|that|getting)\b|\bkeeps (?:on|going on|nagging"
    r"|pushing|saying|telling|asking)\b|\bput it (?:on|in|down)\b|\bif it (?:was|were) up to (?:my|the|them|her"
    r"|him)\b|^apparently i\b|\b\w+s? dream for me\b|\bwhatever (?:my|the|they"
    r"|she|he|mum|dad)\b.*\b(?:says?|wants?|thinks?|tells?|decides?)\b|\bwhat (?:my|the|they|she|he|mum"
    r"|dad)\b.{0,25}\b(?:says?|said|told|tells|suggested|asked|wants?|wanted)(?: me| i)?\b"
    r"|\bor (?:else )?(?:they|he|she|my \w+|the \w+)(?:'ll| will| won't|'d| would)\b|\b(?:they|he|she)(?:'ll"
    r"| will) (?:stop|sanction|cut|take|recall|evict|throw|kick)\b|\b(?:to|and) (?:get|keep) (?:my|the|them|him"
    r"|her)\b.{0,25}\boff my (?:back|case)\b|\bpushing for\b|^supposed to\b|^(?:been |got |was |were )?(?:told"
    r"|made|forced|asked|ordered|advised|nagged|pressured) (?:to|by|that i|i)\b|\bdoctor'?s'? orders\b"
    r"|\b(?:care ?plan|plan|licen[cs]e|order|discharge plan|probation|contract|tenancy) says\b"
    r"|\b(?:desperate|keen|dying|determined|wanting|hoping|pushing|pressing|nagging|begging|waiting|asking"
    r"|expecting|happy|pleased|proud|happier|better|over the moon) (?:for me|if i|that i|i'll|i would)\b"
    r"|\b(?:hopes?|wishe?s?) (?:that )?i(?:'ll|'d| will| would| could| can|'m)?\b(?<!^)|\b(?:signed|booked|put"
    r"|got|referred|entered|enrolled) me (?:up|in|down|to|on|onto)\b|\b(?:sending|sent|send|making|makes"
    r"|make) me (?:to|go|do)\b"
    r"|\b(?:won't|wont|not|never|don't|can't|refuse to|only) (?:\w+ )?(?:let|discharge|have|take|see|give|allow"
    r"|release|move|trust)(?: \w+)? (?:me )?(?:\w+ )*(?:unless|until|till|if) i\b|\bfor my (?:\w+ )?(?:mum|wife"
    r"|husband|nurse|team|family|partner|dad|girlfriend|boyfriend|kids|daughter|son|sister|brother)(?:'s sake"
    r"| more than me| not for me| not me)\b|\b(?:wants?|wanted|wanting|likes?|reckons?|thinks?"
    r"|says?) it (?:not me|more than (?:i|me))\b"
    r"|\b(?:my|the) (?:\w+ ){0,2}(?:idea|suggestion|goal|target|homework)(?: for me| set me|,)? not mine\b"
    r"|\bset (?:by|me) (?:my |the )?(?:\w+ )?(?:nurse|worker|team|therapist|ot|doctor|psychologist|homework)?\b"
    r"|\b(?:suggestion|recommendation|advice|homework|target|goal|idea) (?:of|from|by|my|the)\b"
    r"|\bon (?:at )?me (?:about|to|for|all)\b"
)
# Whoever says that I should: the leaflet, Jean next door, the doctor's letter; not I, and not a voice.
_TOLD_THAT_I_SHOULD = re.compile(
    r"^(?:(?:well|cos|because|so|apparently|honestly|um|basically|just|only)[\s,]+)*(?!(?:i|we|you|it|this|that|what"
    r"|my (?:head|brain|body|heart|gut|mind|voices?)|the voices?|something|part|voices?)\b)(?:[\w.'-]+ ){1,5}?"
    r"(?:say|says|said|saying|think|thinks|thought|reckon|reckons|reckoned|feel|feels|felt|told me|tells me"
    r"|telling me|decided|suggested|suggests|insists?|insisted|believes?|advised|advises|recommends?|recommended"
    r"|mentioned|put|agreed"
    r"|keep saying|keeps saying|wrote) (?:down )?(?:to me )?(?:that )?(?:i|me) (?:should|must|ought|need|needs"
    r"|have to|'ve got to|have got to|had to|had better|'d better|better|could do with|'d benefit|would benefit|'m to"
    r"|am to|got to|shouldn't|mustn't"
    r"|might|am (?:meant|supposed)|ought)\b"
    r"|\b(?:says?|said|told me|telling me|tells me|told|advised me|wants?|wanted|asked me|suggested|recommended"
    r"|advised|ordered|suggests|recommends|saying) (?:me )?(?:to |that )?(?:go|get|join|do|try|take|drink|eat|stop"
    r"|cut|lose|ring|phone|call|see|come|keep|start|walk|write|stay|give|move|find|have|make|use|tidy|clean|apply"
    r"|learn|attend|exercise|rest|sleep|tidying|going|getting|joining|doing|trying|taking|walking|writing|seeing"
    r"|stopping|cutting|eating|keeping)\b(?<!^.{5})"
)
_AS_I_AM_TOLD = re.compile(
    r"\bi (?:didn't|did not|never) (?:pick|choose|want|ask for|agree to|say|set|come up with)(?: it| that"
    r"| this)?(?: myself)?$|\b(?:put|written|wrote|set|got|chosen|picked|given me|named|listed) .{1,30}\b(?:as|for"
    r"|down as) (?:my|a) (?:goal|target|aim|step)\b"
    r"|\bon about (?:me|my)\b|\b(?:would|'d) have me (?=\w)(?!back|in\b(?! \w))|\b(?:her|him|them|mum"
    r"|dad) that (?:wants?|says?|thinks?)\b|\b(?:wants?|want|wanted|would like|'d like|would prefer|'d prefer"
    r"|would rather|'d love|would love|expects?|needs?|likes?) (?:me|us) "
    r"(?!back\b|too\b|again\b|more\b|dead\b|either\b|really\b|there\b(?! )|around\b)(?:\w+)|\bwants? that i\b"
    r"|\bwants? (?:it|this|that) for me\b|\b(?:is|are|was|were) (?:always |forever |constantly )?(?:nagging|pushing"
    r"|pressuring|pestering|badgering|hassling|bugging|urging|encouraging|making|forcing|telling|asking|begging)"
    r" (?:at |on )?(?:me|us)\b|\b(?:makes|make|making|forces|forcing|force) me (?!feel|happy|laugh|smile|cry|proud"
    r"|want|think|sad|angry|look|realise|better|worse|strong|who|a |the |some|my |tea|breakfast|dinner)\w+"
)
_SUGGESTS = frozenset("suggest recommend insist propose prefer demand advise urge request".split())
_SHOULD_ONLY = re.compile(
    r"\b(?:because )?i(?: just| feel i| think i)? (?:should|ought to)(?: (?:really|i guess|i suppose|do it"
    r"|want to|be|probably))*$|\bbecause (?:they|my \w+|the \w+|she|he)\b.*\b(?:told|said|wants?|says?)\b"
)
_MINE_TOO = re.compile(
    r"\bbut (?:what )?i(?:'d| would)? (?:really |actually |just )*(?:want|rather|like|prefer|love)\b|\b(?:and"
    r"|but|though) (?:so do i|i (?:really |do |actually |also |would )*(?:do|agree|want|like|love|think"
    r"|fancy)\b|me too|i'm (?:up for|happy|keen)|it's (?:my idea|mine|what i want) too)"
    r"|\b(?:we|both|me and \w+|my \w+ and (?:i|me)) (?:both |all )?(?:want|decided|agreed|think)\b|\bi asked\b"
    r"|\bwants me to be (?:happy|myself|proud)\b"
)
_DECIDED = (
    r"discharged|released|rehoused|let out|let go|let home|let off|transferred|deported|pardoned|forgiven"
    r"|taken (?:seriously|back|off)|believed|cured"
    r"|left alone|accepted|allowed|given|granted|awarded|offered|trusted|moved (?:out of|off|from|ward)"
    r"|taken off|promoted|approved|compensated|reunited|believed"
)
_CUSTODY = (
    r"kids?|children|son|daughter|baby|boys?|girls?|lads?|little (?:one|girl|boy)s?|bairns?|grandkids|grandchildren"
    r"|nan|mum|dad|wife|husband|girlfriend|boyfriend|ex|partner|fella|missus"
)
_DECIDED_BY_OTHERS = re.compile(
    r"\b(?:get|have|win|want|need|getting|having|be with)(?: (?:got|had|all|both|back))? (?:my|the"
    rf"|our) (?:\w+ )?(?:{_CUSTODY}"
    rf"|licen[cs]e|job|old job|benefits?|pip|dla|esa|money|house|flat|dog|old life|leg|sight|hearing"
    rf"|hair) (?:and \w+ )?back\b"
    rf"|\b(?:kids?|children|son|daughter|baby|boys|girls|lads)(?: \w+)? (?:home(?! from)|back|returned"
    rf"|living with me|out of care|off (?:the|social) \w+)\b|^(?:a |the )?cure\b|\bget (?:my|the"
    rf"|our) \w+(?: \w+)? to (?!know)|\b(?:people|services|staff|doctors|council|neighbours?|dwp"
    rf"|police) to (?:leave|let|give|stop|listen|understand|treat|believe|sort|move)\b|\bservices (?:out of|off)\b"
    rf"|^(?:him|her|them) back\b|^(?:my"
    rf"|the) (?:\w+ )?(?:kids?|children|job|licen[cs]e|house|flat|dog|family|wife|husband) back\b|\bcustody\b"
    rf"|\b(?:be|get|getting|being|been|got) (?:\w+ )?(?:{_DECIDED})\b(?! up\b)|\b(?:my |a |get |early )+discharge\b"
    r"|\b(?:off|lifted|lift|end of|out of|from|taken off|come off|coming off|remove|removed from|end) (?:my "
    r"|the |this |a |being )?(?:\w+ )?(?:section|sectioned|cto|probation|tag|licen[cs]e conditions"
    r"|community treatment order|child protection|register|depot|injections?|ward|hospital|secure unit|prison"
    r"|jail)(?: \w+)?$"
    r"|\bwin(?:ning)? (?:the|my|a|on the) (?:\w+ )?(?:lottery|lotto|pools|appeal|case|tribunal|jackpot"
    r"|premium bonds)\b|\blottery\b|\b(?:council|housing association|bigger|social) (?:flat|house|housing"
    r"|place)\b|\b(?:asylum|citizenship|leave to remain|my papers|a visa|my visa|refugee status|right to stay)\b"
    r"|\b(?:never|not) (?:have )?(?:been (?:ill|born|diagnosed|sectioned|abused)|happened|got ill|had this)\b"
    r"|\b(?:turn|go|wind) (?:back (?:time|the clock)|back in time)\b|\b(?:(?<!feel )(?<!feeling )alive(?: again)?"
    r"|still here)$"
    r"|\bcome back (?:to me|home|from the dead|to life)\b"
    r"|\b(?:judge|court|tribunal|home office|dwp|council|social services|doctors?|psychiatrist|consultant"
    r"|parole board|landlord|government) (?:\w+ )?(?:to|will|would|says?|lets?|agrees?|decides?|gives?|sorts?"
    r"|changes?|stops?|takes?|finds?)\b"
    r"|\b(?:benefits?|pip|claim|appeal|housing|debt) (?:to be )?(?:sorted|approved|accepted|reinstated"
    r"|backdated|awarded|restored|agreed|granted)\b|\b(?:unsupervised|more|overnight|supervised) (?:contact"
    r"|access|leave|visits?)\b|\b(?:get|have|see|be allowed)(?: \w+)? (?:escorted |unescorted |section 17 "
    r"|home )leave\b"
    r"|\b(?:sentence|case|charges) (?:to be )?(?:dropped|reduced|over|quashed)\b|\b(?:cure|a cure) for\b"
    r"|\b(?:diagnosis|conviction|record) (?:\w+ )?(?:removed|changed|wiped|overturned|dropped)\b|\bmoved (?:up"
    r"|nearer|closer)? ?(?:on|up) the (?:list|waiting list|housing list)\b"
)
_IN_THEIR_HANDS = re.compile(
    r"^(?:to have |have |get |win |just )*(?:a )?(?:million|loads of|lots of|billion) (?:pounds|money|quid)\b"
    r"|\b(?:contact|access|visits|custody) (?:with|of|to) (?:my|the) \w+|\b(?:discharged|released|let out) from\b"
    r"|\b(?:win|won|winning|come up|come into)\b.{0,15}\b(?:lottery|lotto|scratch ?cards?|pools|bingo|euromillions"
    r"|millions|jackpot|premium bonds|raffle|bets?|horses|gold ?mine|money)\b|\b(?:section|cto|tag|order|injunction"
    r"|ban|conditions?|restrictions?|curfew|sanction)"
    r" (?:\w+ )?(?:lifted|removed|dropped|ended|revoked|taken off|over|cancelled|finished|gone|stopped)\b"
    r"|\b(?:social (?:workers?|services)|police|services|probation|the team|crisis team|bailiffs|home treatment|them"
    r"|cmht) (?:all )?(?:out of|off) (?:my|our) (?:life|lives|back|case)\b"
    r"|\b(?:get|gets|be|am|being|getting|got|is|are) (?:\w+ )?(?:let (?:out|off|home|go|back)|picked|chosen|selected"
    r"|moved up|housed|rehoused|allowed|sent home|freed|given (?:a|my|the|back)|granted|discharged|released"
    r"|transferred|offered a (?:flat|house|place|bed)|believed|forgiven|cleared|signed off|found (?:not|innocent))\b"
    r"|^(?:(?:for|that|i want|i'd like|i wish|hope|hoping|i hope|wish|want) )*(?:my |the |our "
    r"|this )?(?:\w+ ){0,2}(?!i\b|we\b)(?:he|she|they|him|her|them|wife|husband|partner|ex|girlfriend|boyfriend|son"
    r"|daughter|kids?|children|brother|sister|mum|mam|dad|mother|father|nan|boss|friends?|mates?|family|council"
    r"|court|judge|tribunal|dwp|doctors?|psychiatrist|consultant|home office|government|landlord|neighbours?|police"
    r"|people|everyone|everybody|somebody|someone|team|nurses?|staff|society|world|social (?:worker|services)|jury"
    r"|jobcentre|psych|benefits people|housing|ex-wife|ex-husband|missus|stepson|lad|lads|baby|babies|weans|bairns)"
    r"(?:,? (?:he|she|they))? (?:(?:to|will|would|could|can|just|finally|would finally|to finally|to just"
    r"|to please) )*(?:comes?(?! (?:round|over|to (?:tea|dinner|visit)|with me|for))|coming(?! (?:round|for|over|to))"
    r"|come(?! (?:round|for|over))|loves?(?! (?:the|it|her|his|swim|a|to))|loving|forgives?|forgiving|lets?|letting"
    r"|gives?|giving|takes? me|taking me|takes|agrees?|drops?|stops?|speaks?|talks?|rings?|calls?|phones?|writes?"
    r"|visits?|trusts?|believes?|accepts?"
    r"|approves?|sorts?|lowers?|reduces?|changes?|ends?|closes?|leaves? me|wakes?|recovers?|gets? better|is (?:alive"
    r"|well|proud|back|cured|okay|ok)|are (?:proud|back|alive|okay)|understands?|treats?|listens?|moves? (?:away|back"
    r"|out|in)|finds?|says? (?:yes|sorry)|apologises?|returns?|quieter|being \w+|gone|back|be (?:proud|alive|nicer"
    r"|kinder|well|nice|okay|back)|want(?:s)? (?:me|to see|to know))\b"
    r"(?!.*\bi\b.*\b(?:can|could|go|learn|work|get a job)\b)"
    r"|\b(?:for|wish|want|if) (?:my |the )?\w+ (?:to still be|to be|was still|were still|not have|hadn't) (?:alive"
    r"|here|dead|died|well|proud|nice|around|ill)\b|^(?:a |the |some |find a |for a |to find a )?(?:miracle|cure"
    r"|magic wand|time machine)\b"
)
_WISHING = frozenset("want like wish hope need love prefer expect".split())
_AT_A_TIME = frozenset("before after since while when like as because although".split())
_AS_MY_OWN = re.compile(r"\b(?:with|by|and) (?:me|us)\b|\bi\b")


def is_someone_elses(said: str, doc: Doc) -> bool:
    """Does the answer say that somebody else wants this, and not that they want it too?"""
    if _MINE_TOO.search(said) or re.match(r"for (?:my|the|our) \w+ to\b", said):
        return False
    first_person = re.match(r"(?:i|we|i'd|i'm|i've|i'll)\b", said)
    told = not first_person and (_TOLD_THAT_I_SHOULD.search(said) or _AS_I_AM_TOLD.search(said))
    return bool(_NOT_MINE.search(said) or told) or any(
        _wants_of_me(verb, said) for verb in doc if verb.pos_ in {"VERB", "AUX"}
    )


def is_a_duty(said: str, doc: Doc) -> bool:
    """Is a reason only that somebody says so, or that one should ("because I should")?"""
    return bool(_SHOULD_ONLY.search(said)) or (bool(_NOT_MINE.search(said)) and is_someone_elses(said, doc))


def _wants_of_me(verb: Token, said: str) -> bool:
    lemma, subject = verb.lemma_.lower(), _who(verb)
    if lemma not in _WANTING or subject is None or subject.lower_ in _NOBODY or _is_only_wished(verb):
        return False
    if lemma not in _ASKING and not is_other_person(subject):
        return False
    below = [token for child in verb.children if child.dep_ not in SUBJECTS for token in child.subtree]
    after_me = [token for token in below if token.i > verb.i and token.lower_ not in _NOT_ASKED and token.is_alpha]
    asked_of_me = any(token.lower_ in {"me", "us"} and token.i > verb.i for token in below) and bool(after_me)
    if lemma in _SAYING:
        after = said[max(said.find(verb.lower_), 0) :]
        told_to = any(child.dep_ in {"xcomp", "dobj"} and child.i > verb.i for child in verb.children)
        bidden = any(child.dep_ == "ccomp" and (_is_bidding(child) or lemma in _SUGGESTS) for child in verb.children)
        return asked_of_me or (told_to and lemma in _ADVISING) or bidden or bool(_I_MUST.search(after))
    return asked_of_me


def _is_bidding(verb: Token) -> bool:
    """An order ("saying join the gym")."""
    return verb.tag_ in {"VB", "VBP"} and not any(child.dep_ in SUBJECTS for child in verb.children)


def _is_only_wished(verb: Token) -> bool:
    """ "I want my mum to ask me" tells of my wish, not of hers."""
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children):
        return True
    return verb.dep_ in {"ccomp", "xcomp"} and any(
        head.lemma_.lower() in {"want", "wish", "hope", "like"} and _is_mine(subject_of(head))
        for head in verb.ancestors
    )


def _who(verb: Token) -> Token | None:
    """The one who does it; in "it's my mum who wants", the mum."""
    subject = subject_of(verb)
    return verb.head if subject is not None and subject.lower_ in {"who", "that"} and verb.dep_ == "relcl" else subject


def is_outside_control(said: str, doc: Doc) -> bool:
    """Does the wish hang on what others do or decide, or on what cannot be undone?"""
    if (said.startswith("get my") and "life" in said) or re.search(
        r"^(?:i )?(?:just )?want my (?:old )?life back$", said
    ):
        return False
    if re.search(r"\bbut (?:what )?i(?:'d)?\b", said):
        return False
    return bool(_DECIDED_BY_OTHERS.search(said) or _IN_THEIR_HANDS.search(said)) or any(
        _is_anothers_act(verb) for verb in _wished(doc)
    )


def _wished(doc: Doc) -> Iterator[Token]:
    """What is wished for: the head of the answer, or of the clause after "I want"."""
    for root in (token for token in doc if token.dep_ == "ROOT"):
        verb = root
        while wished := next((kid for kid in verb.children if kid.dep_ in {"ccomp", "xcomp"} and kid.i > verb.i), None):
            if verb.lemma_.lower() not in _WISHING or not _is_mine(subject_of(verb)):
                break
            verb = wished
        yield verb


def _is_mine(token: Token | None) -> bool:
    return token is None or token.lower_ in ME


def _is_anothers_act(head: Token) -> bool:
    """ "my ex to take me back", "people to like me": another's name stands where mine would."""
    subject = next((child for child in head.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and any(word.lower_ in _AT_A_TIME for word in head.doc[: subject.i]):
        return False  # "as I did before my husband passed" tells when
    if head.pos_ in {"VERB", "AUX"}:
        own_part = any(
            token.lower_ in {"i", "we", "me", "us", "my"} and token.dep_ in SUBJECTS
            for token in head.doc
            if token.i > head.i
        )
        return is_other_person(subject) and (_starts_with_to(head) or not own_part)
    to_do = any(child.dep_ in {"relcl", "acl", "xcomp"} and _starts_with_to(child) for child in head.children)
    return to_do and is_other_person(head)


def _starts_with_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
