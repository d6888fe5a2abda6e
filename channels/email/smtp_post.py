"""A mail server as a mail provider. SMTP knows no keys: a mail sent again has the same Message-ID, by which mailboxes
may know it for the same.
"""

import hashlib
import ipaddress
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import formatdate
from urllib.parse import unquote, urlsplit

import aiosmtplib

from channels.base import ChannelError, Finding, Gone, MessageRef, Rejected, RetryAfter, Unconfirmed, Unreachable
from channels.email.letter import Letter, Locked, impersonal
from channels.email.settings import EmailSettings

NAME = "email smtp"
TIMEOUT = 30.0
ROOM = 18_000_000
"""Many servers take 25 MB with all that files become on the wire; one that takes less refuses the mail."""
LOGIN_WAIT, LATER = 60.0, 60.0
"""Seconds until the next try: while the password is refused, after a passing refusal."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server, read from `smtp://user:password@host:587` (STARTTLS) or `smtps://user:password@host:465`.

    Without TLS there is a server on this very machine only.
    """

    host: str
    port: int
    user: str
    password: str
    tls: bool

    @classmethod
    def read(cls, url: str) -> "Server":
        parts = urlsplit(url)
        tls = parts.scheme == "smtps"
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.hostname or "", parts.port or (465 if tls else 587), user, password, tls)

    @property
    def is_here(self) -> bool:
        """Whether it is on this machine."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


class SmtpPost:
    """A `Post` on one mail server; each mail has a connection of its own."""

    room = ROOM

    def __init__(self, settings: EmailSettings, tls: ssl.SSLContext | None = None) -> None:
        """`tls` says whose certificates are believed, the system's unless given."""
        self._settings = settings
        self._server = Server.read(settings.smtp_url)
        self._tls = tls

    async def send(self, letter: Letter, key: str) -> MessageRef:
        """Send a mail; answers its Message-ID."""
        message = self._message(letter)
        client = await self._connected()
        try:
            await client.send_message(message, sender=self._settings.address, recipients=[letter.to])
        except aiosmtplib.SMTPException as error:
            raise translated(error) from error
        finally:
            await _goodbye(client)
        return MessageRef(letter.id)

    async def message_id(self, ref: MessageRef) -> str:
        """Our own is the one that went out."""
        return ref

    async def look(self) -> Sequence[Finding]:
        """Whether the server is there, believed, and takes name and password."""
        try:
            await _goodbye(await self._connected())
        except Locked as wrong:
            return [Finding(NAME, "doctor-mail-login", {"detail": str(wrong)})]
        except ChannelError as error:
            return [Finding(NAME, "doctor-unreachable", {"detail": str(error)})]
        return [Finding(NAME)]

    async def close(self) -> None:
        """Nothing is held open."""

    async def _connected(self) -> aiosmtplib.SMTP:
        server = self._server
        client = aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.tls,
            start_tls=False if server.tls else None if server.is_here else True,
            username=server.user or None,
            password=server.password or None,
            tls_context=self._tls,
            timeout=TIMEOUT,
        )
        try:
            await client.connect()
        except aiosmtplib.SMTPAuthenticationError as error:
            raise Locked(LOGIN_WAIT, f"{error.code} {error.message}") from error
        except (aiosmtplib.SMTPException, OSError) as error:
            raise Unreachable(f"{type(error).__name__}: {error}") from error
        return client

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage(policy=WIRE)
        message["From"] = self._settings.sender
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message["Date"] = formatdate()
        message["Message-ID"] = letter.id
        message["Auto-Submitted"] = "auto-generated"
        if letter.thread:
            message["In-Reply-To"] = message["References"] = letter.thread
        message.set_content(letter.text)
        message.add_alternative(letter.html, subtype="html")
        for file in letter.files:
            main, _, sub = file.media_type.partition("/")
            message.add_attachment(file.data, maintype=main, subtype=sub, filename=file.name)
        # Two mails of one letter are alike, down to what stands between their parts.
        containers = [part for part in message.walk() if part.is_multipart()]
        for part, depth in zip(reversed(containers), ("", " in another"), strict=False):
            part.set_boundary(hashlib.sha256(f"{letter.id}{depth}".encode()).hexdigest()[:40])
        return message


async def _goodbye(client: aiosmtplib.SMTP) -> None:
    """Leave; what the server says to that does not matter any more."""
    try:
        await client.quit()
    except (aiosmtplib.SMTPException, OSError):
        client.close()


def translated(error: aiosmtplib.SMTPException) -> ChannelError:
    """The error as the rest of the house knows it: 4xx passes, 5xx stays, no answer is a doubt."""
    match error:
        case aiosmtplib.SMTPRecipientsRefused():
            [refused] = error.recipients[:1]
            return _refusal(refused.code, refused.message, Gone)
        case aiosmtplib.SMTPServerDisconnected() | aiosmtplib.SMTPTimeoutError():
            return Unconfirmed(impersonal(f"{type(error).__name__}: {error}"))
        case aiosmtplib.SMTPResponseException():
            return _refusal(error.code, error.message, Rejected)
    return Rejected(impersonal(f"{type(error).__name__}: {error}"))


def _refusal(code: int, message: str, for_good: type[ChannelError]) -> ChannelError:
    detail = impersonal(f"{code} {message}")
    return RetryAfter(LATER, detail) if 400 <= code < 500 else for_good(detail)
