"""Which texts are said in other words where alerts are on, so that what they say of who may read stays true.

The support texts have places of their own for that (data/responses/support.yml).
"""

from __future__ import annotations

_WITH_ALERTS = {
    "utter_consent_ask": "utter_consent_ask_alerts",
    "utter_who_reads": "utter_who_reads_alerts",
    "utter_who_reads_shared": "utter_who_reads_shared_alerts",
}


def key_for(key: str, *, alerts_on: bool) -> str:
    """The key whose words are said for this one."""
    return _WITH_ALERTS.get(key, key) if alerts_on else key
