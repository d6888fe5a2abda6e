"""`POST /webhooks/resend`: Resend tells of mails that bounced, signed as Svix does it.

The signature is over the raw bytes, and holds for five minutes; what is told twice is known by its id.
"""

import json
import logging
from collections.abc import Mapping
from typing import Any

from aiohttp import web
from resend import Webhooks

from channels.email.events import Lost, Undelivered

log = logging.getLogger(__name__)

PATH = "/webhooks/resend"
LARGEST = 1 << 20
KINDS = {f"email.{kind}": kind for kind in ("bounced", "complained", "failed", "suppressed")}


class ResendEvents:
    """A mount of the web server."""

    def __init__(self, secret: str, undelivered: Undelivered) -> None:
        self._secret = secret
        self._undelivered = undelivered

    def mount(self, app: web.Application) -> None:
        """Add the route."""
        app.router.add_post(PATH, self._heard)

    async def _heard(self, request: web.Request) -> web.Response:
        if (request.content_length or 0) > LARGEST:
            return web.Response(status=413)
        try:
            event = self._verified(request.headers, await request.read())
        except ValueError as error:
            log.warning("an event that is not from Resend was refused: %s", error)
            return web.Response(status=401)
        lost = _lost(request.headers["svix-id"], event)
        if lost is not None:
            log.info("mail %s: event %s", lost.kind, lost.id)
            await self._undelivered(lost)
        return web.json_response({})

    def _verified(self, headers: Mapping[str, str], raw: bytes) -> Any:
        """The event, if Resend has signed these very bytes lately; raises ValueError."""
        payload = raw.decode()
        Webhooks.verify(
            {
                "payload": payload,
                "headers": {
                    "id": headers.get("svix-id", ""),
                    "timestamp": headers.get("svix-timestamp", ""),
                    "signature": headers.get("svix-signature", ""),
                },
                "webhook_secret": self._secret,
            }
        )
        return json.loads(payload)


def _lost(event_id: str, event: Any) -> Lost | None:
    """What an event tells of a mail that is lost; None for all others, and for what is no event."""
    kind = KINDS.get(str(event.get("type"))) if isinstance(event, dict) else None
    data = event.get("data") if kind else None
    if kind is None or not isinstance(data, dict):
        return None
    tags, to = data.get("tags"), data.get("to")
    handoff = str(tags.get("handoff", "")) if isinstance(tags, dict) else ""
    addresses = tuple(map(str, to)) if isinstance(to, list) else (str(to),)
    return Lost(event_id, kind, handoff, addresses)
