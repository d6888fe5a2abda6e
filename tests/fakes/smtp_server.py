"""A mail server on loopback (aiosmtpd): it takes mails, or refuses at the stage that it is told to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import UnthreadedController
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "assent", "open sesame"


@dataclass
class SmtpFake:
    """`mails` is what was taken; `refusals` maps a stage (`RCPT`, `DATA`, `DROP`) to answers, first one first."""

    mails: list[EmailMessage] = field(default_factory=list)
    refusals: dict[str, list[str]] = field(default_factory=dict)
    port: int = 0

    def url(self, password: str = PASSWORD) -> str:
        return f"smtp://{USER}:{password.replace(' ', '%20')}@127.0.0.1:{self.port}"

    def _refusal(self, stage: str) -> str:
        left = self.refusals.get(stage, [])
        return left.pop(0) if left else ""

    async def handle_RCPT(
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if refusal := self._refusal("RCPT"):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        if refusal := self._refusal("DATA"):
            return refusal
        message = message_from_bytes(envelope.content or b"", policy=default)
        assert isinstance(message, EmailMessage)
        assert len(envelope.rcpt_tos) == 1
        for part in message.iter_attachments():
            assert part["Content-Transfer-Encoding"] == "base64" and "/" not in (part.get_filename() or "/")
        self.mails.append(message)
        if self._refusal("DROP"):
            server.transport.abort()
        return "250 OK"


def _authenticator(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and data.login == USER.encode() and data.password == PASSWORD.encode()
    return AuthResult(success=right, handled=False) if not right else AuthResult(success=True)


@asynccontextmanager
async def smtp_fake(most_bytes: int = 33_554_432) -> AsyncIterator[SmtpFake]:
    """A mail server that wants a password and takes mails of so many bytes, on a free loopback port."""
    fake = SmtpFake()
    controller = UnthreadedController(
        fake,
        hostname="127.0.0.1",
        port=0,
        loop=asyncio.get_running_loop(),
        authenticator=_authenticator,
        auth_required=True,
        auth_require_tls=False,
        data_size_limit=most_bytes,
    )
    server = await controller._create_server()
    fake.port = server.sockets[0].getsockname()[1]
    try:
        yield fake
    finally:
        server.close()
        await server.wait_closed()
