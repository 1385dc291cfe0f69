"""The page in a real Chromium: with and without script, by keyboard alone, on a small screen, in every theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect, sync_playwright

from bot.safety.card import support_message
from bot.web.app import create_app
from tests.web.backstage import GREETING, QUESTION, FakeRasa, said, serving, settings_for

pytestmark = pytest.mark.browser

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
CUE = "i want to die"
SMALL: ViewportSize = {"width": 360, "height": 640}
# 400 % zoom of a 1280 px wide screen
ZOOMED: ViewportSize = {"width": 320, "height": 256}


def card() -> dict[str, object]:
    message = support_message("card", ("wish_to_die",), country="GB", area="England", shown_before=0)
    support = {"id": message.id, "layout": "card", "families": ["wish_to_die"], "signposts": list(message.signposts)}
    return said(message.text, message.buttons, support=support)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def rasa() -> FakeRasa:
    return FakeRasa(replies={"Hello": GREETING, CUE: [card()], "skip": [said("That’s fine."), QUESTION]})


@pytest.fixture
def url(rasa: FakeRasa) -> Iterator[str]:
    with serving(rasa.app) as rasa_port:
        settings = settings_for(rasa_port)
        with serving(lambda: create_app(settings, kept=rasa)) as port:
            yield f"http://127.0.0.1:{port}"


@pytest.fixture
def tab(browser: Browser, url: str) -> Iterator[Page]:
    """A tab with script, at the first page. What a console reports fails the test."""
    context = browser.new_context()
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)
    tab.goto(url)
    yield tab
    context.close()
    assert complaints == []


def start(tab: Page) -> None:
    tab.get_by_role("button", name="Start").click()
    expect(tab.locator(".ask")).to_contain_text("Where would you like to start?")
    tab.wait_for_load_state()


def send(tab: Page, words: str) -> None:
    tab.get_by_label("rite it your own way").fill(words)
    tab.get_by_role("button", name="Send", exact=True).click()


def settled(tab: Page) -> None:
    """Wait until nothing fades in any more."""
    tab.locator("#log").evaluate(
        "node => Promise.all(node.getAnimations({ subtree: true }).map(motion => motion.finished))"
    )


def violations(tab: Page) -> list[str]:
    """What axe finds, each with the first place where it was found."""
    found = Axe().run(tab).response["violations"]
    return [f"{one['id']}: {one['help']} ({one['nodes'][0]['html']})" for one in found]


def test_a_conversation_with_script_stays_on_the_page(tab: Page) -> None:
    start(tab)
    tab.evaluate("window.same = true")
    tab.get_by_role("button", name="Something I want").click()
    expect(tab.locator(".ask")).to_have_text(f"Cairn asked: {QUESTION['text']}")
    send(tab, "play guitar again")
    expect(tab.locator(".mine").last).to_have_text("You said: play guitar again")
    expect(tab.locator("#say")).to_have_value("")
    expect(tab.locator(".ask")).to_have_count(1)
    assert tab.evaluate("window.same") is True
    tab.reload()
    expect(tab.locator(".mine").last).to_have_text("You said: play guitar again")


def test_a_conversation_without_script(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(url)
    start(tab)
    tab.get_by_role("button", name="Something I want").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    send(tab, CUE)
    expect(tab.locator(".card .line")).to_have_count(4)
    expect(tab.locator(".card").get_by_role("link", name="116 123")).to_have_attribute("href", "tel:116123")
    assert tab.locator(".card .line").first.bounding_box()["y"] < 500  # type: ignore[index]  # in view at once
    context.close()


def test_what_was_typed_is_kept_when_it_was_not_sent_and_can_be_sent_again(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    rasa.mood = "broken"
    send(tab, "buy my own bread")
    expect(tab.locator("#status")).to_have_text("Not sent. Please try again. Your words are still in the box.")
    expect(tab.locator("#say")).to_have_value("buy my own bread")
    expect(tab.locator(".mine")).to_have_count(1)
    rasa.mood = "well"
    tab.get_by_role("button", name="Send", exact=True).click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator("#say")).to_have_value("")


def test_without_a_network_the_page_says_so_and_shows_where_help_is(tab: Page) -> None:
    start(tab)
    tab.context.set_offline(True)
    send(tab, "anyone there")
    expect(tab.locator("#status")).to_contain_text("Not sent.")
    expect(tab.locator("#say")).to_have_value("anyone there")
    expect(tab.get_by_role("log").get_by_role("link", name="116 123")).to_be_visible()


def test_sending_is_shown_until_there_is_an_answer(tab: Page) -> None:
    start(tab)
    waiting: list[Route] = []
    tab.route("**/chat/say", lambda route: waiting.append(route))  # a built-in is not taken
    send(tab, "a goal")
    expect(tab.locator("#status")).to_have_text("Sending…")
    expect(tab.locator("#sending")).to_be_visible()
    send(tab, "a goal")  # pressed again while it is on its way
    assert len(waiting) == 1
    waiting[0].continue_()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator("#sending")).to_have_count(0)


def test_while_an_answer_is_on_its_way_it_says_so(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    rasa.mood = "hung"
    send(tab, "a goal")
    expect(tab.locator("#sending")).to_have_text("Sent")
    expect(tab.locator(".writing")).to_have_text("Cairn is writing…")
    expect(tab.locator("#status")).to_contain_text("Not sent.")
    expect(tab.locator(".writing")).to_have_count(0)


def test_another_try_is_the_same_message(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    rasa.mood = "broken"
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.post_data or "") if "/chat/say" in request.url else None)
    send(tab, "a goal")
    expect(tab.locator("#status")).to_contain_text("Not sent.")
    rasa.mood = "well"
    tab.get_by_role("button", name="Try again").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator("#say")).to_have_value("")
    assert len(asked) == 2
    assert asked[0] == asked[1]


def test_two_tabs_show_the_same_conversation(tab: Page, url: str) -> None:
    start(tab)
    second = tab.context.new_page()
    second.goto(url)
    expect(second.locator(".ask")).to_contain_text("Where would you like to start?")
    send(tab, "a goal")
    expect(second.locator(".ask")).to_contain_text(QUESTION["text"])
    send(second, "another")
    expect(tab.locator(".mine").last).to_have_text("You said: another")
    expect(tab.locator(".mine")).to_have_count(3)


def test_what_is_said_is_announced_and_what_was_said_before_is_not(tab: Page) -> None:
    start(tab)
    assert tab.locator("#log").get_attribute("aria-live") is None
    expect(tab.get_by_role("log", name="Conversation")).to_be_visible()
    tab.add_init_script(
        "customElements.whenDefined('cairn-chat').then(() => { new MutationObserver(() => {"
        " const log = document.querySelector('cairn-chat')?.shadowRoot?.getElementById('log');"
        " window.first = window.first ?? log?.getAttribute('aria-live'); })"
        ".observe(document, {subtree: true, childList: true, attributes: true}); })"
    )
    tab.reload()
    expect(tab.locator(".mine")).to_have_count(1)
    assert tab.evaluate("window.first") == "off"


def test_the_card_comes_into_view_with_all_its_numbers(tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    start(tab)
    send(tab, CUE)
    lines = tab.locator(".card .line")
    expect(lines).to_have_count(4)
    for place in range(4):
        expect(lines.nth(place)).to_be_in_viewport(ratio=1)
        assert lines.nth(place).bounding_box()["height"] >= 60  # type: ignore[index]
    tab.get_by_role("button", name="I can carry on").click()
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])


def test_the_whole_way_by_keyboard_alone(tab: Page, rasa: FakeRasa) -> None:
    reach(tab, "Start")
    tab.keyboard.press("Enter")
    expect(tab.locator(".ask")).to_be_visible()
    tab.wait_for_load_state()
    reach(tab, "A bit of hope")
    tab.keyboard.press("Enter")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    expect(tab.locator("#answer")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.locator("#say")).to_be_focused()
    tab.keyboard.type("my own words")
    tab.keyboard.press("Enter")
    expect(tab.locator(".mine").last).to_contain_text("my own words")
    expect(tab.locator("#say")).to_have_value("")
    expect(tab.locator("#say")).to_be_focused()
    reach(tab, "Skip")
    tab.keyboard.press("Enter")
    expect(tab.locator(".msg", has_text="That’s fine.")).to_be_visible()
    expect(tab.get_by_role("button", name="Skip")).to_be_focused()
    assert [message["message"] for message in rasa.heard] == ["Hello", "A bit of hope", "my own words", "skip"]


def reach(tab: Page, name: str) -> None:
    """Press Tab until the button with this name has the focus; each thing on the way shows its focus."""
    for _ in range(30):
        tab.keyboard.press("Tab")
        focused = tab.evaluate(
            "() => { let at = document.activeElement; while (at.shadowRoot) at = at.shadowRoot.activeElement;"
            " return [at.textContent.trim(), getComputedStyle(at).outlineStyle]; }"
        )
        assert focused[1] == "solid", focused[0]
        if focused[0] == name:
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")


def test_a_line_break_is_typed_with_shift(tab: Page, rasa: FakeRasa) -> None:
    start(tab)
    tab.locator("#say").press_sequentially("one")
    tab.keyboard.press("Shift+Enter")
    tab.keyboard.type("two")
    tab.keyboard.press("Enter")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    assert rasa.heard[-1]["message"] == "one\ntwo"


def test_leave_clears_the_page_and_leaves_no_way_back(tab: Page, url: str) -> None:
    tab.goto(f"{url}/support")
    tab.goto(url)
    start(tab)
    tab.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather", content_type="text/html"))
    tab.get_by_role("link", name="Leave").click()
    tab.wait_for_url("https://www.bbc.co.uk/weather")
    with tab.expect_request("https://www.bbc.co.uk/weather"):
        tab.evaluate("setTimeout(() => history.back())")
    tab.goto(url)
    expect(tab.get_by_role("log")).to_be_visible()


@pytest.mark.parametrize("theme", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_no_page_breaks_a_rule_of_accessibility(browser: Browser, url: str, theme: dict[str, str]) -> None:
    context = browser.new_context(**theme)  # type: ignore[arg-type]
    tab = context.new_page()
    for path in ("/support", "/support?area=Wales", "/nothing", "/"):
        tab.goto(url + path)
        assert violations(tab) == []
    start(tab)
    settled(tab)
    assert violations(tab) == []
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    settled(tab)
    assert violations(tab) == []
    send(tab, CUE)
    expect(tab.locator(".card")).to_be_visible()
    settled(tab)
    assert violations(tab) == []
    tab.reload()
    assert violations(tab) == []
    context.close()


@pytest.mark.parametrize("size", [SMALL, ZOOMED, {"width": 640, "height": 450}])
def test_nothing_is_cut_on_a_small_screen(browser: Browser, url: str, size: ViewportSize) -> None:
    context = browser.new_context(viewport=size)
    tab = context.new_page()
    tab.goto(f"{url}/support")
    assert fits(tab)
    tab.goto(url)
    assert fits(tab)
    start(tab)
    assert fits(tab)
    send(tab, "a" * 300)
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    assert fits(tab)
    send(tab, CUE)
    expect(tab.locator(".card")).to_be_visible()
    assert fits(tab)
    context.close()


def fits(tab: Page) -> bool:
    """No sideways scrolling, and the two ways out are in view."""
    for name in ("Leave", "Support now"):
        expect(tab.get_by_role("banner").get_by_role("link", name=name)).to_be_in_viewport(ratio=1)
    return bool(tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_with_twice_the_text_size_nothing_is_cut(tab: Page) -> None:
    tab.set_viewport_size(SMALL)
    start(tab)
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert fits(tab)


def test_every_target_is_large_enough(tab: Page) -> None:
    start(tab)
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    for target in tab.locator("header a, main button").filter(visible=True).all():
        assert target.bounding_box()["height"] >= 44  # type: ignore[index]


def test_nothing_is_asked_of_anybody_else(browser: Browser, url: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(url)
    start(tab)
    send(tab, "a goal")
    expect(tab.get_by_role("button", name="Skip")).to_be_visible()
    tab.goto(f"{url}/support")
    assert all(address.startswith(url) for address in asked)
    assert {cookie["name"] for cookie in context.cookies()} == {"cairn"}
    context.close()
