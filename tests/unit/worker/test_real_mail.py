"""Notifications to a real mail server: over a connection that is secured and certified, with a name and a password."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.alert_settings import Email
from bot.worker.delivery import DeliveryError, send_email
from tests.unit.worker.test_process import free_port

HOST = "127.0.0.1"
USER, PASSWORD = "cairn", "a password of the service"
EMAIL = Email(HOST, 0, "starttls", "cairn@service.example", ("duty@service.example",), USER)


@dataclass
class Mailbox:
    """What the server took: from whom, to whom, and what."""

    taken: list[tuple[str, list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 (its name)
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.taken.append((str(envelope.mail_from), list(envelope.rcpt_tos), content))
        return "250 taken"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    today = datetime.now(timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("mail") / "certificate.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that knows who has made the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


@pytest.fixture(params=["starttls", "tls"])
def server(request: pytest.FixtureRequest, certificate: Path) -> Iterator[tuple[Email, Mailbox]]:
    """A mail server that takes nothing without TLS and the password."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    mailbox = Mailbox()
    secured: dict[str, Any] = (
        {"ssl_context": context} if request.param == "tls" else {"tls_context": context, "require_starttls": True}
    )
    controller = Controller(
        mailbox,
        HOST,
        free_port(),
        authenticator=_knows,
        auth_required=True,
        auth_require_tls=request.param == "starttls",
        **secured,
    )
    controller.start()
    yield replace(EMAIL, port=controller.port, security=request.param), mailbox
    controller.stop()


def _knows(_server: object, _session: object, _envelope: object, _mechanism: str, data: object) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


def a_message() -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Cairn", EMAIL.sender, EMAIL.to[0]
    message.set_content("There is something to look at.\n")
    return message


@pytest.mark.usefixtures("trusted")
def test_it_is_taken_by_a_server_that_wants_tls_and_a_password(server: tuple[Email, Mailbox]) -> None:
    email, mailbox = server
    assert send_email(email, PASSWORD, a_message()) == ""
    ((sender, to, content),) = mailbox.taken
    assert (sender, to) == (EMAIL.sender, list(EMAIL.to))
    assert b"There is something to look at." in content


@pytest.mark.usefixtures("trusted")
def test_a_wrong_password_is_told_without_being_repeated(server: tuple[Email, Mailbox]) -> None:
    email, mailbox = server
    with pytest.raises(DeliveryError, match=r"refused it \(code 535\)") as told:
        send_email(email, "another one", a_message())
    assert "another one" not in str(told.value)
    assert mailbox.taken == []


def test_nothing_goes_to_a_server_that_nobody_vouches_for(server: tuple[Email, Mailbox]) -> None:
    email, mailbox = server
    with pytest.raises(DeliveryError, match="SSLCertVerificationError"):
        send_email(email, PASSWORD, a_message())
    assert mailbox.taken == []
