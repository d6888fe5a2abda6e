"""Helps with a name that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

_LONGEST = 40
_MOST_COMPARED = 100
_MOST_SHOWN = 15


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`Did you mean x?`, or the first names that there are."""
    names = list(dict.fromkeys(islice(known, _MOST_COMPARED)))
    close = get_close_matches(name, names, 1) if len(name) <= _LONGEST else []
    if close:
        return f"Did you mean {close[0]}?"
    more = ", ..." if len(names) > _MOST_SHOWN else ""
    return f"Known: {', '.join(names[:_MOST_SHOWN])}{more}" if names else "None is known here"
