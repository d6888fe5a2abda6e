"""The fixed list of filters: each a pure function of a value and at most one argument."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType
from typing import Any, Final

from engine.errors import ErrorCode, EvaluationError
from engine.language.scalars import is_list, is_number, kind_of, moment_in, number_in, text_of
from engine.values import dump

MISSING: Final = object()
"""Stands for a value that is not there, until a `default` replaces it."""

_MAX_PLACES = 12
_MAX_MAGNITUDE = 30
_MAX_PATTERN = 60
_NO_CENTS = (
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
)
_THREE_PLACES = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
_SAFE_PATTERN = re.compile(r"(?:[^%]|%[YymdHIMSpjbBaAzZ%])*+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: `apply(value)` or `apply(value, argument)`; `accepts` judges a written argument at load time."""

    apply: Callable[..., Any]
    accepts: Callable[[Any], bool] | None = None
    usage: str = ""


def _refusal(name: str, value: object) -> EvaluationError:
    return EvaluationError(ErrorCode.TYPE, f"the filter {name} cannot take {kind_of(value)}")


def _on_text(name: str, change: Callable[[str], str]) -> Callable[[Any], str]:
    def apply(value: Any) -> str:
        if isinstance(value, str) or is_number(value):
            return change(text_of(value))
        raise _refusal(name, value)

    return apply


def _quantize(name: str, value: Any, places: int) -> Decimal:
    """The number rounded half up, as people round; TYPE for what is no number, or none that anybody writes out."""
    number = number_in(value)
    if number is None or number.adjusted() > _MAX_MAGNITUDE:
        raise _refusal(name, value)
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=_MAX_MAGNITUDE + _MAX_PLACES + 8))
    return rounded if rounded else abs(rounded)


def _default(value: Any, fallback: Any = "") -> Any:
    return fallback if value is MISSING else value


def _round(value: Any, places: int = 0) -> int | Decimal:
    rounded = _quantize("round", value, places)
    return rounded if places else int(rounded)


def _length(value: Any) -> int:
    if isinstance(value, (str, Mapping)) or is_list(value):
        return len(value)
    raise _refusal("length", value)


def _join(value: Any, separator: str = ", ") -> str:
    if not is_list(value):
        raise _refusal("join", value)
    return separator.join(text_of(item) for item in value)


def _json(value: Any) -> str:
    return dump(value) if isinstance(value, str) else text_of(value)


def _at(name: str, index: int) -> Callable[[Any], Any]:
    def apply(value: Any) -> Any:
        if isinstance(value, str) or is_list(value):
            return value[index] if value else MISSING
        raise _refusal(name, value)

    return apply


def _money(value: Any, currency: str = "") -> str:
    places = 0 if currency in _NO_CENTS else 3 if currency in _THREE_PLACES else 2
    return f"{_quantize('money', value, places):,f} {currency}".rstrip()


def _date(value: Any, pattern: str = "") -> str:
    moment = moment_in(value)
    if moment is None:
        raise EvaluationError(ErrorCode.TYPE, "the filter date needs an ISO 8601 date, such as 2026-11-22")
    usual = "%Y-%m-%d %H:%M %Z" if isinstance(moment, datetime) else "%Y-%m-%d"
    return moment.strftime(pattern or usual).rstrip()


def _is_places(argument: Any) -> bool:
    return type(argument) is int and 0 <= argument <= _MAX_PLACES


def _is_currency(argument: Any) -> bool:
    return isinstance(argument, str) and re.fullmatch("[A-Z]{3}", argument) is not None


def _is_pattern(argument: Any) -> bool:
    fits = isinstance(argument, str) and len(argument) <= _MAX_PATTERN and argument.isprintable()
    return fits and _SAFE_PATTERN.fullmatch(argument) is not None


FILTERS: Mapping[str, Filter] = MappingProxyType(
    {
        "default": Filter(_default, lambda argument: True, 'default("text")'),
        "upper": Filter(_on_text("upper", str.upper), usage="upper"),
        "lower": Filter(_on_text("lower", str.lower), usage="lower"),
        "trim": Filter(_on_text("trim", str.strip), usage="trim"),
        "round": Filter(_round, _is_places, f"round(2), with 0 to {_MAX_PLACES} places"),
        "length": Filter(_length, usage="length"),
        "join": Filter(_join, lambda argument: isinstance(argument, str), 'join(", ")'),
        "first": Filter(_at("first", 0), usage="first"),
        "last": Filter(_at("last", -1), usage="last"),
        "json": Filter(_json, usage="json"),
        "money": Filter(_money, _is_currency, 'money or money("EUR")'),
        "date": Filter(_date, _is_pattern, 'date or date("%d %b %Y"), with %Y %m %d %H %M and their like'),
    }
)
"""Every filter of the language by its name."""
