"""Who is talking, without saying who: keyed pseudonyms and the key between our own processes."""

from __future__ import annotations

import hashlib
import hmac
import re


def pseudonym(secret: str, channel: str, sender: str) -> str:
    """A stable name for one sender on one channel that cannot be turned back without the secret.

    In: the installation's secret, the channel's name, the channel's own id of the sender.
    Out: 40 hexadecimal characters, used as Rasa's sender id and as the identity in the store.
    """
    return _keyed(secret, f"person:{channel}:{sender}")[:40]


def kept_name(secret: str, channel: str, sender: str) -> str:
    """The name under which somebody is kept, from the channel's own id of them or from that name itself.

    On the web nobody knows another id than this name: it is what stands in the browser's cookie before its first dot.
    """
    return sender if re.fullmatch(r"[0-9a-f]{40}", sender) else pseudonym(secret, channel, sender)


def digest(secret: str, what: str, text: str) -> str:
    """What is kept in place of a secret that somebody was given, such as a link; it cannot be turned back.

    In: the installation's secret, what kind of thing it is, the thing itself. Out: 64 hexadecimal characters.
    """
    return _keyed(secret, f"{what}:{text}")


def slow_digest(secret: str, what: str, text: str) -> str:
    """The same for something short enough to be guessed: a try costs about 50 ms of a core, and 16 MB."""
    salt = _keyed(secret, what).encode()
    return hashlib.scrypt(text.encode("utf-8", "surrogatepass"), salt=salt, n=2**14, r=8, p=1, dklen=32).hex()


def internal_key(secret: str) -> str:
    """The key by which our web process shows the Rasa process that a message comes from it."""
    return _keyed(secret, "internal")


def audit_key(secret: str) -> bytes:
    """The key with which the record of what staff did is chained."""
    return _keyed(secret, "audit").encode()


def staff_key(secret: str, purpose: str) -> str:
    """A key for one purpose of the staff pages: cookies, forms, the codes of an app."""
    return _keyed(secret, f"staff:{purpose}")


def _keyed(secret: str, text: str) -> str:
    return hmac.new(secret.encode(), text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
