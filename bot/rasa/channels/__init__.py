"""The ways into this process: Rasa's REST format, the internal way for our web process, and health.

Every message channel checks who speaks, replaces the sender by a pseudonym, drops whatever metadata a client sends,
and goes through the guard.
"""

from bot.rasa.channels.health import Health
from bot.rasa.channels.rest import GuardedRest
from bot.rasa.channels.web import WebInput

__all__ = ["GuardedRest", "Health", "WebInput"]
