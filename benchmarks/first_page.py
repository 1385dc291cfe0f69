"""How soon the first page can be used: `python -m benchmarks.first_page [times]`, one JSON line a figure.

From the start of the navigation, in a browser that was never here, until Start can be pressed in the conversation that
our script has drawn. It starts the web process alone, on a free port with databases of its own; nobody is looked at.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from playwright.sync_api import Browser, sync_playwright

from benchmarks.figures import Figure, percentile
from bot.settings import ROOT
from bot.store.migrate import upgrade

CHROMIUM = os.environ.get("CAIRN_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
TIMES = 30
WARM = 3
PATIENCE = 30.0  # seconds until the process answers
# performance.now() counts from the start of the navigation; it is read as soon as the button is there and enabled.
WATCH = """const look = () => {
const start = document.querySelector('cairn-chat')?.shadowRoot?.querySelector('.welcome .btn.main');
if (start && !start.disabled) window.ready = performance.now(); else requestAnimationFrame(look); };
requestAnimationFrame(look);"""
LOADED = """() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
.reduce((sum, one) => sum + one.transferSize, 0)"""


def main() -> int:
    """Measure. Out: the exit code."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    with _served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        looks = [_look(browser, url) for _ in range(WARM + times)][WARM:]
        browser.close()
    load = f"{times} first visits, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    for label, part in (("p50", 0.5), ("p95", 0.95)):
        milliseconds = round(percentile([look[0] for look in looks], part))
        print(Figure(f"first page until Start can be pressed {label}", "cairn", milliseconds, "ms", load).line())
    print(Figure("first page loaded", "cairn", max(look[1] for look in looks), "bytes", "all that was sent").line())
    return 0


def _look(browser: Browser, url: str) -> tuple[float, int]:
    """Milliseconds until the button can be pressed, and bytes that were loaded, by a browser that was never here."""
    context = browser.new_context(service_workers="block")  # it loads nothing that the page needs
    tab = context.new_page()
    tab.add_init_script(WATCH)
    tab.goto(url)
    tab.wait_for_function("() => window.ready > 0")
    found = float(tab.evaluate("window.ready")), int(tab.evaluate(LOADED))
    context.close()
    return found


@contextmanager
def _served() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="cairn-page-") as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        databases = {name: f"sqlite:///{folder}/{name}.db" for name in ("cairn", "tracker")}
        upgrade(databases["cairn"])
        environment = {
            **os.environ,
            "CAIRN_WEB_PORT": str(port),
            "CAIRN_DATABASE_URL": databases["cairn"],
            "CAIRN_TRACKER_URL": databases["tracker"],
            "CAIRN_SERVICE_FILE": f"{folder}/service.yml",
        }
        process = subprocess.Popen([sys.executable, "-m", "bot.web"], cwd=ROOT, env=environment)
        try:
            _wait_for(f"http://127.0.0.1:{port}/health")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(30)


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            httpx.get(address, timeout=2, trust_env=False)
            return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise SystemExit("The web process did not answer in time.")


if __name__ == "__main__":
    raise SystemExit(main())
