"""Resend as a mail provider. A mail is sent once per key: within 24 hours Resend answers a repetition as the first.

Errors as documented under "Errors" and "Idempotency Keys" of Resend's API reference.
"""

import base64
from collections.abc import Sequence
from typing import cast

import aiohttp
from resend import Domains, Emails
from resend.exceptions import ResendError

from channels.base import ChannelError, Finding, MessageRef, Rejected, RetryAfter, Unreachable
from channels.email.letter import Letter, Locked, Repeated, impersonal
from channels.email.resend_client import Account, Unanswered, Unsent, called
from channels.email.settings import EmailSettings
from channels.views import Content

NAME = "email resend"
KEY_WAIT, QUOTA_WAIT, BUSY_WAIT = 60.0, 3600.0, 2.0
"""Seconds until the next try: while the key is refused, the quota is used up, another try under the key is under way.
"""
ROOM = 29_000_000
"""Resend takes mails of 40 MB, files in Base64 and all: a third more than they are, and some for the words."""
_KEYS = frozenset({"missing_api_key", "invalid_api_key", "restricted_api_key", "suspended_api_key"})
_QUOTAS = frozenset({"daily_quota_exceeded", "monthly_quota_exceeded"})


class ResendPost:
    """A `Post` on one account."""

    room = ROOM

    def __init__(self, settings: EmailSettings) -> None:
        self._settings = settings
        self._session: aiohttp.ClientSession | None = None

    async def send(self, letter: Letter, key: str) -> MessageRef:
        """Send a mail once per key; answers its id in Resend. No outcome is in doubt: the key ends each doubt."""
        try:
            sent = await called(self._account(), lambda: Emails.send_async(self._params(letter), _options(key)))
        except ResendError as error:
            raise translated(error) from error
        return MessageRef(sent["id"])

    async def message_id(self, ref: MessageRef) -> str:
        """The Message-ID that Resend gave; "" where the key may only send."""
        try:
            email = await called(self._account(), lambda: Emails.get_async(ref))
        except ResendError as error:
            if isinstance(translated(error), Rejected | Locked):
                return ""
            raise translated(error) from error
        return str(email.get("message_id") or "")

    async def look(self) -> Sequence[Finding]:
        """Whether the key works, and, if it may look, whether the sender's domain is verified."""
        try:
            listed = await called(self._account(), Domains.list_async)
        except ResendError as error:
            return [_judged(error)]
        domains = {domain["name"].lower(): domain["status"] for domain in listed["data"]}
        domain = self._settings.domain.lower()
        state = next((domains[name] for name in _widening(domain) if name in domains), "unknown")
        if state != "verified":
            return [Finding(NAME, "doctor-mail-domain", {"domain": domain, "state": state})]
        return [Finding(NAME)]

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _account(self) -> Account:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return Account(self._session, self._settings.api_base, self._settings.api_key)

    def _params(self, letter: Letter) -> Emails.SendParams:
        headers = {"Auto-Submitted": "auto-generated"}
        if letter.thread:
            headers |= {"In-Reply-To": letter.thread, "References": letter.thread}
        params: dict[str, object] = {
            "from": self._settings.sender,
            "to": [letter.to],
            "subject": letter.subject,
            "html": letter.html,
            "text": letter.text,
            "headers": headers,
            "tags": [{"name": name, "value": value} for name, value in (letter.tags or {}).items()],
        }
        if letter.files:
            params["attachments"] = [_attached(file) for file in letter.files]
        return cast(Emails.SendParams, params)


def _attached(file: Content) -> dict[str, str]:
    content = base64.b64encode(file.data).decode()
    return {"filename": file.name, "content": content, "content_type": file.media_type}


def _options(key: str) -> Emails.SendOptions:
    return {"idempotency_key": key}


def _judged(error: ResendError) -> Finding:
    if error.error_type == "restricted_api_key":
        return Finding(NAME)  # it may only send: that is all it is for
    found = translated(error)
    problem = "doctor-unreachable" if isinstance(found, Unreachable) else "doctor-mail-key"
    return Finding(NAME, problem, {"detail": str(found)})


def _widening(domain: str) -> Sequence[str]:
    """The domain itself and those above it: a verified one covers no other, but names are listed in either way."""
    parts = domain.split(".")
    return [".".join(parts[start:]) for start in range(max(1, len(parts) - 1))]


def translated(error: ResendError) -> ChannelError:
    """The error as the rest of the house knows it; its text names no key and nobody's address."""
    kind, code, detail = error.error_type, int(error.code), impersonal(f"{error.error_type}: {error.message}")
    match error:
        case Unsent() | Unanswered():
            return Unreachable(error.message)
        case _ if kind in _KEYS or code == 401 or "API key" in error.message:
            return Locked(KEY_WAIT, detail)
        case _ if kind in _QUOTAS:
            return RetryAfter(QUOTA_WAIT, detail)
        case _ if code == 429:
            return RetryAfter(_wanted_wait(error), detail)
        case _ if kind == "concurrent_idempotent_requests":
            return RetryAfter(BUSY_WAIT, detail)
        case _ if kind == "invalid_idempotent_request":
            return Repeated(detail)
        case _ if code >= 500:
            return Unreachable(detail)
    return Rejected(detail)


def _wanted_wait(error: ResendError) -> float:
    headers = {name.lower(): value for name, value in error.headers.items()}
    try:
        return min(QUOTA_WAIT, max(0.1, float(headers.get("retry-after", "1"))))
    except ValueError:
        return 1.0
