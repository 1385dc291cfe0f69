"""An NLU component that knows the commands: messages which are a command as a whole, and nothing else.

"I want to stop smoking" holds a command word and must never be taken for one, so only the whole message counts. What it
finds does not matter inside a dialogue: there the engine reads the message itself.
"""

# ruff: noqa: ARG003
from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.coaching.edits import read_edit
from bot.coaching.gate import asks_for_reminder, asks_who_sees
from bot.coaching.sharing import shares

_SAID = {
    "carry_on": "carry on, i can carry on, i can carry on now, ok carry on, yes carry on, lets carry on, continue,"
    " go on, keep going, resume, go back to it, back to it, im back, im ready, ready, i can continue, lets continue",
    "stop": "stop, stop here, stop now, stop for now, stop for today, stop this chat, stop the chat, save and stop,"
    " save & stop, quit, exit, end, end chat, end the chat, pause, finish, thats enough, thats enough for today,"
    " enough for today, enough",
    "menu": "menu, main menu, the menu, show menu, show me the menu, options, home, start, start over, restart,"
    " what can i choose, something else",
    "show_plan": "my plan, plan, show my plan, show plan, show me my plan, see my plan, whats my plan,"
    " whats in my plan",
    "skip": "skip, skip it, skip this, pass, next, next question",
    "go_back": "back, go back, back one, previous, undo",
    "why": "why, why do you ask, why do you want to know, why are you asking",
    "repeat": "repeat, say again, say that again, repeat that, again, pardon, what was the question",
    "help": "help, how does this work, what can you do, what can i say, what can i do, how do i use this",
    "person_wanted": "talk to a person, i want to talk to a person, can i talk to a person, talk to someone,"
    " can i talk to someone, i want to talk to someone, real person, human, a human, talk to a human,"
    " can i talk to a human, i want a human, speak to a person, speak to someone, can i speak to someone,"
    " i want to speak to a person, person please",
    "more_support": "more ways to get help, more help, more numbers, other numbers, find other lines, other lines,"
    " support, support now, help now, crisis, sos",
    "misunderstood": "you misunderstood, you misunderstood me, misunderstood, thats not what i meant, not what i meant,"
    " you got me wrong, you got that wrong, you got it wrong, i didnt mean that",
    "check_in": "how my step went, check in, check-in, my check in, my check-in, how did it go, look at my step,"
    " look at how it went",
    "hard_times": "hard times, plan for hard times, my plan for hard times, make a plan for hard times",
    "peer_support": "people like me, peer support, peers, a peer group, peer groups, show peer support, support groups",
    "feeling_low": "just listen",
    "who_reads": "who reads this",
    "erase": "erase my words, erase everything",
    "about_bot": "what are you",
    "about_recovery": "what is recovery",
    "about_medicines": "about my medicines",
    "affirm": "yes, y, yeah, yep, yup, yes please, ok, okay, sure, please, yes i do",
    "deny": "no, n, nope, nah, no thanks, no thank you, not really, no im ok, no im fine, no i dont, no im not",
    "greet": "hi, hello, hey, hiya, hi there, hello there, good morning, morning, good afternoon, good evening",
    "thanks": "thanks, thank you, ta, cheers, thank you so much, thanks a lot, many thanks",
    "goodbye": "bye, goodbye, bye bye, see you, see ya, good night, night",
    "start_strengths": "strengths, my strengths, what i am good at, what im good at, 1",
    "start_goals": "goals, a goal, set a goal, my goals, 2",
    "start_hope": "hope, some hope, a bit of hope, 3",
}
COMMANDS = {words.strip(): intent for intent, said in _SAID.items() for words in said.split(",")}
# What the card's buttons and the menu offer, also typed. "Stop" and its like are not among them: they can mean more.
_WAYS = frozenset({"carry_on", "menu", "show_plan", "more_support", "misunderstood", "person_wanted"})
_APOSTROPHE = re.compile("[’'`´]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")
LONGEST = max(map(len, COMMANDS)) + 20


def plain(text: str) -> str:
    """A message without case, apostrophes, outer punctuation and doubled spaces."""
    return _SPACES.sub(" ", _EDGES.sub("", _APOSTROPHE.sub("", text.casefold())))


def command(text: str) -> str:
    """The intent that the whole message commands, or an empty text."""
    known = COMMANDS.get(plain(text), "") if len(text) <= LONGEST else ""
    return known or _read(text)


def _read(text: str) -> str:
    """The intent of a message that is read by the rules of the dialogues, or an empty text."""
    if read_edit(text) is not None or shares(text):
        return "edit_plan"
    if asks_for_reminder(text):
        return "reminders"
    return "who_reads" if asks_who_sees(text) else ""


def is_a_way(text: str) -> bool:
    """Whether the whole message is one of our own ways on, from the card too. Such words are no cue, in any case."""
    return command(text) in _WAYS


def settle(message: Message, intent: str) -> None:
    """Set the intent as certain. The ranking is replaced too: others read the ranking, not the intent."""
    certain: dict[str, Any] = {"name": intent, "confidence": 1.0}
    message.set(INTENT, certain, add_to_output=True)
    message.set("intent_ranking", [certain], add_to_output=True)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CommandMatcher(GraphComponent):
    """Sets the intent of a message that is a command as a whole."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CommandMatcher:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            intent = command(message.get(TEXT) or "")
            if intent:
                settle(message, intent)
        return messages
