"""What stands between `{{` and `}}`: a path and filters. No calls, attributes or arithmetic exist in this grammar."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from engine.errors import ErrorCode, EvaluationError, TemplateSyntaxError
from engine.language.filters import FILTERS, MISSING
from engine.suggest import did_you_mean
from engine.values import Scope

QUOTED = r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')"""
"""A regular expression for a quoted text; a backslash guards the character after it."""
PLACEHOLDER = rf"\{{\{{(?:[^\"'}}]|{QUOTED}|\}}(?!\}}))*+\}}\}}"
"""A regular expression for a placeholder; braces inside of its quoted texts do not end it."""

_MAX_LENGTH = 1000
_NAME = r"[^\W\d]\w*"
_KEY = rf"\.\s*(?P<key>\w+)|\[\s*(?:(?P<index>[0-9]+)|(?P<quoted>{QUOTED}))\s*\]"
_PLACEHOLDER = re.compile(PLACEHOLDER, re.DOTALL)
_ROOT = re.compile(rf"\s*({_NAME})")
_STEP = re.compile(rf"\s*(?:{_KEY})", re.DOTALL)
_FILTER = re.compile(rf"\s*\|\s*(?P<name>{_NAME})\s*(?P<opened>\()?", re.DOTALL)
_NUMBER = re.compile(r"\s*(-?[0-9]+(?:\.[0-9]+)?)(?!\w)")
_QUOTED = re.compile(rf"\s*({QUOTED})", re.DOTALL)
_CLOSE = re.compile(r"\s*\)")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "'": "'", "\\": "\\"}
_CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "none": None}


def unquote(text: str) -> str:
    """The text inside of quotes; a backslash before anything but a quote, a backslash, `n` and `t` is kept."""
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[0]), text[1:-1])


@dataclass(frozen=True, slots=True)
class Path:
    """The way to a value: a variable's name, then mapping keys and list indexes."""

    keys: tuple[str, ...]
    indexes: tuple[int | None, ...]
    """For each key the index that it is in a list, if it can be one."""

    def find(self, scope: Scope) -> Any:
        """The value, or MISSING."""
        value: Any = scope
        for key, index in zip(self.keys, self.indexes, strict=True):
            if isinstance(value, (dict, Mapping)):  # a dict is answered without asking the abstract class
                if key not in value:
                    return MISSING
                value = value[key]
            elif index is not None and isinstance(value, (list, tuple)) and index < len(value):
                value = value[index]
            else:
                return MISSING
        return value

    def __str__(self) -> str:
        return ".".join(self.keys)


@dataclass(frozen=True, slots=True)
class Step:
    """One filter and its argument, if it has one: a constant, or the path of a `default`."""

    name: str
    arguments: tuple[Any, ...] = ()

    def apply(self, value: Any, scope: Scope) -> Any:
        """The filtered value; MISSING goes through until a `default` takes it."""
        if self.name == "default":
            return value if value is not MISSING else self._fallback(scope)
        return MISSING if value is MISSING else FILTERS[self.name].apply(value, *self.arguments)

    def _fallback(self, scope: Scope) -> Any:
        argument = self.arguments[0] if self.arguments else ""
        return argument.find(scope) if isinstance(argument, Path) else argument


@dataclass(frozen=True, slots=True)
class Expression:
    """One placeholder's meaning."""

    path: Path
    steps: tuple[Step, ...] = ()

    @property
    def optional(self) -> bool:
        """Whether a `default` stands for a value that is missing or null."""
        return any(step.name == "default" for step in self.steps)

    def every_path(self) -> Iterator[Path]:
        """The path itself, and those that a `default` falls back to."""
        yield self.path
        for step in self.steps:
            yield from (argument for argument in step.arguments if isinstance(argument, Path))

    def evaluate(self, scope: Scope) -> Any:
        """The value, its type kept. Raises EvaluationError: UNRESOLVED for a missing one, TYPE from a filter."""
        value = self.path.find(scope)
        if self.steps:
            value = self._filtered(value, scope)
        if value is MISSING:
            raise EvaluationError(ErrorCode.UNRESOLVED, f"{self.path} has no value", str(self.path))
        return value

    def _filtered(self, value: Any, scope: Scope) -> Any:
        if value is None and self.optional:
            value = MISSING
        try:
            for step in self.steps:
                value = step.apply(value, scope)
        except EvaluationError as error:
            raise EvaluationError(error.code, f"{self.path}: {error.detail}", str(self.path)) from None
        return value


def roots(expressions: Iterable[Expression]) -> tuple[str, ...]:
    """The variables that must be set, each once, in their order; those with a `default` are left out."""
    return tuple(dict.fromkeys(found.path.keys[0] for found in expressions if not found.optional))


def paths(expressions: Iterable[Expression]) -> tuple[str, ...]:
    """The dotted paths that are used, those inside of a `default` too, each once, in their order."""
    return tuple(dict.fromkeys(str(path) for found in expressions for path in found.every_path()))


def split(source: str) -> list[str | Expression]:
    """Cut a text into plain pieces and expressions, in their order. Raises TemplateSyntaxError."""
    _refuse_blocks(source)
    pieces: list[str | Expression] = []
    end = 0
    while (start := source.find("{{", end)) >= 0:
        found = _PLACEHOLDER.match(source, start)
        if found is None:
            raise TemplateSyntaxError("A placeholder is opened by {{ and never closed", "Close it with }}")
        if start > end:
            pieces.append(source[end:start])
        pieces.append(parse_expression(found[0][2:-2]))
        end = found.end()
    if end < len(source):
        pieces.append(source[end:])
    return pieces


def parse_expression(source: str) -> Expression:
    """Read a path and its filters, such as `order.items[0].name | default("-")`. Raises TemplateSyntaxError."""
    if len(source) > _MAX_LENGTH:
        raise TemplateSyntaxError("A placeholder is too long", f"Keep it under {_MAX_LENGTH} characters")
    path, at = _parse_path(source, 0)
    steps: list[Step] = []
    while found := _FILTER.match(source, at):
        step, at = _parse_filter(source, found)
        steps.append(step)
    if source[at:].strip():
        raise _misread(source, at)
    return Expression(path, tuple(steps))


def _refuse_blocks(source: str) -> None:
    for opening, closing in (("{%", "%}"), ("{#", "#}")):
        start = source.find(opening)
        if start >= 0 and source.find(closing, start + 2) >= 0:
            raise TemplateSyntaxError(
                f"{opening} {closing} blocks are not supported",
                "Only {{path}} and {{path | filter}} are; use a logic node",
            )


def _parse_path(source: str, at: int) -> tuple[Path, int]:
    root = _ROOT.match(source, at)
    if root is None:
        raise _misread(source, at)
    keys, end = [root[1]], root.end()
    while found := _STEP.match(source, end):
        keys.append(found["key"] or found["index"] or unquote(found["quoted"]))
        end = found.end()
    return Path(tuple(keys), tuple(_index(key) for key in keys)), end


def _index(key: str) -> int | None:
    return int(key) if key.isascii() and key.isdigit() and len(key) < 10 else None


def _parse_filter(source: str, found: re.Match[str]) -> tuple[Step, int]:
    name, end = found["name"], found.end()
    if name not in FILTERS:
        raise TemplateSyntaxError(f"There is no filter {name!r}", did_you_mean(name, FILTERS))
    if not found["opened"]:
        return Step(name), end
    arguments: tuple[Any, ...] = ()
    if not _CLOSE.match(source, end):
        argument, end = _parse_argument(source, end, name)
        arguments = (argument,)
    closed = _CLOSE.match(source, end)
    if closed is None or (arguments and not _accepts(name, arguments[0])):
        raise TemplateSyntaxError(f"The filter {name} does not take this", f"Write {FILTERS[name].usage}")
    return Step(name, arguments), closed.end()


def _accepts(name: str, argument: Any) -> bool:
    accepts = FILTERS[name].accepts
    return accepts is not None and accepts(argument)


def _parse_argument(source: str, at: int, name: str) -> tuple[Any, int]:
    if found := _QUOTED.match(source, at):
        return unquote(found[1]), found.end()
    if found := _NUMBER.match(source, at):
        return (Decimal(found[1]) if "." in found[1] else int(found[1])), found.end()
    found = _ROOT.match(source, at)
    if found and found[1].lower() in _CONSTANTS:
        return _CONSTANTS[found[1].lower()], found.end()
    if found and name == "default":
        return _parse_path(source, at)
    raise TemplateSyntaxError(f"The filter {name} does not take this", f"Write {FILTERS[name].usage}")


def _misread(source: str, at: int) -> TemplateSyntaxError:
    """What is wrong with an expression that stops making sense at this place."""
    shown = "{{" + source + "}}" if len(source) <= 60 else "{{" + source[:57] + "...}}"
    rest = source[at:].lstrip()
    if not source.strip():
        return TemplateSyntaxError("{{}} is empty", "Name a variable, such as {{order.total}}")
    if rest.startswith("("):
        return TemplateSyntaxError(f"{shown} calls something", "Only values and filters can be used: {{name | upper}}")
    if rest[:1] in ("#", "/", "^", ">", "&", "{", "%"):
        return TemplateSyntaxError(
            f"{shown} is no expression", "Only {{path}} and {{path | filter}} are; use a logic node"
        )
    if rest[:1] in tuple("+-*/%~<>=!"):
        return TemplateSyntaxError(
            f"{shown} computes something", 'Templates do not compute; a key with a dash is written order["the-key"]'
        )
    return TemplateSyntaxError(
        f"{shown} cannot be read at {rest[:20]!r}", "Write a path, such as {{order.total}} or {{items[0].name}}"
    )
