"""JSON values and the one codec that reads and writes them; decimals stay as their source wrote them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

import simplejson

JSONValue: TypeAlias = "bool | int | Decimal | str | Sequence[JSONValue] | Mapping[str, JSONValue] | None"
Scope: TypeAlias = "Mapping[str, JSONValue]"


def parse(text: str) -> Any:
    """Read JSON; fractions become `Decimal` (`42.50` stays `42.50`). Raises ValueError, also for NaN and Infinity."""
    try:
        return _READER.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def parse_strictly(text: str) -> Any:
    """Read JSON as `parse` does, and refuse an object that names a key twice."""
    try:
        return simplejson.loads(
            text, use_decimal=True, parse_constant=_refuse_constant, object_pairs_hook=_refuse_duplicates
        )
    except RecursionError:
        raise ValueError("nested too deeply") from None


def dump(value: object) -> str:
    """Write JSON without spaces, keys in their order, every number as its source wrote it."""
    return _WRITER.encode(value)


def canonical(value: object) -> str:
    """Write JSON with sorted keys: equal values give equal text, for hashes."""
    return _SORTED_WRITER.encode(value)


def to_json(value: Any) -> Any:
    """Turn what a library parsed into our values: a float becomes its shortest decimal; refuses NaN (ValueError)."""
    if isinstance(value, float):
        number = Decimal(repr(value))
        if not number.is_finite():
            raise ValueError("a number is not finite")
        return number
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    return value


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """An aware moment as microseconds since 1970 UTC, as the database keeps it."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC moment of that many microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=micros)


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not a JSON number")


# Made once: a codec costs as much to make as a small value to write, and looking for named tuples twice that.
_STYLE: dict[str, Any] = {
    "use_decimal": True,
    "ensure_ascii": False,
    "separators": (",", ":"),
    "allow_nan": False,
    "namedtuple_as_object": False,
    "check_circular": False,
}
_WRITER = simplejson.JSONEncoder(**_STYLE)
_SORTED_WRITER = simplejson.JSONEncoder(**_STYLE, sort_keys=True)
_READER = simplejson.JSONDecoder(parse_float=Decimal, parse_constant=_refuse_constant)


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return result
