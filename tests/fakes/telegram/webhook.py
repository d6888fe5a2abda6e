"""Delivery to a webhook, after Telegram's `WebhookActor`.

Order holds within a queue (a chat's messages, a user's taps), and a queue waits while its first update is refused:
again at once after the first failure, then after 2, 4, 8 ... up to 60 seconds or as `Retry-After` says, until the
update expires. As a Bot API server of one's own does, it takes http addresses and any port.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.fakes.telegram.accounts import BotAccount
from tests.fakes.telegram.queue import Pending

TICK = 0.02
LONGEST_WAIT, LONGEST_RETRY_AFTER = 60.0, 3600.0
SECRET = "X-Telegram-Bot-Api-Secret-Token"
NEVER = ("setwebhook", "deletewebhook", "close", "logout")
Perform = Callable[[str, dict[str, Any]], Awaitable[Any]]


@dataclass
class _Try:
    fails: int = 0
    due: float = 0.0
    busy: bool = False


class Webhook:
    """`perform` carries out a method call that comes in an answer."""

    def __init__(
        self,
        bot: BotAccount,
        url: str,
        secret: str | None,
        connections: int,
        now: Callable[[], float],
        perform: Perform,
    ) -> None:
        self.bot = bot
        self.url = url
        self.connections = connections
        self.error: tuple[int, str] | None = None
        """When the last delivery failed and how."""
        self._headers = {"Content-Type": "application/json"} | ({SECRET: secret} if secret else {})
        self._now = now
        self._perform = perform
        self._tries: dict[int, _Try] = {}
        self._sends: set[asyncio.Task[None]] = set()
        self._main = asyncio.create_task(self._run(), name=f"webhook of {bot.id}")

    async def stop(self) -> None:
        """End deliveries; what was not confirmed stays pending."""
        tasks = [self._main, *self._sends]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                for item in self._heads():
                    self._tries[item.id].busy = True
                    task = asyncio.create_task(self._send(session, item))
                    self._sends.add(task)
                    task.add_done_callback(self._sends.discard)
                await _news(self.bot)

    def _heads(self) -> list[Pending]:
        """The first update of every queue, if it is due."""
        heads: dict[str, Pending] = {}
        for item in self.bot.queue.pending():
            heads.setdefault(item.key, item)
        tries = [(item, self._tries.setdefault(item.id, _Try())) for item in heads.values()]
        ready = [item for item, attempt in tries if not attempt.busy and attempt.due <= self._now()]
        return ready[: max(0, self.connections - len(self._sends))]

    async def _send(self, session: aiohttp.ClientSession, item: Pending) -> None:
        body = json.dumps(item.wire(), ensure_ascii=False).encode()
        try:
            async with session.post(self.url, data=body, headers=self._headers) as response:
                if 200 <= response.status < 300:
                    self.bot.queue.forget(item.id)
                    await self._obey(response)
                    return
                reason = f"Wrong response from the webhook: {response.status} {response.reason}"
                later = response.headers.get("Retry-After", "")
        except (aiohttp.ClientError, OSError) as failure:
            reason, later = type(failure).__name__, ""
        self.error = (int(self._now()), reason)
        self._again(self._tries[item.id], float(later) if later.isdigit() else 0.0)

    def _again(self, attempt: _Try, asked: float) -> None:
        delay = min(LONGEST_WAIT, 2.0**attempt.fails) if attempt.fails else 0.0
        attempt.due = self._now() + (min(asked, LONGEST_RETRY_AFTER) or delay)
        attempt.fails += 1
        attempt.busy = False

    async def _obey(self, response: aiohttp.ClientResponse) -> None:
        """Carry out the call in an answer, if there is one; its result goes nowhere."""
        raw: dict[str, Any] = {}
        if response.content_type == "application/json":
            raw = await response.json() or {}
        elif response.content_type == "multipart/form-data":
            async for part in aiohttp.MultipartReader.from_response(response):
                if isinstance(part, aiohttp.BodyPartReader) and part.name:
                    raw[part.name] = await part.text()
        method = str(raw.pop("method", ""))
        if method and method.lower() not in NEVER and not method.lower().startswith("get"):
            await self._perform(method, raw)


async def _news(bot: BotAccount) -> None:
    """Wait for an update, but no longer than a tick: retries are due by the fake's clock."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(bot.queue.news.wait(), TICK)
