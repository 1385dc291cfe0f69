"""`python -m bot.worker`: does the worker's duties until SIGTERM or Ctrl-C. It must never import Rasa."""

from __future__ import annotations

import signal
import sys
from threading import Event

# spaCy's thinc would load TensorFlow where it is installed: hundreds of megabytes that no summary needs.
sys.modules["tensorflow"] = None  # type: ignore[assignment]  # None makes an import fail at once

from bot import logs  # noqa: E402 (the line above comes before any import that might load it)
from bot.settings import SettingsError, settings  # noqa: E402
from bot.worker.duties import Duties  # noqa: E402
from bot.worker.health import Health, serve  # noqa: E402


def main() -> int:
    """Run the worker. Out: the exit code, 0 when it was asked to stop."""
    logs.configure()
    logs.close()
    try:
        chosen = settings()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    stopping, health = Event(), Health()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopping.set())
    try:
        server = serve(health, chosen.host, chosen.worker_port)
    except OSError:
        print(f"Port {chosen.worker_port} is taken. Set CAIRN_WORKER_PORT to a free one.", file=sys.stderr)
        return 2
    Duties(chosen, health).run(stopping)
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
