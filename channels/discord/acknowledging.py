"""The first answer to a tap: Discord waits three seconds for it, and else tells the person that it failed.

https://docs.discord.com/developers/interactions/receiving-and-responding
"""

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any

import discord

from channels.discord.client import Touch
from channels.discord.errors import Acknowledged, translated

log = logging.getLogger(__name__)

IN_TIME = 2.5
"""Seconds from a tap within which it is acknowledged, or counts as failed."""


async def acknowledged(interaction: Touch, **how: Any) -> bool:
    """Whether Discord knows in time that we have the tap; one that it knew already counts."""
    try:
        # Our clock may differ from Discord's: at least a second is tried for in any case.
        left = IN_TIME - (discord.utils.utcnow() - interaction.created_at).total_seconds()
        async with asyncio.timeout(min(IN_TIME, max(1.0, left))):
            await interaction.response.defer(**how)
    except Exception as error:
        refused = translated(error)
        log.warning("a tap could not be acknowledged: %s", refused)
        return isinstance(refused, Acknowledged)
    return True


async def quietly(work: Awaitable[None]) -> None:
    """What is told after something happened may fail: it stands all the same."""
    try:
        await work
    except Exception as error:
        log.warning("what became of a tap could not be told: %s", translated(error))
