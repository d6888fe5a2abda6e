"""getMe, getUpdates and the webhook's settings."""

import asyncio
import contextlib
from typing import Any

from tests.fakes.telegram.accounts import BotAccount
from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.errors import OTHER_POLLER, WEBHOOK_ACTIVE, conflict
from tests.fakes.telegram.queue import Pending

LONGEST = 50
TICK = 0.02
"""Real seconds between two looks at the clock."""


@answers("getMe")
def get_me(call: Call) -> dict[str, Any]:
    """The bot's own user."""
    return call.bot.me()


@answers("getUpdates")
async def get_updates(call: Call) -> list[dict[str, Any]]:
    """Long polling; a poll that waits ends the one that waited before it."""
    bot = call.bot
    if bot.webhook is not None:
        raise conflict(WEBHOOK_ACTIVE)
    allow(bot, call)
    limit = min(max(call.get("limit", 100), 1), 100)
    timeout = min(max(call.get("timeout", 0), 0), LONGEST)
    offset = call.get("offset", 0)
    found = bot.queue.read(offset, limit)
    if not found and timeout:
        found = await _wait(call, offset if offset > 0 else 0, limit, timeout)
    return [item.wire() for item in found]


def allow(bot: BotAccount, call: Call) -> None:
    """Remember the kinds of updates wanted; unknown names are skipped and none left means the default."""
    wanted = call.get("allowed_updates")
    if wanted is not None:
        bot.queue.allowed = {name.lower() for name in wanted} or None


def end_poll(bot: BotAccount, error: Exception) -> None:
    """End the poll that waits."""
    if bot.poll is not None and not bot.poll.done():
        bot.poll.set_exception(error)


async def _wait(call: Call, offset: int, limit: int, seconds: float) -> list[Pending]:
    """Updates, or none after so many seconds of the fake's clock or of the real one."""
    bot, world = call.bot, call.world
    end_poll(bot, conflict(OTHER_POLLER))
    ended = bot.poll = asyncio.get_running_loop().create_future()
    due, real = world.now() + seconds, asyncio.get_running_loop().time() + seconds
    try:
        while not ended.done() and world.now() < due and asyncio.get_running_loop().time() < real:
            if found := bot.queue.read(offset, limit):
                return found
            news = asyncio.ensure_future(bot.queue.news.wait())
            await asyncio.wait({ended, news}, timeout=TICK, return_when=asyncio.FIRST_COMPLETED)
            news.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await news
        if ended.done():
            ended.result()
        return []
    finally:
        if bot.poll is ended:
            bot.poll = None
        ended.cancel()
