"""Durations as workflow authors and operators write them: `90s`, `15m`, `2h`, `3d`, or ISO 8601 (`PT15M`)."""

import itertools
import re
from datetime import timedelta
from typing import Annotated

from pydantic import BeforeValidator, TypeAdapter, ValidationError

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_SHORT = re.compile(r"(\d{1,9})\s*([smhd])")
_ISO = TypeAdapter(timedelta)
MOST_REMINDERS, SOONEST_REMINDER = 20, timedelta(minutes=1)


def parse_duration(text: str) -> timedelta:
    """Read a duration; raises ValueError for anything else, for zero and for negative ones."""
    short = _SHORT.fullmatch(text.strip())
    if short:
        duration = timedelta(**{_UNITS[short[2]]: int(short[1])})
    elif text.strip().upper().startswith("P"):
        try:
            duration = _ISO.validate_python(text.strip().upper())
        except ValidationError:
            raise ValueError(f"{text!r} is not a duration; write 90s, 15m, 2h or 3d") from None
    else:
        raise ValueError(f"{text!r} is not a duration; write 90s, 15m, 2h or 3d")
    if duration <= timedelta(0):
        raise ValueError(f"{text!r} is not longer than nothing")
    return duration


def growing(reminders: tuple[timedelta, ...]) -> tuple[timedelta, ...]:
    """The spans, each counted from the opening; raises ValueError where that makes no sense."""
    if any(later <= earlier for earlier, later in itertools.pairwise(reminders)):
        raise ValueError("each reminder must come later than the one before: all are counted from the opening")
    if reminders and reminders[0] < SOONEST_REMINDER:
        raise ValueError("the first reminder must come a minute after the opening, or later")
    if len(reminders) > MOST_REMINDERS:
        raise ValueError(f"more than {MOST_REMINDERS} reminders")
    return reminders


def _validate(value: object) -> timedelta:
    if isinstance(value, timedelta):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a duration; write 90s, 15m, 2h or 3d")
    return parse_duration(value)


Duration = Annotated[timedelta, BeforeValidator(_validate)]
"""A field of a model that is written as a duration."""
