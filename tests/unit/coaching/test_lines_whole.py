"""A line to be agreed shows all that is kept of it: nobody can say yes to what they cannot see."""

from __future__ import annotations

from tests.unit.coaching.talk import begin, say, to_the_read_back

LONG = (
    "i stop opening the post and the washing up stays in the sink and i sit up half the night with the telly on"
    " and then i sleep till two and i say no when Maureen rings and i stop going to the bingo on a Thursday and the"
    " curtains stay shut all day and i eat toast for my tea and i go over and over old things that i should have said"
)


def test_a_line_of_sixty_words_is_shown_whole() -> None:
    assert len(LONG.split()) >= 60
    turn = to_the_read_back(say(begin("hard_times"), LONG))
    shown = " ".join(value for _, values in turn.sayings[-1].lines for value in values.values())
    assert LONG in shown
    assert "…" not in shown
