"""A process that decides the same handoffs as others: `python -m tests.fakes.contender URL NAME COUNT BEGIN`."""

import asyncio
import json
import sys
import time
from datetime import timedelta

from bot.clock import SystemClock
from engine.errors import StaleRun
from engine.handoff import AlreadyDecided
from engine.ids import ConversationId
from storage.opening import opened
from tests.fakes.written import deciding


async def contend(url: str, name: str, count: int, begin: float) -> dict[str, str]:
    """Who decided each handoff, as this contender was told."""
    told = {}
    async with opened(url, SystemClock(), timedelta(seconds=1)) as storage:
        await asyncio.sleep(max(0.0, begin - time.time()))
        for number in range(count):
            try:
                await storage.store.record_decision(deciding(f"r{number}", ConversationId(1), name))
                told[f"r{number}"] = name
            except AlreadyDecided as late:
                assert late.handoff.decision is not None
                told[f"r{number}"] = str(late.handoff.decision.by)
            except StaleRun:
                told[f"r{number}"] = "stale"
    return told


if __name__ == "__main__":
    url, name, count, begin = sys.argv[1:]
    print(json.dumps(asyncio.run(contend(url, name, int(count), float(begin)))))
