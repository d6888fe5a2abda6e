"""A fake Resend on loopback: `POST /emails`, `GET /emails/{id}`, `GET /domains`, and its signed webhooks.

Errors, idempotency and limits as its API reference has them under "Errors", "Idempotency Keys", "Usage Limits" and
"Send Email": https://resend.com/docs/api-reference. What Resend would refuse is refused here in the same words.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import re
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession, web

KEY_LIVES = 24 * 3600.0
MOST_RECIPIENTS = 50
MOST_BYTES = 40_000_000
"""Of a mail with all that is attached to it, as it is on the wire (documented under "Attachments")."""
_ADDRESS = re.compile(r"(?:[^<>]*<)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?")
_ASCII_ADDRESS = re.compile(r"[\x20-\x7e]+")
_TAG = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Refused(Exception):
    """An error as Resend spells it."""

    def __init__(self, status: int, name: str, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(name)
        self.status, self.name, self.message, self.headers = status, name, message, headers or {}

    def answer(self) -> web.Response:
        body = {"statusCode": self.status, "name": self.name, "message": self.message}
        return web.json_response(body, status=self.status, headers=self.headers)


@dataclass
class Email:
    """A mail that was taken."""

    id: str
    key: str
    body: dict[str, Any]
    message_id: str

    @property
    def to(self) -> str:
        [address] = self.body["to"]
        return str(address)


@dataclass
class ResendFake:
    """Made by `resend_fake`; `emails` is what was sent, `requests` every attempt, `faults` what goes wrong next.

    `may_read` is whether the key may do more than send; `per_second` is the limit of a team.
    """

    now: Callable[[], float] = time.time
    api_key: str = "re_test_123456789"
    domain: str = "example.com"
    domain_status: str = "verified"
    may_read: bool = True
    per_second: int = 1000
    most_bytes: int = MOST_BYTES
    webhook_secret: str = "whsec_" + base64.b64encode(b"0123456789abcdef0123456789abcdef").decode()
    emails: list[Email] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    faults: list[Any] = field(default_factory=list)
    """Taken one per request, first one first: a `Refused`, "lose the answer", "slow", or None for none."""
    address: str = ""
    _keys: dict[str, tuple[str, Email | None, float]] = field(default_factory=dict)
    _moments: list[float] = field(default_factory=list)

    def to(self, address: str) -> list[Email]:
        """The mails to one address, oldest first."""
        return [email for email in self.emails if email.to == address]

    async def send(self, request: web.Request) -> web.StreamResponse:
        """`POST /emails`."""
        key = request.headers.get("Idempotency-Key", "")
        self.requests.append(key)
        try:
            fault = await self._admitted(request)
            raw = await request.read()  # raises 413 for what is too large
            if len(raw) > self.most_bytes:
                raise web.HTTPRequestEntityTooLarge(self.most_bytes, len(raw))
            if key and not 1 <= len(key) <= 256:
                raise Refused(400, "invalid_idempotency_key", "The key must be between 1-256 chars.")
            email = await self._once(key, raw, slow=fault == "slow")
        except Refused as refused:
            return refused.answer()
        if fault == "lose the answer":
            assert request.transport
            request.transport.close()
        return web.json_response({"id": email.id})

    async def get(self, request: web.Request) -> web.Response:
        """`GET /emails/{id}`."""
        try:
            await self._admitted(request, reads=True)
            email = next((one for one in self.emails if one.id == request.match_info["id"]), None)
            if email is None:
                raise Refused(404, "not_found", "Email not found")
        except Refused as refused:
            return refused.answer()
        return web.json_response({"object": "email", "id": email.id, "message_id": email.message_id, **email.body})

    async def domains(self, request: web.Request) -> web.Response:
        """`GET /domains`."""
        try:
            await self._admitted(request, reads=True)
        except Refused as refused:
            return refused.answer()
        listed = [{"id": "d1", "name": self.domain, "status": self.domain_status, "region": "eu-west-1"}]
        return web.json_response({"object": "list", "has_more": False, "data": listed})

    async def tell(self, hook: str, kind: str, email: Email, **changes: Any) -> int:
        """Send an event to a webhook, signed as Svix does it; answers the status. `changes` spoil it."""
        data = {"email_id": email.id, "to": email.body["to"], "subject": email.body["subject"],
                "created_at": "2026-11-28T12:00:00.000Z", "message_id": email.message_id,
                "tags": {tag["name"]: tag["value"] for tag in email.body.get("tags", [])}}  # fmt: skip
        payload = json.dumps({"type": f"email.{kind}", "created_at": data["created_at"], "data": data})
        event = changes.get("id") or f"msg_{secrets.token_hex(12)}"
        moment = str(int(changes.get("at", time.time())))
        secret = base64.b64decode(changes.get("secret", self.webhook_secret).removeprefix("whsec_"))
        signed = f"{event}.{moment}.{payload}".encode()
        signature = "v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
        headers = {"svix-id": event, "svix-timestamp": moment, "svix-signature": changes.get("signature", signature)}
        headers = {name: value for name, value in headers.items() if name not in changes.get("without", ())}
        body = changes.get("body", payload.encode())
        async with ClientSession() as http, http.post(hook, data=body, headers=headers) as answer:
            return answer.status

    async def _admitted(self, request: web.Request, reads: bool = False) -> Any:
        """Whether the request may be looked at at all; answers the fault that it is to meet."""
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, Refused):
            raise fault
        given = request.headers.get("Authorization", "")
        if not given:
            raise Refused(401, "missing_api_key", "Missing API Key")
        if given != f"Bearer {self.api_key}":
            raise Refused(403, "invalid_api_key", "API key is invalid")
        if reads and not self.may_read:
            raise Refused(401, "restricted_api_key", "This API key is restricted to only send emails")
        now = self.now()
        self._moments = [moment for moment in self._moments if moment > now - 1]
        if len(self._moments) >= self.per_second:
            wait = {"retry-after": "1", "ratelimit-limit": str(self.per_second), "ratelimit-remaining": "0"}
            raise Refused(429, "rate_limit_exceeded", "Too many requests.", wait)
        self._moments.append(now)
        return fault

    async def _once(self, key: str, raw: bytes, slow: bool) -> Email:
        """Take a mail once per key: the same answer for the same body, an error for another or for one under way."""
        digest, now = hashlib.sha256(raw).hexdigest(), self.now()
        known = self._keys.get(key) if key else None
        if known and known[2] > now - KEY_LIVES:
            if known[0] != digest:
                raise Refused(409, "invalid_idempotent_request",
                              "This idempotency key has been used with a different request body.")  # fmt: skip
            if known[1] is None:
                raise Refused(409, "concurrent_idempotent_requests", "Another request with this key is in progress.")
            return known[1]
        body = _checked(raw, self.domain)
        self._keys[key] = (digest, None, now)
        if slow:
            await asyncio.sleep(0.2)
        number = f"{len(self.emails):08x}-0000-4000-8000-{secrets.token_hex(6)}"
        email = Email(number, key, body, f"<{number}@eu-west-1.amazonses.com>")
        self.emails.append(email)
        self._keys[key] = (digest, email, now)
        return email


def _checked(raw: bytes, domain: str) -> dict[str, Any]:
    """A body as Resend accepts it."""
    try:
        body = json.loads(raw)
    except ValueError:
        raise Refused(400, "validation_error", "The request body is not valid JSON.") from None
    for name in ("from", "to", "subject"):
        if not body.get(name):
            raise Refused(422, "missing_required_field", f"Missing `{name}` field.")
    if not (body.get("html") or body.get("text")):
        raise Refused(422, "missing_required_field", "Missing `html` or `text` field.")
    if not _ADDRESS.fullmatch(body["from"]):
        raise Refused(422, "invalid_from_address", "Invalid `from` field.")
    if not body["from"].rstrip(">").lower().endswith(f"@{domain}"):
        raise Refused(403, "validation_error", "The domain is not verified. Please, add and verify your domain.")
    body["to"] = [body["to"]] if isinstance(body["to"], str) else body["to"]
    wrong = [one for one in body["to"] if not (_ADDRESS.fullmatch(one) and _ASCII_ADDRESS.fullmatch(one))]
    if wrong or len(body["to"]) > MOST_RECIPIENTS:
        raise Refused(422, "validation_error", "Invalid `to` field. The email address needs to follow the format.")
    for tag in body.get("tags", []):
        if not (_TAG.fullmatch(tag.get("name", "")) and _TAG.fullmatch(tag.get("value", ""))):
            raise Refused(422, "validation_error", "Tags should only contain ASCII letters, numbers, _ or -.")
    for attached in body.get("attachments", []):
        _check_attachment(attached)
    if any(not isinstance(value, str) or "\n" in value for value in body.get("headers", {}).values()):
        raise Refused(422, "validation_error", "Invalid `headers` field.")
    if "\n" in body["subject"]:
        raise Refused(422, "validation_error", "The `\\n` is not allowed in the `subject` field.")
    return dict(body)


def _check_attachment(attached: dict[str, Any]) -> None:
    """A file as Resend accepts it: by its contents in Base64, under a name without folders."""
    if set(attached) - {"filename", "content", "content_type"} or not attached.get("filename"):
        raise Refused(422, "invalid_attachment", "Attachment must have a filename, and either a content or path.")
    try:
        base64.b64decode(attached.get("content", ""), validate=True)
    except (ValueError, TypeError):
        raise Refused(422, "invalid_attachment", "Attachment content is not Base64.") from None
    if "/" in attached["filename"] or not re.fullmatch(r"[\w.+-]+/[\w.+-]+", attached.get("content_type", "a/b")):
        raise Refused(422, "invalid_attachment", "Attachment has no good filename or content type.")


@asynccontextmanager
async def resend_fake(**options: Any) -> AsyncIterator[ResendFake]:
    """A fake Resend, served on a free loopback port."""
    fake = ResendFake(**options)
    app = web.Application(client_max_size=MOST_BYTES)
    app.router.add_post("/emails", fake.send)
    app.router.add_get("/emails/{id}", fake.get)
    app.router.add_get("/domains", fake.domains)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    fake.address = "http://{}:{}".format(*runner.addresses[0][:2])
    try:
        yield fake
    finally:
        await runner.cleanup()
