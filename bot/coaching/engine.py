"""The engine that runs every dialogue: (guide, draft, answer) → (draft, sayings). Pure, and knows no dialogue.

It must never record what was not said, never ask one question more than three times unless asked to repeat it
or asked something back, and never take a sentence for a command.
"""

from __future__ import annotations

from dataclasses import replace

from bot.coaching import asking, editing, obeying, open_answers, unnumbered
from bot.coaching.answers import DECLINED, MODE, UNSURE, Answer, Answers
from bot.coaching.asides import MOST_TRIES, aside, leave_it, ruled
from bot.coaching.asking import Outcome, Turn
from bot.coaching.beside import both_taken, question_beside, without_reproach
from bot.coaching.calling_off import saves_nothing
from bot.coaching.choosing import offered_at, read_choice
from bot.coaching.confirming import Confirmed, WantsChange, agrees_to_the_deed, read_confirmation, wants_more
from bot.coaching.controls import Control, Request, control_behind
from bot.coaching.draft import Draft, Say
from bot.coaching.gate import ABOUT_THE_COACH, AnswerClass, loss_in, numbers_in, topic_of
from bot.coaching.guide import Guide, Kind, Step
from bot.coaching.naming import deleted_by_name, line_named
from bot.coaching.noting import noted, varied
from bot.coaching.outdating import answers_with
from bot.coaching.putting_right import later_words, number_and_time, number_put_right, the_number_before
from bot.coaching.reading import is_only_a_number, refuses_a_number, request_at, says_it_is_said, says_same
from bot.coaching.several_wishes import each_taken
from bot.coaching.taking_back import taken_back
from bot.coaching.text import plain

_OFFERING = frozenset({Kind.OPEN, Kind.CHOICE})
NOTHING_KNOWN: Answers = {}


def begin(guide: Guide, lead: tuple[Say, ...] = (), turn: int = 0, known: Answers = NOTHING_KNOWN) -> Turn:
    """Start a dialogue: the first question that applies. Turns are counted on from `turn`.

    `known` are answers to begin with: what was known of the person, what the wish itself said.
    """
    draft = Draft(journey=guide.journey, turn=turn, answers=dict(known))
    return asking.first(guide, replace(draft, answers=noted({}, draft.answers)), lead)


def resume(guide: Guide, draft: Draft, *, after_card: bool = False) -> Turn:
    """Go on where the draft stopped: the very question, in the very words, with what was said so far."""
    draft = replace(draft, may_clear=False)
    try:
        step = guide.step(draft.step)
    except KeyError:
        return asking.first(guide, replace(draft, path=(), queue=(), return_to="", before={}), ())
    if after_card and step.settled_by_card:
        return asking.keep(guide, draft, UNSURE, (Say("utter_carrying_on"),))
    if after_card:
        return asking.repeat(draft, Say("utter_we_were_here"))
    lines = tuple((line.words, values) for line, values in guide.standing_lines(draft.answers))
    said_before = lines and step.kind is not Kind.READ_BACK  # which shows the same lines itself
    lead = Say("utter_resume", lines=lines) if said_before else Say("utter_we_were_here")
    return asking.repeat(draft, lead)


def take(guide: Guide, draft: Draft, text: str) -> Turn:
    """One message of the person's at the draft's question."""
    turn = varied(_taken(guide, draft, text))
    warned_now = turn.draft.may_clear and not draft.may_clear
    return replace(
        turn, draft=replace(turn.draft, answers=noted(draft.answers, turn.draft.answers), may_clear=warned_now)
    )


def _taken(guide: Guide, draft: Draft, text: str) -> Turn:
    step = guide.step(draft.step)
    if not plain(text) and not text.strip():
        return asking.repeat(draft, Say("utter_empty", variant=draft.turn))
    text = without_reproach(text, step.asked)
    behind = control_behind(text)
    if behind is not None and behind[1] is Control.MENU:
        turn = _taken(guide, draft, behind[0])
        goes_on = turn.outcome is Outcome.ASKING  # what is saved or left by the answer is over anyway
        return obeying.obey(guide, turn.draft, Request(Control.MENU), text) if goes_on else turn
    if behind is not None and any(each.long for each in guide.steps):
        mode = Answer(choice=obeying.MODES[behind[1]][0])
        return _taken(guide, replace(draft, answers={**draft.answers, MODE: mode}), behind[0])
    beside = question_beside(step, text)
    if beside is not None:
        return both_taken(guide, draft, beside, _taken)
    shared = obeying.other_sharing(guide, draft, text)
    if shared is not None:
        return shared
    if step.kind in _OFFERING and offered_at(step, draft):
        answer = read_choice(step, offered_at(step, draft), text)
        if answer is not None:
            return _chosen(guide, draft, step, answer)
    called_off = editing.called_off(guide, draft, text)
    if called_off is not None:
        return called_off
    wishes = unnumbered.wishes_about_lines(guide, draft, text)
    if wishes:
        return each_taken(guide, draft, wishes, _taken)
    named = _named(guide, draft, step, text) or editing.by_halves(guide, draft, text)
    if named is not None:
        return named
    confirmed = step.kind is Kind.READ_BACK and isinstance(read_confirmation(text), Confirmed)
    request = None if confirmed else request_at(step, text)
    if step.kind is Kind.OPEN and _stays_with_it(draft, step, text):
        request = Request(Control.SKIP)  # what they said there before stays
    if request is not None:
        return obeying.obey(guide, draft, request, text)
    timed = unnumbered.time_changed(guide, draft, text)
    if timed is not None:
        return timed
    earlier = taken_back(guide, draft, text)
    if earlier is not None:  # another day is put right from here, too
        return unnumbered.time_changed(guide, draft, earlier[1]) or _taken(guide, *earlier)
    mended = _put_right(guide, draft, step, text)
    if mended is not None:
        return mended
    takers = {
        Kind.OPEN: open_answers.take_open,
        Kind.SCALE: _take_scale,
        Kind.CHOICE: _take_other,
        Kind.READ_BACK: _take_read_back,
    }
    return takers[step.kind](guide, draft, step, text)


def _stays_with_it(draft: Draft, step: Step, text: str) -> bool:
    """Does somebody stay with what they said at this question before: "same as before", "but i said what i want"?"""
    before = draft.partial or draft.answers.get(step.id, UNSURE).text
    return bool(before and (says_same(text) or (draft.partial and says_it_is_said(text))))


def _named(guide: Guide, draft: Draft, step: Step, text: str) -> Turn | None:
    """The turn where a line is pointed at by its name: its question is answered anew, with what hung on it."""
    gone = deleted_by_name(guide, draft.answers, text)
    if gone:
        return editing.delete(guide, draft, gone)
    found = line_named(guide, draft.answers, text)
    if found is None:
        return None
    number, line, words = found
    if step.kind is Kind.READ_BACK or draft.return_to or line.main not in draft.path:
        return editing.change(guide, draft, number, words)
    earlier = draft.back_at(line.main)
    said = Say("utter_back_said", {"said": draft.answers[line.main].text})
    return _taken(guide, earlier, words) if words else asking.show_again(guide, earlier, said)


def _put_right(guide: Guide, draft: Draft, step: Step, text: str) -> Turn | None:
    """The turn where a message puts right its own number or choice, or the number before it; None where none does."""
    before = guide.step(draft.last_answered) if draft.path and not draft.return_to else None
    if step.kind is Kind.OPEN and before and before.kind is Kind.SCALE and (both := the_number_before(text)):
        turn = _taken(guide, draft.back_at(before.id), both[1])
        return _taken(guide, turn.draft, both[0]) if turn.draft.step == step.id else turn
    if step.kind is Kind.SCALE and (timed := number_and_time(text)):
        changed = unnumbered.time_changed(guide, draft, f"i meant {timed[1]}")
        if changed is not None:
            turn = _take_scale(guide, changed.draft, step, timed[0])
            return replace(turn, sayings=(*changed.sayings[:-1], *turn.sayings))
    if step.kind is Kind.SCALE and (number := number_put_right(text)):
        return _take_scale(guide, draft, step, number)
    instead = later_words(text) if step.kind is Kind.CHOICE else None
    answer = read_choice(step, offered_at(step, draft), instead) if instead else None
    return _chosen(guide, draft, step, answer) if answer is not None else None


def _chosen(guide: Guide, draft: Draft, step: Step, answer: Answer) -> Turn:
    return asking.keep(guide, draft, answer, further=step.settles(draft.answers, answer))


def _take_scale(guide: Guide, draft: Draft, step: Step, text: str) -> Turn:
    numbers = () if topic_of(text) in ABOUT_THE_COACH else numbers_in(text)  # "is line 2 shared?"
    if len(numbers) == 1 or (numbers and draft.tries):
        answer = Answer(text=text.strip(), number=numbers[0])
        return asking.keep(guide, draft, answer, further=step.reads(text))
    if refuses_a_number(text):
        return asking.keep(guide, draft, DECLINED, (Say("utter_skipped", variant=draft.turn),))
    if draft.tries and ruled(text, step.asked) is AnswerClass.DONT_KNOW:  # a guess was asked for already
        return leave_it(guide, draft)
    words = "utter_scale_which" if numbers else "utter_scale_again"
    return _not_understood(guide, draft, step, text, words)


def _take_other(guide: Guide, draft: Draft, step: Step, text: str) -> Turn:
    another = obeying.another_change(guide, draft, text)
    if another is not None:
        return another
    answer_class = ruled(text, step.asked)
    is_no_answer = answer_class in _NO_ANSWER - {AnswerClass.DONT_KNOW} and not step.needed
    further = {} if is_no_answer else dict(step.reads(text))
    if step.id in further:
        answer = further.pop(step.id)
        said = (open_answers.reflection(_given_back(text), (), draft),) if step.reflects else ()
        return asking.keep(guide, draft, answer, said, further)
    if step.other_words_answer and answer_class not in _NO_ANSWER and not is_only_a_number(text):
        answers = answers_with(guide, draft, Answer(choice="own_words"), {})
        onward = replace(draft, answers=answers, step=step.other_words_answer, path=(*draft.path, step.id))
        return open_answers.take_open(guide, onward, guide.step(step.other_words_answer), text)
    told = replace(draft, answers={**draft.answers, **further})
    turn = _not_understood(guide, told, step, text, "utter_choice_again")
    heard = bool(further) and step.reflects
    return replace(turn, sayings=(open_answers.reflection(text, (), draft), *turn.sayings)) if heard else turn


def _given_back(text: str) -> str:
    """What of an account is given back: all of it, or its first sentence ("got to the door. legged it")."""
    first = text.strip().partition(". ")[0]
    return text if loss_in(text) or open_answers.reflected(text) or not open_answers.reflected(first) else first


_NO_ANSWER = frozenset({AnswerClass.PERSON_WANTED, AnswerClass.QUESTION, AnswerClass.REFUSAL, AnswerClass.DONT_KNOW})


def _not_understood(guide: Guide, draft: Draft, step: Step, text: str, words: str) -> Turn:
    beside = aside(guide, draft, text, ruled(text, step.asked))
    if beside is not None:
        return beside
    if draft.tries >= MOST_TRIES:
        return leave_it(guide, replace(draft, partial=""))
    if step.needed:
        words = "utter_needed"
    elif {choice.id for choice in step.choices} == {"yes", "no"}:
        words = "utter_yes_or_no"
    trying = replace(draft, tries=draft.tries + 1, turn=draft.turn + 1)
    return Turn(trying, (Say(words, {}, draft.turn, offered_at(step, draft), step=draft.question.step),))


def _take_read_back(guide: Guide, draft: Draft, _: Step, text: str) -> Turn:
    of_the_plan = guide.opens is not None and agrees_to_the_deed(text)
    reading = Confirmed() if of_the_plan else read_confirmation(text)
    if isinstance(reading, Confirmed):
        return Turn(draft, (Say(f"utter_{guide.journey}_saved"),), Outcome.KEPT, guide.keeps(draft.answers))
    if isinstance(reading, WantsChange):
        turn = editing.change(guide, draft, reading.line, reading.words, reading.without)
        return replace(turn, sayings=(Say("utter_one_line_first"), *turn.sayings)) if reading.more else turn
    again = unnumbered.put_right_again(guide, draft, text)
    if again is not None:
        return again
    if wants_more(text):
        return asking.repeat(draft, Say("utter_how_to_add", variant=draft.turn))
    answer_class = ruled(text, None)
    refused = answer_class is AnswerClass.REFUSAL
    beside = None if refused else aside(guide, draft, text, answer_class)
    if beside is not None:
        return beside
    if (refused or saves_nothing(text)) and guide.opens is not None:
        return asking.nothing(guide, draft)
    if refused or saves_nothing(text) or draft.tries >= MOST_TRIES:
        return Turn(draft, (Say("utter_kept_as_draft"),), Outcome.LEFT)
    trying = replace(draft, tries=draft.tries + 1)
    return asking.repeat(trying, Say("utter_read_back_again", variant=draft.turn))
