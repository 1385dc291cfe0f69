"""The addresses of a person's own pages. None of them says what the page is about, or whose it is."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from bot.web.mine import change_pages, data_pages, door_pages, plan_pages, sharing_pages, way_pages
from bot.web.mine.visit import BY_LINK, OWN
from bot.web.session import DOORWAY


def mine_routes() -> list[BaseRoute]:
    """My plan, by one's own session and by link; sharing; my data; the ways back."""
    return [
        *_plan(OWN),
        *_plan(BY_LINK),
        Route("/plan/sharing", sharing_pages.choose),
        Route("/plan/sharing", sharing_pages.keep, methods=["POST"]),
        Route("/plan/seen", sharing_pages.preview),
        Route("/data", data_pages.page),
        Route("/data/copy.{kind}", data_pages.copy),
        Route("/data/choices", data_pages.choices, methods=["POST"]),
        Route("/data/erase", data_pages.ask_to_erase),
        Route("/data/erase", data_pages.erase, methods=["POST"]),
        Route("/data/forget", door_pages.forget, methods=["POST"]),
        Route("/data/code", way_pages.ask_code),
        Route("/data/code", way_pages.make_code, methods=["POST"]),
        Route("/data/code/instead", way_pages.replace_code, methods=["POST"]),
        Route("/data/code/withdraw", way_pages.withdraw_code, methods=["POST"]),
        Route("/data/links", way_pages.make_link, methods=["POST"]),
        Route("/data/links/{number:int}/withdraw", way_pages.withdraw_link, methods=["POST"]),
        Route("/p/{token}", way_pages.open_link, name="open_link"),
        Route(DOORWAY, door_pages.ask_door),
        Route(DOORWAY, door_pages.take_door, methods=["POST"]),
        Route(f"{DOORWAY}/{{door}}", door_pages.come_to_door),
        Route("/return", door_pages.ask_code),
        Route("/return", door_pages.take_code, methods=["POST"]),
    ]


def _plan(base: str) -> list[BaseRoute]:
    return [
        Route(base, plan_pages.plan),
        Route(f"{base}/my-plan.txt", plan_pages.text),
        Route(f"{base}/my-plan.ics", plan_pages.calendar),
        Route(f"{base}/change/{{letter}}/{{number:int}}", change_pages.change, methods=["POST"]),
        Route(f"{base}/look/{{number:int}}", change_pages.correct, methods=["POST"]),
        *(Route(f"{base}/{kind}", plan_pages.sheet_of(kind)) for kind in ("print", "large", "appointment")),
    ]
