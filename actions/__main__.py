"""The action server: `python -m actions`. Bound to this machine.

It must never load TensorFlow, nor write a person's words to a log.
"""

from __future__ import annotations

import sys

from bot import logs

# spaCy's thinc would load TensorFlow if it found it: 464 MB and ten seconds for nothing.
sys.modules["tensorflow"] = None  # type: ignore[assignment]


def main() -> None:
    """Serve the actions until stopped."""
    logs.configure()
    from rasa_sdk.endpoint import create_app

    from bot.coaching import grammar
    from bot.coaching.gate import learned
    from bot.settings import settings

    grammar.warm()
    learned.warm()
    app = create_app("actions", cors_origins="")
    logs.close()
    app.run(settings().host, settings().actions_port, access_log=False, motd=False)


if __name__ == "__main__":
    main()
