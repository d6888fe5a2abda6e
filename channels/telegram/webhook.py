"""Hearing by webhook: an update is answered with 200 once it is durable; anything else makes Telegram send it again."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram.methods import SetWebhook
from aiohttp import web

from channels.telegram.client import WANTED, Client
from channels.telegram.settings import TelegramSettings

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Handle = Callable[[Mapping[str, Any]], Awaitable[None]]


class Webhook:
    """A route of our server, and its registration with Telegram."""

    def __init__(self, settings: TelegramSettings, client: Client, handle: Handle) -> None:
        self._settings = settings
        self._client = client
        self._handle = handle

    def mount(self, app: web.Application) -> None:
        """Add the route."""
        app.router.add_post(self._settings.path, self._posted)

    async def register(self) -> None:
        """Have Telegram send updates here, with the secret that proves that they are its own."""
        await self._client.ask(
            SetWebhook(
                url=self._settings.hook,
                secret_token=self._settings.secret,
                allowed_updates=list(WANTED),
                drop_pending_updates=False,
            )
        )

    async def _posted(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._settings.secret.encode()):
            return web.Response(status=401)
        try:
            update = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        try:
            await self._handle(update)
        except Exception:
            log.exception("an update could not be taken and is asked for again")
            return web.Response(status=503)
        return web.Response()
