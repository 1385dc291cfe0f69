"""Starts the web process: `python -m bot.web`. It must never load TensorFlow or write what people say to a log."""

from __future__ import annotations

import sys

# spaCy's thinc would load TensorFlow where it is installed: hundreds of megabytes that no page needs.
sys.modules["tensorflow"] = None  # type: ignore[assignment]  # None makes an import fail at once

from bot import logs  # noqa: E402 (the line above comes before what might load it)
from bot.settings import SettingsError, settings  # noqa: E402
from bot.store import shown  # noqa: E402
from bot.web.app import create_app  # noqa: E402
from bot.web.server import serve  # noqa: E402


def main() -> int:
    """Serve until stopped. Out: the exit code."""
    logs.configure()
    logs.close()
    try:
        here = settings()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    shown.make_ready(here.tracker_url)  # the dialogue process tells where there is no room
    serve(create_app(here), here.host, here.web_port, here.proxies)
    return 0


if __name__ == "__main__":
    sys.exit(main())
