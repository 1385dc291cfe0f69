"""A cue is not lost behind anything that somebody, or a broken keyboard, put before it."""

import pytest

from bot.safety.cues import screen


@pytest.mark.parametrize("before", ["x ", "ab ", "blah ", "zzzz", ". ", "🙂 ", "1 ", "h.e.l.l.o "])
@pytest.mark.parametrize("times", [1, 300, 3000])
def test_a_cue_behind_a_long_run_is_seen(before: str, times: int) -> None:
    assert screen(f"{before * times} i want to die {'y ' * 50}").response != "none"
