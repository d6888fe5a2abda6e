"""What Discord tells, with something wrong in it: dropped, added or of another type; by a seed."""

import copy
import random
from collections.abc import Iterator
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 2**70, 1.5, "", "x", "9" * 30, "\ud800", [], {}, [None], ["x"], [[]], {"id": "1"}, {"type": 99},
)  # fmt: skip
Path = tuple[str | int, ...]


def mutant(payload: Any, chance: random.Random, kept: frozenset[Path] = frozenset()) -> tuple[str, Any]:
    """A payload with one or two things wrong, and what they are; what stands at `kept` paths stays as it is, and below
    those that have one name."""
    made, told = copy.deepcopy(payload), []
    for _ in range(chance.choice((1, 1, 2))):
        if found := [path for path in paths(made) if not {path, path[:1]} & kept]:
            told.append(_spoiled(made, chance.choice(found), chance))
    return ", ".join(told), made


def paths(payload: Any, at: Path = ()) -> Iterator[Path]:
    """Where something stands, however deep."""
    found: Any = payload.items() if isinstance(payload, dict) else enumerate(payload)
    for name, value in found:
        yield (*at, name)
        if isinstance(value, dict | list):
            yield from paths(value, (*at, name))


def _spoiled(payload: Any, path: Path, chance: random.Random) -> str:
    *above, last = path
    for name in above:
        payload = payload[name]
    kind = chance.choice(("drop", "odd", "odd", "more"))
    if kind == "drop":
        del payload[last]
        return f"without {path}"
    odd = copy.deepcopy(chance.choice(ODD))
    if kind == "more" and isinstance(payload, dict):
        payload[f"new_{chance.randrange(9)}"] = odd
        return f"{odd!r} beside {path}"
    payload[last] = odd
    return f"{odd!r} at {path}"
