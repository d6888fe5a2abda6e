"""The operators of conditions. What cannot be compared is an error and never `False`: `False` may be the ungated edge.

- Equality: two texts, or two things that both count as a number, a moment, true/false, an object or a list. Everything
  else is a TYPE error: a number and a text that is no plain decimal, an object and a number, null and anything. Only a
  condition in which the author wrote `null` knows what to do with one.
- Ordering: two numbers (texts that are plain decimals count) or two ISO dates.
- Text operators take texts and numbers; `contains` also looks for an item of a list or a key of an object.
"""

from collections.abc import Callable, Mapping
from typing import Any

from engine.errors import ErrorCode, EvaluationError
from engine.language.pattern import MAX_TEXT, Pattern
from engine.language.scalars import comparable_moments, is_list, is_number, kind_of, number_in, text_of

_BOOLEANS: Mapping[str, bool] = {"true": True, "false": False}


def truth_in(value: object) -> bool:
    """The truth that a value is, or that the texts `true` and `false` spell; nothing else. Raises EvaluationError."""
    truth = _boolean(value)
    if truth is None:
        raise EvaluationError(ErrorCode.TYPE, f"{kind_of(value)} is neither true nor false")
    return truth


def equal(left: Any, right: Any) -> bool:
    """Whether two values are the same; `750.00` is `750`. Raises EvaluationError for kinds that cannot be compared."""
    if isinstance(left, str) and isinstance(right, str):
        return _equal_texts(left, right)
    if isinstance(left, bool) or isinstance(right, bool):
        return _both(_boolean, left, right)
    if is_number(left) or is_number(right):
        return _both(number_in, left, right)
    if (isinstance(left, Mapping) and isinstance(right, Mapping)) or (is_list(left) and is_list(right)):
        return bool(left == right)
    raise _cannot(left, right, "compared")


def ordering(left: Any, right: Any) -> int:
    """Negative, zero or positive as `left` is before, equal to or after `right`. Raises EvaluationError."""
    first, second = number_in(left), number_in(right)
    if first is not None and second is not None:
        return (first > second) - (first < second)
    moments = comparable_moments(left, right)
    if moments is None:
        raise _cannot(left, right, "ordered")
    return (moments[0] > moments[1]) - (moments[0] < moments[1])


def contains(container: Any, item: Any) -> bool:
    """Whether a text holds a text, a list an item, or an object a key. Raises EvaluationError."""
    if is_list(container):
        return _has_item(container, item)
    if isinstance(container, Mapping):
        return _text(item, "a key of an object") in container
    return _text(item, "part of a text") in _text(container, "searched")


def starts_with(text: Any, start: Any) -> bool:
    """Whether a text begins so. Raises EvaluationError."""
    return _text(text, "searched").startswith(_text(start, "part of a text"))


def ends_with(text: Any, end: Any) -> bool:
    """Whether a text ends so. Raises EvaluationError."""
    return _text(text, "searched").endswith(_text(end, "part of a text"))


def matches(text: Any, pattern: Pattern) -> bool:
    """Whether a pattern is found anywhere in a text of at most MAX_TEXT characters. Raises EvaluationError."""
    searched = _text(text, "searched")
    if len(searched) > MAX_TEXT:
        raise EvaluationError(ErrorCode.TYPE, f"a text above {MAX_TEXT} characters is not searched for a pattern")
    return pattern.found_in(searched)


def is_empty(value: Any) -> bool:
    """Whether a value is null, a text without a visible character, or a list or object without items."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or ((is_list(value) or isinstance(value, Mapping)) and len(value) == 0)


def _equal_texts(left: str, right: str) -> bool:
    first, second = number_in(left), number_in(right)
    if first is not None and second is not None:
        return first == second
    moments = comparable_moments(left, right)
    return moments[0] == moments[1] if moments else left == right


def _both(read: Callable[[Any], Any], left: Any, right: Any) -> bool:
    first, second = read(left), read(right)
    if first is None or second is None:
        raise _cannot(left, right, "compared")
    return bool(first == second)


def _has_item(items: Any, wanted: Any) -> bool:
    """An item that cannot be compared decides nothing while another one equals; if none does, it is an error."""
    doubt: EvaluationError | None = None
    for item in items:
        try:
            if equal(item, wanted):
                return True
        except EvaluationError as error:
            doubt = error
    if doubt is not None:
        raise doubt
    return False


def _boolean(value: object) -> bool | None:
    if isinstance(value, str):
        return _BOOLEANS.get(value.lower())
    return value if isinstance(value, bool) else None


def _text(value: Any, role: str) -> str:
    if isinstance(value, str) or is_number(value):
        return text_of(value)
    raise EvaluationError(ErrorCode.TYPE, f"{kind_of(value)} cannot be {role}")


def _cannot(left: object, right: object, related: str) -> EvaluationError:
    return EvaluationError(ErrorCode.TYPE, f"{_described(left)} and {_described(right)} cannot be {related}")


def _described(value: object) -> str:
    return kind_of(value) + (" that is no plain number" if isinstance(value, str) and number_in(value) is None else "")
