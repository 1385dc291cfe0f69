"""Whose wish it is. An answer is never argued with: these only choose the next question.

Source: method, sections 3 and 5 (G4 whose idea).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

from bot.coaching.gate.people import is_mine, is_other_person
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
        head.lemma_.lower() in {"want", "wish", "hope", "like"} and is_mine(subject_of(head)) for head in verb.ancestors
    )


def _who(verb: Token) -> Token | None:
    """The one who does it; in "it's my mum who wants", the mum."""
    subject = subject_of(verb)
    return verb.head if subject is not None and subject.lower_ in {"who", "that"} and verb.dep_ == "relcl" else subject
