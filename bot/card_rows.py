"""The rows of a card: variables with how they were verified, and the very calls that a button leads to."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.card_words import Texts
from channels.views import CallView, Row
from engine.question import Fact, FrozenCall, Question
from engine.values import dump, parse

LONGEST_VALUE = 100_000
"""How much of one value a card shows."""


def fact_rows(text: Texts, fact: Fact) -> Iterator[Row]:
    """A variable, or each part of one that has parts."""
    if fact.secret:
        yield Row(fact.name, text("card-secret"))
        return
    note = ""
    if fact.verified:
        note = text("card-verified-mail", at=text.moment(datetime.fromisoformat(str(fact.verified["at"]))))
    if isinstance(fact.value, Mapping):
        for key, value in fact.value.items():
            yield Row(f"{fact.name}.{key}", _shown(text, value))
    else:
        yield Row(fact.name, _shown(text, fact.value), note)


def _shown(text: Texts, value: Any) -> str:
    if value is None or value == "":
        return text("card-empty")
    return cut(value if isinstance(value, str) else dump(value), LONGEST_VALUE)


def cut(text: str, most: int) -> str:
    """So much of a text at most."""
    return text if len(text) <= most else f"{text[:most]}…"


def calls_of(question: Question) -> Iterator[CallView]:
    """The calls behind whatever people can say yes to, each with the option that leads to it."""
    yield from (_call(call) for call in question.calls)
    for option in question.options:
        yield from (_call(call, f"{option.label} → ") for call in option.calls)


def _call(call: FrozenCall, behind: str = "") -> CallView:
    arguments = parse(call.arguments)
    rows = tuple(Row(name, value if isinstance(value, str) else dump(value)) for name, value in arguments.items())
    return CallView(f"{behind}{call.tool}", rows, call.arguments)
