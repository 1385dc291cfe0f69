"""Somebody invented whose plan is full: three goals under way, everything filled in as people fill it in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from bot.coaching.plan import (
    CheckIn,
    Evidence,
    Goal,
    HardTimes,
    Hope,
    IfThen,
    LineKind,
    OwnLine,
    PlanItem,
    Section,
    Step,
    Strength,
)
from bot.store import UnitOfWork
from tests.web.people import Somebody

TODAY = date.today()
STRENGTHS = (
    Strength("I don’t give up on people", (Evidence("sat with my brother all of Sunday"),), fit=8),
    Strength("Good with my hands", (Evidence("mended the neighbours’ gate with what was in the shed"),)),
    Strength("I say what I think", (Evidence("told the landlord about the damp, twice"),)),
    Strength("I can make people laugh", (Evidence("the whole ward, at breakfast"),)),
    Strength("I know the birds of the canal", (Evidence("saw the first swallow on 9 April"),)),
)
GOALS = (
    Goal(
        vision="have a dog again, and be out with it every day whatever the weather",
        short="Have a dog again",
        importance=9,
        importance_reason="a house with nobody to greet you isn’t a home",
        confidence=6,
        step=Step("ask Marek if I can walk Biscuit on Sunday", "Sunday, after breakfast", "at his gate", "Marek",
                  TODAY + timedelta(days=1)),
        if_then=IfThen("I put my cup down after breakfast", "I ring Marek before I sit down again"),
        team_ask="help me ask the housing office whether dogs are allowed",
        review="in a week",
        review_on=TODAY + timedelta(days=7),
    ),
    Goal(
        vision="cook for my sister’s family once, a proper dinner with pudding",
        importance=7,
        importance_reason="they have fed me for years",
        confidence=5,
        step=Step("write down the soup our mother made", "on Tuesday evening", "at the kitchen table", "",
                  TODAY + timedelta(days=3)),
        if_then=IfThen("I start thinking that it will go wrong", "I make the soup alone first, just for me"),
        review_on=TODAY + timedelta(days=14),
    ),
    Goal(
        vision="be one of the people who run the garden group and not only somebody who comes",
        short="Help to run the garden group",
        importance=6,
        importance_reason="I was somebody at the works, and I would like to be that again",
        confidence=4,
        step=Step("ask Ana what needs doing on Thursdays", "at the next group", "in the greenhouse", "Ana"),
        if_then=IfThen("everybody looks up when I come in", "I go to the kettle first and say hello to one person"),
        team_ask="keep Thursday mornings free of appointments",
        review_on=TODAY + timedelta(days=21),
    ),
)  # fmt: skip
HOPE = Hope(
    now=4,
    afterwards=6,
    memory="the allotment in June, when the beans were up to my chin",
    act="ring Ayesha, even if I only say hello",
    if_then=IfThen("the news ends", "I ring Ayesha"),
    note="Mornings lie. Wait until the kettle has boiled. You have come through a winter before.",
    show_note=True,
    kit=("the photo of the boat", "Nina Simone", "the letter from my sister"),
    ways=("one hour at a time", "out of the door before noon"),
    i_can="still make a whole table laugh",
)
LINES = (
    OwnLine(LineKind.ROLE, "Uncle of three"),
    OwnLine(LineKind.ROLE, "Welder, thirty years at the works"),
    OwnLine(LineKind.PERSON, "Ayesha next door", "she rings on Sundays"),
    OwnLine(LineKind.PERSON, "My sister Jo", "Tuesdays, and whenever"),
    OwnLine(LineKind.PERSON, "Marek", "we walk Biscuit"),
    OwnLine(LineKind.GROUP, "Garden group", "Thursdays at ten"),
    OwnLine(LineKind.GROUP, "The chess table at the library"),
    OwnLine(LineKind.PLACE, "The bench by the lock"),
    OwnLine(LineKind.STAY_WELL, "Bed before eleven"),
    OwnLine(LineKind.STAY_WELL, "One walk a day, even a short one"),
    OwnLine(LineKind.COPING, "Radio on, phone in the drawer"),
    OwnLine(LineKind.CHOICE, "could we look at the evening tablets?", "they make me slow at the group"),
    OwnLine(LineKind.CONCERN, "what happens when my support worker leaves"),
)
HARD_TIMES = HardTimes(
    {
        Section.WELL: "up by nine, radio on, bad jokes",
        Section.SIGNS: "the curtains stay shut and I stop answering Jo",
        Section.ALONE: "a shower, then the canal; count the boats",
        Section.PLACES: "the library until six, the greenhouse",
        Section.PEOPLE: "Ayesha first, then Jo",
        Section.TEAM_KNOWS: "I go quiet before I go under. Quiet isn’t fine.",
        Section.TEAM_DOES: "sit with me and talk about something else",
        Section.TEAM_DOES_NOT: "ask me to rate anything",
        Section.LOOK_AFTER: "the tomatoes, and the rent on the 28th",
        Section.SAFER: "Jo keeps the spare tablets",
        Section.REASONS: "the three children, and a dog I haven’t met",
        Section.LEARNED: "ringing on day two is easier than on day ten",
        Section.FIRST_BACK: "Thursdays in the garden",
    }
)
LOOKS = (("some", 3, "it was raining, but I went as far as the lock"), ("did", 5, "Biscuit remembered me"),
         ("not_yet", 4, "a hard week"))  # fmt: skip


def fill_whole(here: Somebody) -> None:
    """Keep the full plan, and three check-ins of each goal over three weeks."""
    items: tuple[PlanItem, ...] = (*STRENGTHS, *GOALS, HOPE, *LINES, HARD_TIMES)
    with here.work() as work:
        work.consents.record(here.person_id, True, "consent.1")
        work.plans.add(here.person_id, items, "goals")
        work.commit()
        goals = [number for number, _ in work.plans.numbered(here.person_id).goals]
    for week, (outcome, progress, words) in enumerate(LOOKS):
        at = datetime.now(timezone.utc) - timedelta(days=21 - 7 * week)
        with UnitOfWork(here.settings.database_url, lambda at=at: at) as work:  # type: ignore[misc]
            look = CheckIn(0, outcome, progress=progress, confidence=5 + week, words=words)
            work.plans.add(here.person_id, [replace(look, goal_id=goal) for goal in goals], "check_in")
            work.commit()
