"""Regular expressions that cannot run away: every way through the pattern is followed at once, a character at a time.

The time is at most the pattern's length times the text's, whatever either holds; Python's `re` tries one way after the
other, and some patterns have more ways than there are seconds. Known are characters, `.`, `[...]`, `\\d \\w \\s` and
their opposites, `^ $ \\b \\B`, groups, `|`, `* + ? {m,n}` and a leading `(?i)`; no look-around and no back-references.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import TemplateSyntaxError

MAX_PATTERN = 200
MAX_TEXT = 4096
"""The longest text that is searched, in characters."""
_MAX_PROGRAM = 500
_MAX_REPEAT = 100
_REPEAT = re.compile(r"([*+?])|\{([0-9]{1,3})(,?)([0-9]{0,3})\}")
_CLASS = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*+\]", re.DOTALL)
_CONTROL = {"n": "\n", "t": "\t", "r": "\r"}

Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _One:
    """Takes one character."""

    test: Test


@dataclass(frozen=True, slots=True)
class _Where:
    """Takes nothing; holds at some places only: one of `^ $ b B`."""

    kind: str


@dataclass(frozen=True, slots=True)
class _Fork:
    """Goes on at two places, counted from here."""

    first: int
    second: int


_Program = list[_One | _Where | _Fork]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression, compiled."""

    source: str
    program: tuple[_One | _Where | _Fork, ...]

    @classmethod
    def parse(cls, source: str) -> "Pattern":
        """Read a pattern. Raises TemplateSyntaxError."""
        if len(source) > MAX_PATTERN:
            raise TemplateSyntaxError(f"The pattern is longer than {MAX_PATTERN} characters", "Shorten it")
        fold = source.startswith("(?i)")
        return cls(source, tuple(_Reader(source, 4 if fold else 0, fold).read()))

    def found_in(self, text: str) -> bool:
        """Whether the pattern matches anywhere in the text, of at most MAX_TEXT characters."""
        states: set[int] = set()
        for at in range(len(text) + 1):
            states = self._spread({*states, 0}, text, at)
            if len(self.program) in states:
                return True
            if at < len(text):
                states = self._taken(states, text[at])
        return False

    def _taken(self, states: set[int], character: str) -> set[int]:
        program = self.program
        return {state + 1 for state in states if isinstance(one := program[state], _One) and one.test(character)}

    def _spread(self, states: set[int], text: str, at: int) -> set[int]:
        """Every state that is reached from these without taking a character."""
        todo, seen = list(states), set(states)
        while todo:
            state = todo.pop()
            step = self.program[state] if state < len(self.program) else None
            ways: tuple[int, ...] = ()
            if isinstance(step, _Fork):
                ways = (state + step.first, state + step.second)
            elif isinstance(step, _Where) and _holds(step.kind, text, at):
                ways = (state + 1,)
            todo.extend(way for way in ways if way not in seen)
            seen.update(ways)
        return seen


def _holds(kind: str, text: str, at: int) -> bool:
    if kind == "^":
        return at == 0
    if kind == "$":
        return at == len(text)
    before, after = _is_word(text[at - 1 : at] if at else ""), _is_word(text[at : at + 1])
    return (before != after) == (kind == "b")


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


class _Reader:
    """Reads a pattern from left to right into a program; programs are position-independent, so they can be joined."""

    def __init__(self, source: str, at: int, fold: bool) -> None:
        self._source = source
        self._at = at
        self._flags = re.IGNORECASE if fold else re.NOFLAG

    def read(self) -> _Program:
        program = self._choice()
        if self._at < len(self._source):
            raise self._error("closes a group that is not open")
        return program

    def _choice(self) -> _Program:
        program = self._sequence()
        while self._take("|"):
            other = self._sequence()
            jump = _Fork(len(other) + 1, len(other) + 1)
            program = self._bounded([_Fork(1, len(program) + 2), *program, jump, *other])
        return program

    def _sequence(self) -> _Program:
        program: _Program = []
        while self._at < len(self._source) and self._source[self._at] not in "|)":
            program = self._bounded(program + self._repeated(self._atom()))
        return program

    def _repeated(self, program: _Program) -> _Program:
        found = _REPEAT.match(self._source, self._at)
        if found is None:
            return program
        self._at = found.end()
        self._take("?")  # A lazy repeat matches the same texts.
        if _REPEAT.match(self._source, self._at):
            raise self._error("repeats a repeat")
        least, most = _bounds(found)
        if max(least, most or 0) > _MAX_REPEAT or (most is not None and most < least):
            raise self._error("repeats too often")
        loop: _Program = [_Fork(1, len(program) + 2), *program, _Fork(-len(program) - 1, 1)]
        rest = loop if most is None else [_Fork(1, len(program) + 1), *program] * (most - least)
        return self._bounded(program * least + rest)

    def _atom(self) -> _Program:
        start = self._at
        character = self._source[start]
        self._at += 1
        if character == "(":
            return self._group()
        if character in "^$":
            return [_Where(character)]
        if character == "[":
            return [self._class(start)]
        if character == "\\":
            return self._escape()
        if character in "*+?" or _REPEAT.match(self._source, start):
            raise self._error("repeats nothing")
        return [self._exactly(character) if character != "." else _One(lambda other: other != "\n")]

    def _group(self) -> _Program:
        self._take("?:")
        if self._source[self._at : self._at + 1] == "?":
            raise self._error("uses a look-around, a name or a flag")
        program = self._choice()
        if not self._take(")"):
            raise self._error("opens a group and does not close it")
        return program

    def _escape(self) -> _Program:
        character = self._source[self._at : self._at + 1]
        self._at += 1
        if character in ("b", "B"):
            return [_Where(character)]
        if character and character in "dDwWsS":
            return [_One(_tester(f"\\{character}", re.NOFLAG))]
        if not character or (character.isalnum() and character not in _CONTROL):
            raise self._error("uses an escape that is not known")
        return [self._exactly(_CONTROL.get(character, character))]

    def _class(self, start: int) -> _One:
        found = _CLASS.match(self._source, start)
        if found is None:
            raise self._error("opens a [ and does not close it")
        self._at = found.end()
        try:
            return _One(_tester(found[0], self._flags))
        except re.error:
            raise self._error("has a [...] that cannot be read") from None

    def _exactly(self, character: str) -> _One:
        return _One(_tester(re.escape(character), self._flags))

    def _take(self, text: str) -> bool:
        taken = self._source.startswith(text, self._at)
        self._at += len(text) if taken else 0
        return taken

    def _bounded(self, program: _Program) -> _Program:
        if len(program) > _MAX_PROGRAM:
            raise self._error("repeats too much")
        return program

    def _error(self, what: str) -> TemplateSyntaxError:
        return TemplateSyntaxError(
            f"The pattern {self._source!r} {what}",
            "Use characters, . [...] \\d \\w \\s \\b ^ $ | ( ) * + ? {2,5}, and a backslash before a literal sign",
        )


def _bounds(found: re.Match[str]) -> tuple[int, int | None]:
    """How often a repeat takes its atom, at least and at most (None: any number)."""
    if found[1]:
        return (1 if found[1] == "+" else 0), (1 if found[1] == "?" else None)
    least = int(found[2])
    if not found[3]:
        return least, least
    return least, int(found[4]) if found[4] else None


def _tester(one_character: str, flags: re.RegexFlag) -> Test:
    match = re.compile(one_character, flags | re.DOTALL).fullmatch
    return lambda character: match(character) is not None
