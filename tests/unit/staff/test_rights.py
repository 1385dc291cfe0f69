"""Each role may do what the one before it may, but an administrator opens nobody's page."""

from __future__ import annotations

import pytest

from bot.staff.rights import Right, Role, may, rights_of

ABOUT_PEOPLE = {Right.QUEUE, Right.PERSON, Right.ALERT, Right.ANSWER, Right.TRANSCRIPT, Right.EXPORT}


def test_each_role_may_what_the_one_before_it_may() -> None:
    reader, responder, lead = (set(rights_of(role)) for role in (Role.READER, Role.RESPONDER, Role.LEAD))
    assert reader < responder < lead


def test_who_sets_up_logins_sees_nobody() -> None:
    assert not ABOUT_PEOPLE & set(rights_of(Role.ADMINISTRATOR))
    assert [role for role in Role if may(role, Right.STAFF)] == [Role.ADMINISTRATOR]


def test_a_reader_sees_no_words_of_an_alert_and_reads_no_conversation() -> None:
    assert not {Right.ALERT, Right.ANSWER, Right.TRANSCRIPT, Right.AUDIT} & set(rights_of(Role.READER))


@pytest.mark.parametrize("right", list(Right))
def test_who_has_not_signed_in_may_only_sign_in(right: Right) -> None:
    assert may(None, right) is (right is Right.SIGN_IN)
