"""Logins, lines of help and the record, as administrators and leads use them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.staff.rights import Role
from bot.store.repositories.audit import Deed
from tests.web.staff.house import House


def test_an_administrator_adds_somebody_who_then_signs_in(house: House) -> None:
    browser = house.signed_in(Role.ADMINISTRATOR)
    shown = browser.post("/logins/add", name="Sam Okoro", login="Sam", role="responder").text
    found = re.search(r'First password: <span class="word">([\w-]+)</span>', shown)
    assert found is not None
    assert house.browser().sign_in("sam", found.group(1)).status_code == 303
    assert found.group(1) not in browser.get("/logins").text
    assert browser.post("/logins/add", name="Sam", login="sam", role="reader").status_code == 400
    assert browser.post("/logins/add", name="Sam", login="s2", role="king").status_code == 400
    with house.work() as work:
        assert work.audit.page(what="added_staff")[0].target == "login sam"


def test_a_new_first_password_ends_sessions_and_codes(house: House) -> None:
    login = house.staff(Role.READER)
    reader = house.browser()
    reader.sign_in(login)
    with house.work() as work:
        member = work.staff.by_login(login)
        assert member is not None
        work.staff.change(member.id, totp="ab" * 16)
        work.commit()
    shown = house.signed_in(Role.ADMINISTRATOR).post(f"/logins/{member.id}/password").text
    found = re.search(r'First password: <span class="word">([\w-]+)</span>', shown)
    assert found is not None
    assert not reader.is_in()
    assert house.browser().sign_in(login, found.group(1)).status_code == 303


def test_the_last_administrator_cannot_shut_the_door(house: House) -> None:
    browser = house.signed_in(Role.ADMINISTRATOR)
    with house.work() as work:
        (member,) = work.staff.all()
    response = browser.post(f"/logins/{member.id}/change", role="reader", active="yes")
    assert response.status_code == 400
    assert "only administrator" in response.text
    assert browser.post(f"/logins/{member.id + 77}/change", role="reader").status_code == 404


def test_a_line_that_somebody_called_is_noted_with_their_name(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(tmp_path / "service.yml"))
    browser = house.signed_in(Role.RESPONDER)
    page = browser.get("/signposts").text
    line, mark = re.findall(r'name="line" value="(\w+)"><input type="hidden" name="mark" value="(\w+)"', page)[0]
    assert browser.post("/signposts/verify", line=line, mark="0").status_code == 400
    assert browser.post("/signposts/verify", line="no_such_line", mark=mark).status_code == 404
    assert browser.post("/signposts/verify", line=line, mark=mark).status_code == 303
    noted = yaml.safe_load((tmp_path / "signposts-verified.yml").read_text(encoding="utf-8"))
    assert noted[line]["verified_by"] == "Responder Name"
    assert "Checked today, by Responder Name" in browser.get("/signposts").text
    assert "Checked today" in house.signed_in(Role.READER).get("/signposts").text
    assert 'name="line"' not in house.signed_in(Role.READER).get("/signposts").text


def test_a_line_that_could_not_be_noted_is_on_no_record_as_verified(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(tmp_path / "service.yml"))
    (tmp_path / "signposts-verified.yml").mkdir()  # no file can be written in its place
    browser = house.signed_in(Role.RESPONDER)
    page = browser.get("/signposts").text
    line, mark = re.findall(r'name="line" value="(\w+)"><input type="hidden" name="mark" value="(\w+)"', page)[0]
    assert browser.post("/signposts/verify", line=line, mark=mark).status_code == 400
    assert Deed.VERIFIED_LINE.value not in house.deeds()


def test_the_record_is_shown_newest_first_and_checked_on_request(house: House) -> None:
    number = house.alert()
    house.signed_in(Role.RESPONDER).post(f"/alert/{number}/acknowledge", note="<i>ringing</i>")
    browser = house.signed_in(Role.LEAD)
    page = browser.get("/audit").text
    assert page.index("Signed in") < page.index("Acknowledged an alert: alert 1")
    assert "“&lt;i&gt;ringing&lt;/i&gt;”" in page
    assert "Yes. " in browser.post("/audit/verify").text
    only = browser.get("/audit?what=acknowledged&who=responder").text
    assert "Acknowledged an alert: alert 1" in only
    assert ": alert 1" not in browser.get("/audit?what=closed").text
    assert browser.get("/audit?what=nonsense&before=x&who=" + "y" * 300).status_code == 200


def test_who_may_see_no_alert_reads_no_words_and_no_names_in_the_record(house: House) -> None:
    number = house.alert()
    with house.work() as work:
        person_id = work.alerts.get(number).person_id
        name = work.call_names.of([person_id])[person_id]
        work.commit()
    responder = house.signed_in(Role.RESPONDER)
    responder.post(f"/alert/{number}/acknowledge", note="ringing at ten")
    responder.post(f"/alert/{number}/judge", what="false_alarm", note="better off without me")
    responder.post(f"/alert/{number}/close", outcome="spoke", note="she is with her sister")
    responder.post(f"/person/{person_id}/transcript", reason="Ann asked me to read it")
    written = ("ringing at ten", "better off", "with her sister", "We spoke", "Ann asked me")
    administrator = house.signed_in(Role.ADMINISTRATOR)
    administrator.post("/logins/add", login="sam", name="Sam", role="reader")
    for page in (administrator.get("/audit").text, administrator.post("/audit/verify").text):
        assert not any(words in page for words in (*written, name))
        assert "Closed an alert: alert 1" in page
        assert "<td>a person</td>" in page
        assert "“reader”" in page  # what is about a login and about nobody
    lead = house.signed_in(Role.LEAD).get("/audit").text
    assert all(words in lead for words in (*written, name))


def test_a_long_record_is_shown_in_parts(house: House) -> None:
    browser = house.signed_in(Role.LEAD)
    for _ in range(55):
        browser.get("/queue")
    older = re.search(r"/staff/audit\?before=(\d+)", browser.get("/audit").text)
    assert older is not None
    assert "Signed in" in browser.get(f"/audit?before={older.group(1)}").text
