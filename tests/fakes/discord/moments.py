"""Times and ids as Discord writes them (documentation, "Reference": ISO8601, snowflakes)."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime

EPOCH = 1_420_070_400
"""Discord's, in seconds since 1970."""


def iso(seconds: float) -> str:
    """A timestamp."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def snowflakes(now: Callable[[], float]) -> Callable[[], int]:
    """A maker of ids that carry the time and grow by each."""
    last = itertools.count(1)

    def made() -> int:
        return (int((now() - EPOCH) * 1000) << 22) + next(last)

    return made


def moment(snowflake: int) -> float:
    """When an id was made, in seconds since 1970."""
    return (snowflake >> 22) / 1000 + EPOCH
