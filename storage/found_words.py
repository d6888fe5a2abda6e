"""What a handoff can be found by: its words, its amount, and under which headings it is kept. Nothing hidden is one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from itertools import islice
from typing import Any

from engine.handoff import Handoff
from engine.question import HandoffKind, Question
from engine.values import dump, parse

LONGEST = 40
"""How much of a word is kept."""
MOST = 60
"""How many words of one handoff are kept; what tells most stands first."""
MILLION = 1_000_000
OPERATORS = ""
"""Stands for the operators among the teams that are asked."""
ALL, OPEN, CLOSED, TOGETHER = "", "open", "closed", "together"
"""Headings besides the states in which a handoff ends: every one, what waits, what does not, what may go together."""
_LARGEST = 9 * 10**12
_SHORTEST_PART = 4
"""A shorter secret is hidden only where it stands alone, as on cards."""
_PARTS = re.compile(r"\d+(?:[.,]\d+)*(?![^\W_])|[^\W_]+")
"""A number, or a word; an id that begins with a digit is one word."""
_CENTS = re.compile(r"[.,]\d{1,2}$")


def words_in(text: str) -> Iterator[str]:
    """The words of a text as they are kept and looked for: in lower case, without accents, numbers without cents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    for found in _PARTS.finditer("".join(char for char in plain if not unicodedata.combining(char))):
        word = found[0]
        if not any(char.isalpha() for char in word):
            word = re.sub(r"\D", "", _CENTS.sub("", word))
        yield word[:LONGEST]


def words_of(handoff: Handoff, bot_name: str) -> Sequence[str]:
    """The words by which a handoff is found, each once."""
    question = handoff.question
    hidden = _hidden(question)
    mute = frozenset(word for value in hidden for word in words_in(value))
    said = (word for text in _texts(handoff, bot_name) for word in words_in(_without(text, hidden)))
    found = dict.fromkeys(word for word in said if word not in mute)
    return tuple(islice(dict.fromkeys((*words_in(handoff.id), *found)), MOST))


def amount_of(question: Question) -> int | None:
    """The largest number on a card that is not hidden, in millionths; None without any."""
    told: list[Any] = [fact.value for fact in question.facts if not fact.secret]
    told += [parse(call.arguments) for call in question.every_call]
    hidden = _hidden(question)
    numbers = (each for each in _leaves(told) if isinstance(each, int | float | Decimal) and not isinstance(each, bool))
    counted = [Decimal(str(each)) for each in numbers if dump(each) not in hidden]
    return max((int(each * MILLION) for each in counted if each.is_finite() and abs(each) < _LARGEST), default=None)


def teams_of(handoff: Handoff) -> Sequence[str]:
    """Every team that is asked, or may be at a later stage or when nobody decides."""
    if handoff.question.kind is not HandoffKind.APPROVAL:
        return (OPERATORS,)
    staged = (team for stage in handoff.stages for seats in stage for team in seats)
    later = (each.team for each in handoff.question.escalations)
    return tuple(dict.fromkeys((*staged, *later)))


def headings_of(handoff: Handoff) -> Sequence[str]:
    """Under which headings a handoff is kept, for each team that is asked by now: no other one may see it."""
    is_open = handoff.state.is_open
    kept = [ALL, OPEN if is_open else CLOSED]
    kept += [TOGETHER] if is_open and handoff.question.may_be_together else []
    kept += [] if is_open else [handoff.state.value]
    is_approval = handoff.question.kind is HandoffKind.APPROVAL
    return [heading(team, each) for team in (handoff.teams if is_approval else (OPERATORS,)) for each in kept]


def heading(team: str, what: str) -> str:
    """A word that nobody can look for: no word of a text begins with a space."""
    name = f" {team}|{what}"
    return name if len(name) <= LONGEST else f" {sha256(name.encode()).hexdigest()[: LONGEST - 1]}"


def _texts(handoff: Handoff, bot_name: str) -> Iterator[str]:
    """What is said about a handoff, what tells most first; of a forgotten customer nothing is."""
    question = handoff.question
    yield from (bot_name, handoff.bot, question.label, handoff.node, handoff.progress.assignee_name)
    if handoff.decision:
        yield handoff.decision.by_name
    if question.erased:
        return
    shown = [fact.value for fact in question.facts if not fact.secret and not question.hides(fact.value)]
    yield from (str(each) for each in _leaves(shown) if each is not None)
    yield handoff.requester.partition(":")[2]
    yield question.reason


def _hidden(question: Question) -> Sequence[str]:
    """The values that no list may give away, the longest first: one may be a part of another."""
    secret = (each for fact in question.facts if fact.secret for each in _leaves(fact.value))
    told = {*question.hidden, *(each if isinstance(each, str) else dump(each) for each in secret)}
    return sorted((each for each in told if each), key=len, reverse=True)


def _without(text: str, hidden: Iterable[str]) -> str:
    for value in hidden:
        if text == value:
            return ""
        if len(value) >= _SHORTEST_PART:
            text = text.replace(value, " ")
    return text


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            yield from _leaves(each)
    else:
        yield value
