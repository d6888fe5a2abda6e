"""Sizes of files as operators write them: `500KB`, `10MB`; a thousand bytes are one KB."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

KB, MB = 1_000, 1_000_000
LEAST, MOST = KB, 50 * MB
"""A file is held in memory while it is brought across."""
_UNITS = {"kb": KB, "mb": MB}
_SIZE = re.compile(r"(\d{1,9})\s*(kb|mb)", re.I)


def parse_size(value: Any) -> int:
    """Read a size, in bytes; raises ValueError for anything else, and for what is out of bounds."""
    found = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not (found or isinstance(value, int)):
        raise ValueError(f"{value!r} is not a size; write 500KB or 10MB")
    size = int(found[1]) * _UNITS[found[2].lower()] if found else int(value)
    if not LEAST <= size <= MOST:
        raise ValueError(f"{value!r} is out of bounds; write a size from {LEAST // KB}KB to {MOST // MB}MB")
    return size


Size = Annotated[int, BeforeValidator(parse_size)]
