"""How quick the staff pages are on a database that `cairn demo` filled: `python -m benchmarks.staff [--rebuild]`.

It serves the pages in this process on a port of its own, signs in with a login that it makes for itself, and prints one
JSON line a figure. It looks at invented people only: in production it refuses.

Its exit code is 1 where an aim of docs/figures.md is missed.
"""

from __future__ import annotations

import json
import os
import random
import secrets
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie

import httpx
import uvicorn
from sqlalchemy import func, select
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount

from benchmarks.figures import missed, percentile
from bot.identity import staff_key
from bot.settings import Settings, settings
from bot.staff import passwords
from bot.staff.rights import Role
from bot.store import UnitOfWork
from bot.store.engine import engine_for
from bot.store.tracker_events import events
from bot.web.staff.app import staff_app
from bot.web.staff.cookies import Cookies
from bot.worker.summaries import SummaryKeeper

LOOKS = 200  # at each page
WARM = 10


def main() -> int:
    """Measure. Out: the exit code."""
    chosen = settings()
    if not chosen.in_development:
        print("This makes a login and looks at people: not in production.", file=sys.stderr)
        return 2
    people = _people(chosen)
    cookie, staff_id = _session(chosen)
    with _served(chosen) as url, httpx.Client(base_url=url, cookies=cookie, timeout=30) as client:
        dice = random.Random(1)
        queue = _tell("staff_queue", _timed(lambda: client.get("/staff/queue")), chosen)
        person = _tell("staff_person", _timed(lambda: client.get(f"/staff/person/{dice.choice(people)}")), chosen)
        _tell("staff_service", _timed(lambda: client.get("/staff/service"), 20), chosen)
    with UnitOfWork(chosen.database_url) as work:
        work.staff.change(staff_id, active=False)
        work.commit()
    rebuilt = _rebuild(chosen) if "--rebuild" in sys.argv else {}
    found = missed({"staff_queue p95, ms": queue, "staff_person p95, ms": person, **rebuilt})
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


def _people(chosen: Settings) -> list[str]:
    """Everybody of whom something can be seen."""
    with UnitOfWork(chosen.database_url) as work:
        everybody = work.summaries.everybody()
        shown = [person_id for person_id in everybody if work.summaries.get(person_id)]
    with engine_for(chosen.tracker_url).connect() as connection:
        count = connection.execute(select(func.count()).select_from(events)).scalar_one()
    print(json.dumps({"figure": "staff_size", "people": len(everybody), "shown": len(shown), "events": count}))
    return shown


def _session(chosen: Settings) -> tuple[dict[str, str], int]:
    """A login of this run, signed in. Out: its cookie and number."""
    response, cookies = Response(), Cookies(chosen.secret, secure=False)
    with UnitOfWork(chosen.database_url) as work:
        login = f"benchmark-{secrets.token_hex(4)}"
        member = work.staff.add(login, "Benchmark", Role.LEAD, passwords.kept(staff_key(chosen.secret, login)))
        work.staff.begin(member.id, cookies.begin(response))
        work.commit()
    value = SimpleCookie(response.headers["set-cookie"])[cookies.session].value
    return {cookies.session: value}, member.id


@contextmanager
def _served(chosen: Settings) -> Iterator[str]:
    app = Starlette(routes=[Mount("/staff", staff_app(chosen))])
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def _timed(look: Callable[[], httpx.Response], looks: int = LOOKS) -> tuple[list[float], list[float]]:
    """Milliseconds of so many looks, each of which has to succeed: by the clock, and of processor time.

    On a machine that is busy with other things the second says more; it holds the asking side, too.
    """
    clock, work = [], []
    for number in range(WARM + looks):
        begun, used = time.perf_counter(), time.process_time()
        look().raise_for_status()
        if number >= WARM:
            clock.append((time.perf_counter() - begun) * 1000)
            work.append((time.process_time() - used) * 1000)
    return sorted(clock), sorted(work)


def _rebuild(chosen: Settings) -> dict[str, float]:
    keeper = SummaryKeeper(chosen)
    differing = len(keeper.differing())
    begun = time.perf_counter()
    count = keeper.rebuild()
    took = round(time.perf_counter() - begun, 1)
    print(json.dumps({"figure": "staff_rebuild_s", "summaries": count, "value": took, "differed": differing}))
    return {"staff_rebuild, s": took, "summaries that differed": differing}


def _tell(figure: str, times: tuple[list[float], list[float]], chosen: Settings) -> float:
    """Print a figure. Out: its p95 by the clock."""
    clock, work = times
    p95 = round(percentile(clock, 0.95), 1)
    line = {
        "figure": figure,
        "database": chosen.database_url.split(":")[0],
        "p50_ms": round(percentile(clock, 0.5), 1),
        "p95_ms": p95,
        "processor_p95_ms": round(percentile(work, 0.95), 1),
        "load": round(os.getloadavg()[0], 1),
    }
    print(json.dumps(line), flush=True)
    return p95


if __name__ == "__main__":
    sys.exit(main())
