"""In whose hands a wish lies. An answer is never argued with: this only chooses the next question.

Source: method, sections 3 and 5 (G6 what lies in my hands).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

from bot.coaching.gate.people import is_mine, is_other_person
from bot.coaching.grammar import SUBJECTS, subject_of

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
            if verb.lemma_.lower() not in _WISHING or not is_mine(subject_of(verb)):
                break
            verb = wished
        yield verb


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
