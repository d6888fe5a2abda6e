"""The codec: numbers as their source wrote them, and nothing that is no JSON."""

from collections import namedtuple
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from engine.values import canonical, dump, from_micros, parse, to_micros

Pair = namedtuple("Pair", "left right")


@pytest.mark.parametrize("text", ['{"a":[1,2.50,-0.0,1E+5,true,null,"\\"ü"]}', "[]", '"x"', "12345678901234567890123"])
def test_what_was_read_is_written_alike(text: str) -> None:
    assert dump(parse(text)) == text


def test_fractions_are_decimals() -> None:
    assert parse("42.50") == Decimal("42.50")
    assert str(parse("42.50")) == "42.50"


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", "{", "1 2", "", "[" * 100_000])
def test_no_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_without_a_json_is_refused(value: float) -> None:
    with pytest.raises(ValueError):
        dump({"n": value})


def test_tuples_are_arrays_named_or_not() -> None:
    assert dump([(1, 2), Pair(3, 4)]) == "[[1,2],[3,4]]"


def test_equal_values_have_one_canonical_text() -> None:
    assert canonical({"b": 1, "a": {"d": 2, "c": 3}}) == '{"a":{"c":3,"d":2},"b":1}'


def test_a_value_within_itself_is_refused_and_not_written_for_ever() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(RecursionError):
        dump(endless)


def test_moments_keep_their_microseconds() -> None:
    moment = datetime(2026, 3, 1, 12, 0, 0, 123457, tzinfo=UTC)
    assert from_micros(to_micros(moment)) == moment
    assert to_micros(moment + timedelta(microseconds=1)) == to_micros(moment) + 1
