"""What a JSON value counts as: a number, a moment, a text for people. Says no rather than guess."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from engine.errors import ErrorCode, EvaluationError
from engine.values import dump

_PLAIN_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,63})(?:\.[0-9]{1,63})?")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)


def kind_of(value: object) -> str:
    """The JSON kind of a value, in words for an error: "a text", "a number", "nothing (null)", ..."""
    if value is None:
        return "nothing (null)"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, (int, float, Decimal)):
        return "a number"
    return "an object" if isinstance(value, Mapping) else "a list"


def is_number(value: object) -> bool:
    """Whether JSON calls this a number; true and false are none."""
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def is_list(value: object) -> bool:
    """Whether JSON calls this a list."""
    return isinstance(value, (list, tuple))


def number_in(value: object) -> Decimal | None:
    """The number that a value is, or that a text spells as a plain decimal (`750.00`); None for anything else.

    `1,999.00`, `1e3`, `+5`, `007`, ` 5 ` and other scripts' digits are no plain decimals.
    Raises EvaluationError for NaN and infinity: those are never an answer.
    """
    if isinstance(value, str):
        return Decimal(value) if _PLAIN_DECIMAL.fullmatch(value) else None
    if not is_number(value):
        return None
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)  # type: ignore[arg-type]
    if not number.is_finite():
        raise EvaluationError(ErrorCode.TYPE, "a number is not finite")
    return number


def moment_in(value: object) -> date | None:
    """The date or datetime that an ISO 8601 text spells; None for anything else."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        return None


def comparable_moments(left: object, right: object) -> tuple[datetime, datetime] | None:
    """Two ISO texts as moments that can be ordered; None if either is no date, or only one names its offset.

    A date stands for its midnight, so it is compared with datetimes that name no offset.
    """
    first, second = moment_in(left), moment_in(right)
    if first is None or second is None:
        return None
    pair = _midnight(first), _midnight(second)
    if (pair[0].tzinfo is None) != (pair[1].tzinfo is None):
        return None
    try:
        return _in_utc(pair[0]), _in_utc(pair[1])
    except OverflowError:
        return None


def text_of(value: Any) -> str:
    """A value as people read it: texts as they are, numbers as their source wrote them, objects and lists as JSON.

    Raises EvaluationError for what is no JSON.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal) and value.is_finite():
        # A positive exponent can only come from a source that wrote one; a fraction was hardly written as `1E-8`.
        return str(value) if value.as_tuple().exponent > 0 or value.adjusted() < -30 else f"{value:f}"  # type: ignore[operator]
    try:
        return dump(value)
    except (ValueError, TypeError, RecursionError):
        raise EvaluationError(ErrorCode.TYPE, "a value cannot be written as JSON") from None


def _midnight(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(UTC)
