"""A store that survives collisions and lost connections: each verb is one transaction, so it can be called again."""

import asyncio
import functools
import inspect
import logging
import random
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from storage.trouble import Collided, Lost, Trouble

log = logging.getLogger(__name__)

PAUSES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 1.0, 2.0, 2.0, 2.0, 2.0)
"""About how many seconds pass before each new try; together longer than a server takes to start again."""
NOT_KEYED = frozenset({"audit", "spend_try", "claim_run", "count_start"})
"""Verbs that would count twice what was perhaps committed. All others meet their own key, version or state."""

PortT = TypeVar("PortT")


def steady(port: PortT) -> PortT:
    """The same object, each of whose verbs is called again when the database was in trouble."""
    for name in dir(port):
        verb = getattr(port, name)
        if not name.startswith("_") and inspect.iscoroutinefunction(verb):
            setattr(port, name, steadied(name, verb))
    return port


def steadied(name: str, verb: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """One verb, tried again while that can help and is right."""

    @functools.wraps(verb)
    async def tried(*args: Any, **options: Any) -> Any:
        for pause in PAUSES:
            try:
                return await verb(*args, **options)
            except Trouble as trouble:
                if not _may_repeat(name, trouble):
                    raise
                log.log(_level(trouble), "%s is tried again: %s", name, trouble)
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))
        return await verb(*args, **options)

    return tried


def _may_repeat(name: str, trouble: Trouble) -> bool:
    match trouble:
        case Collided():
            return True
        case Lost():
            return not (trouble.unknown and name in NOT_KEYED)
    return False


def _level(trouble: Trouble) -> int:
    return logging.DEBUG if isinstance(trouble, Collided) else logging.WARNING
