"""What people say to steer the talk, as a whole message: one list that the dialogues obey and that is no cue.

It must hold no words that somebody could mean for their life without being named below.
"""

from __future__ import annotations

_SAID = {
    "skip": "i want to skip, i want to skip this, i'd like to skip, i'd like to skip this,"
    " skip, skip it, skip this, skip this one, skip that, skip question, skip this question, next,"
    " next question, next one, pass, move on, leave it, leave that one, leave it out",
    "back": "back, go back, go back one, back one, previous, previous question, last question, undo,"
    " i want to go back, i'd like to go back, take me back, go back a question, back a question",
    "stop": "stop, stop here, stop now, stop it, stop there, stop for now, stop for today, i want to stop,"
    " want to stop, save and stop, save & stop, save, pause, quit, exit, end, finish, finish for now,"
    " done for now, done for today, that's enough, thats enough, enough, enough for today,"
    " that's enough for today, thats enough for today, i need to stop, need to stop, i've got to go,"
    " ive got to go, got to go, gotta go, bye, goodbye, not now",
    "why": "why, why do you ask, why do you ask that, why are you asking, why do you want to know,"
    " why that, why this, what for, what's that for, whats that for, why ask, why are you asking that,"
    " why are you asking me this, why do you need to know",
    "repeat": "repeat, repeat that, repeat the question, say again, say that again, again, pardon,"
    " show me again, show me it again,"
    " what was the question, what did you ask, come again, what was that, carry on, i can carry on,"
    " i can carry on now, continue, keep going, resume, i'm back, im back, ready",
    "menu": "menu, main menu, the menu, show menu, show me the menu, go to menu, go to the menu,"
    " go back to the menu, back to the menu, back to menu, options",
    "help": "help, help me, what can i say, what can i do, what can i do here, how does this work, how do i use this",
    "plan": "plan, my plan, show plan, show my plan, show me my plan, see my plan, what's my plan, whats my plan,"
    " what is my plan, open my plan",
    "start_again": "start again, start over, begin again, start afresh, start from the beginning, start from the start",
    "longer": "longer, the longer way, take longer, take longer over it, take more time, more time,"
    " more questions, go deeper, ask me more, the long way, long version, in full, slow down,"
    " let's take longer, lets take longer",
    "shorter": "shorter, the shorter way, the short way, short version, keep it short, make it short,"
    " make it shorter, make it quick, quicker, quick version, fewer questions, less questions, this is too long,"
    " too long, too many questions, this is taking too long, can we keep it short, can we make it shorter,"
    " speed up, hurry up, i'm too tired for this, im too tired for this, too tired for this,"
    " i'm getting tired of this, im getting tired of this",
    "peers": "peer support, show peer support, show me peer support, peer groups, support groups",
    "not_meant": "that's not what i meant, thats not what i meant, not what i meant, that isn't what i meant,"
    " that's not what i said, thats not what i said, not what i said, you got me wrong, you got that wrong,"
    " you got it wrong, i didn't mean that, i didnt mean that, i didn't say that, i didnt say that,"
    " you misunderstood, you misunderstood me, no that's not it, no thats not it, that's not what i mean,"
    " thats not what i mean",
}
# Each wording and the control that it asks for.
NAMES = {words.strip(): name for name, said in _SAID.items() for words in said.split(",")}
# Obeyed, and heard as a possible cue all the same: the short question offers that only the chat is meant.
MAY_BE_ABOUT_LIFE = frozenset({"i want to stop", "want to stop", "i need to stop", "need to stop"})
