"""Templates: text, tool arguments and values with `{{placeholders}}`, read once and filled from a run's variables.

A filled value is data: it is never read as a template, as JSON or as anything else again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Self

from engine.errors import ErrorCode, EvaluationError, TemplateSyntaxError
from engine.language.expression import PLACEHOLDER, Expression, paths, roots, split
from engine.language.parsed import Parsed
from engine.language.scalars import kind_of, text_of
from engine.values import Scope, dump, parse_strictly

MAX_OUTPUT = 64 * 1024
"""The longest text that a template may give, in bytes of UTF-8."""

_MAX_DEPTH = 50
_BARE_PLACEHOLDERS = re.compile(rf'("(?:[^"\\]|\\.)*+")|({PLACEHOLDER})', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Template(Parsed):
    """A text with placeholders."""

    source: str
    parts: tuple[str | Expression, ...] = field(repr=False, compare=False)
    reads: tuple[str, ...] = field(repr=False, compare=False)
    """The variables that must be set; those of expressions with a `default` are left out."""
    paths: tuple[str, ...] = field(repr=False, compare=False)
    """Every dotted path that is used."""

    @classmethod
    def parse(cls, source: Any) -> Self:
        """Read a template. Raises TemplateSyntaxError."""
        if not isinstance(source, str):
            raise TemplateSyntaxError(f"This is {kind_of(source)}", "Write a text")
        parts = split(source)
        if _is_too_long("".join(part for part in parts if isinstance(part, str))):
            raise TemplateSyntaxError("The text is longer than 64 kB", "Shorten it")
        expressions = [part for part in parts if isinstance(part, Expression)]
        return cls(source, tuple(parts), roots(expressions), paths(expressions))

    @property
    def sole(self) -> Expression | None:
        """The expression, if the text is one placeholder and nothing else."""
        only = self.parts[0] if len(self.parts) == 1 else None
        return only if isinstance(only, Expression) else None

    def render(self, scope: Scope) -> str:
        """Fill it. Raises EvaluationError: UNRESOLVED, TYPE or TOO_LONG."""
        text = "".join([part if isinstance(part, str) else text_of(part.evaluate(scope)) for part in self.parts])
        if _is_too_long(text):
            raise EvaluationError(ErrorCode.TOO_LONG, f"the text is longer than {MAX_OUTPUT // 1024} kB")
        return text


@dataclass(frozen=True, slots=True)
class ValueTemplate(Parsed):
    """A JSON value whose texts may hold placeholders; a text that is one placeholder keeps the value's type."""

    source: Any
    tree: Any = field(repr=False, compare=False)
    """The value with a Template or an Expression in the place of each text that has placeholders."""
    reads: tuple[str, ...] = field(repr=False, compare=False)
    paths: tuple[str, ...] = field(repr=False, compare=False)

    @classmethod
    def parse(cls, source: Any) -> Self:
        """Read a JSON value. Raises TemplateSyntaxError, also for a placeholder in a key."""
        return cls._from(source, _compile(source, 0))

    def evaluate(self, scope: Scope) -> Any:
        """Fill it. Raises EvaluationError."""
        return _fill(self.tree, scope)

    @classmethod
    def _from(cls, source: Any, tree: Any) -> Self:
        expressions = list(_expressions(tree))
        return cls(source, tree, roots(expressions), paths(expressions))


@dataclass(frozen=True, slots=True)
class Arguments(ValueTemplate):
    """A tool's arguments, an object or a JSON text of one: read first, filled after, so no value changes its shape."""

    @classmethod
    def parse(cls, source: Any) -> Self:
        """Read arguments. Raises TemplateSyntaxError, also for a key that stands twice, NaN, or a placeholder in a key.

        In a JSON text a placeholder may stand outside of quotes: `{"amount": {{order.total}}}`.
        """
        value = _read_json(source) if isinstance(source, str) else source
        if not isinstance(value, Mapping):
            raise TemplateSyntaxError(
                f"The arguments are {kind_of(value)}", 'Write an object: {"order_id": "{{order.id}}"}'
            )
        return cls._from(source, _compile(value, 0))

    def fill(self, scope: Scope) -> dict[str, Any]:
        """The arguments as they will be sent. Raises EvaluationError."""
        return {key: _fill(item, scope) for key, item in self.tree.items()}


def _is_too_long(text: str) -> bool:
    if len(text) * 4 <= MAX_OUTPUT:
        return False
    return len(text) > MAX_OUTPUT or len(text.encode("utf-8", "surrogatepass")) > MAX_OUTPUT


def _read_json(source: str) -> Any:
    """A JSON text as a value; placeholders outside of quotes are put into quotes first, where they keep their type."""
    if not source.strip():
        return {}
    quoted = _BARE_PLACEHOLDERS.sub(lambda found: found[1] or dump(found[2]), source)
    try:
        return parse_strictly(quoted)
    except (ValueError, ArithmeticError) as error:
        reason = str(error).split(": line ")[0]
        raise TemplateSyntaxError(
            f"The arguments are no valid JSON: {reason}",
            """Write an object, such as {"order_id": "{{order.id}}"}, and 'single quotes' inside of placeholders""",
        ) from None


def _compile(value: Any, depth: int) -> Any:
    """The tree of a JSON value, see `ValueTemplate.tree`."""
    if depth > _MAX_DEPTH:
        raise TemplateSyntaxError(f"The value is nested deeper than {_MAX_DEPTH} levels", "Make it flatter")
    if isinstance(value, str):
        template = Template.parse(value)
        return template.sole or (template if template.paths else value)
    if isinstance(value, Mapping):
        return {_plain_key(key): _compile(item, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_compile(item, depth + 1) for item in value]
    if isinstance(value, (float, Decimal)) and not Decimal(value).is_finite():
        raise TemplateSyntaxError("A number is not finite", "Write a number, such as 42.50")
    return value


def _plain_key(key: Any) -> str:
    if not isinstance(key, str) or any(isinstance(part, Expression) for part in split(key)):
        raise TemplateSyntaxError(f"The key {key!r} is no plain text", "Placeholders can stand in values only")
    return key


def _expressions(tree: Any) -> Iterator[Expression]:
    if isinstance(tree, Expression):
        yield tree
    elif isinstance(tree, Template):
        yield from (part for part in tree.parts if isinstance(part, Expression))
    elif isinstance(tree, (dict, list)):
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from _expressions(item)


def _fill(tree: Any, scope: Scope) -> Any:
    if isinstance(tree, Expression):
        return tree.evaluate(scope)
    if isinstance(tree, Template):
        return tree.render(scope)
    if isinstance(tree, dict):
        return {key: _fill(item, scope) for key, item in tree.items()}
    if isinstance(tree, list):
        return [_fill(item, scope) for item in tree]
    return tree
