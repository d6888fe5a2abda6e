"""Conditions: a small typed grammar over templates, such as `{{order.total}} > 500 && !({{vip}} == true)`.

    or         = and { ("||" | "or") and }
    and        = negation { ("&&" | "and") negation }
    negation   = { "not" } comparison
    comparison = operand [ binary operand | postfix ]
    operand    = { "!" } ( "(" or ")" | placeholder | "quoted" | number | true | false | null | bare words )

A placeholder is bound as a value, never pasted. What has no value or cannot be compared is an EvaluationError and never
`False`, for `is_empty` too: `{{x | default("")}} is_empty` says that x may be missing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Self

from engine.errors import EvaluationError, TemplateSyntaxError
from engine.language import comparison
from engine.language.expression import Expression, paths, roots, unquote
from engine.language.lexer import BINARY, POSTFIX, Token, tokens
from engine.language.parsed import Parsed
from engine.language.pattern import Pattern
from engine.language.scalars import kind_of, moment_in, number_in
from engine.language.template import Template
from engine.values import Scope

_MAX_LENGTH = 4000
_MAX_DEPTH = 40
_CONSTANTS: Mapping[str, bool | None] = MappingProxyType({"true": True, "false": False, "null": None})
_ORDERINGS = ("<", "<=", ">", ">=")
_OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {
        "==": comparison.equal,
        "!=": lambda left, right: not comparison.equal(left, right),
        ">": lambda left, right: comparison.ordering(left, right) > 0,
        ">=": lambda left, right: comparison.ordering(left, right) >= 0,
        "<": lambda left, right: comparison.ordering(left, right) < 0,
        "<=": lambda left, right: comparison.ordering(left, right) <= 0,
        "contains": comparison.contains,
        "not_contains": lambda left, right: not comparison.contains(left, right),
        "starts_with": comparison.starts_with,
        "ends_with": comparison.ends_with,
        "matches": comparison.matches,
        "is_empty": lambda value, _: comparison.is_empty(value),
        "is_not_empty": lambda value, _: not comparison.is_empty(value),
    }
)
_WITH_NULL: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {
        "==": lambda left, right: left is None and right is None,
        "!=": lambda left, right: left is not None or right is not None,
    }
)
"""Equality where the author wrote `null`: only then does null have an answer."""


@dataclass(frozen=True, slots=True)
class _Operand:
    """Something that has a value; errors call it `shown`, it reads `path`, and `written` says that it is constant."""

    evaluate: Callable[[Scope], Any]
    shown: str
    path: str = ""
    written: bool = False

    @classmethod
    def constant(cls, value: Any, shown: str) -> "_Operand":
        return cls(lambda scope: value, shown, written=True)

    @property
    def value(self) -> Any:
        """The value of a constant."""
        return self.evaluate({})

    def decide(self, scope: Scope) -> bool:
        """The value as true or false; anything else is an error."""
        value = self.evaluate(scope)
        if isinstance(value, bool):
            return value
        try:
            return comparison.truth_in(value)
        except EvaluationError as error:
            raise EvaluationError(error.code, f"{self.shown}: {error.detail}", self.path) from None


@dataclass(frozen=True, slots=True)
class Condition(Parsed):
    """A condition, read once."""

    source: str
    decision: _Operand = field(repr=False, compare=False)
    reads: tuple[str, ...] = field(repr=False, compare=False)
    """The variables that must be set; those of expressions with a `default` are left out."""
    paths: tuple[str, ...] = field(repr=False, compare=False)
    """Every dotted path that is used."""

    @classmethod
    def parse(cls, source: Any) -> Self:
        """Read a condition. Raises TemplateSyntaxError."""
        if not isinstance(source, str) or not source.strip():
            what = "empty" if isinstance(source, str) else kind_of(source)
            raise TemplateSyntaxError(f"The condition is {what}", "Write one, such as {{order.total}} > 500")
        if len(source) > _MAX_LENGTH:
            raise TemplateSyntaxError("The condition is too long", f"Keep it under {_MAX_LENGTH} characters")
        parser = _Parser(tokens(source))
        decision = parser.read()
        return cls(source, decision, roots(parser.expressions), paths(parser.expressions))

    def evaluate(self, scope: Scope) -> bool:
        """Whether it holds. Raises EvaluationError: UNRESOLVED for a missing value, TYPE for one that does not fit."""
        return self.decision.decide(scope)


class _Parser:
    """Reads tokens by recursive descent."""

    def __init__(self, stream: Iterator[Token]) -> None:
        self._stream = stream
        self._token = next(stream)
        self._depth = 0
        self.expressions: list[Expression] = []

    def read(self) -> _Operand:
        condition = self._or()
        if self._token.kind != "end":
            raise self._unexpected("an operator")
        return _deciding(condition)

    def _or(self) -> _Operand:
        sides = [self._and()]
        while self._take("or"):
            sides.append(self._and())
        return _joined(sides, any)

    def _and(self) -> _Operand:
        sides = [self._negation()]
        while self._take("and"):
            sides.append(self._negation())
        return _joined(sides, all)

    def _negation(self) -> _Operand:
        times = self._count("not")
        return _negated(self._comparison(), times)

    def _comparison(self) -> _Operand:
        left = self._operand()
        operator = self._token.text
        if self._token.kind != "operator" or operator not in (*BINARY, *POSTFIX):
            return left
        self._advance()
        if operator in POSTFIX:
            right = _Operand.constant(None, "")
        elif operator == "matches":
            right = self._pattern()
        else:
            right = self._operand()
        return _compared(left, operator, right)

    def _operand(self) -> _Operand:
        times = self._count("!")
        token = self._advance()
        if token.kind == "operator" and token.text == "(":
            return _negated(self._group(), times)
        if token.kind == "bare":
            return _negated(_bare(token.text), times)
        if token.kind in ("placeholder", "quoted"):
            return _negated(self._template(token), times)
        self._token = token
        raise self._unexpected("a value")

    def _group(self) -> _Operand:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise TemplateSyntaxError(
                f"The condition has more than {_MAX_DEPTH} brackets in brackets", "Make it flatter"
            )
        inner = self._or()
        if not self._take(")"):
            raise self._unexpected("a closing bracket")
        self._depth -= 1
        return inner

    def _template(self, token: Token) -> _Operand:
        template = Template.parse(unquote(token.text) if token.kind == "quoted" else token.text)
        expressions = [part for part in template.parts if isinstance(part, Expression)]
        self.expressions += expressions
        if not expressions:
            return _Operand.constant(template.source, token.text)
        evaluate = template.sole.evaluate if template.sole else template.render
        return _Operand(evaluate, token.text, str(expressions[0].path))

    def _pattern(self) -> _Operand:
        token = self._advance()
        if token.kind not in ("quoted", "bare") or "{{" in token.text:
            raise TemplateSyntaxError(
                f"matches needs a written pattern, not {token.shown}", 'Write one: matches "^[A-Z]{2}$"'
            )
        source = unquote(token.text) if token.kind == "quoted" else token.text
        return _Operand.constant(Pattern.parse(source), token.text)

    def _advance(self) -> Token:
        token = self._token
        if token.kind != "end":
            self._token = next(self._stream)
        return token

    def _take(self, operator: str) -> bool:
        taken = self._token.kind == "operator" and self._token.text == operator
        if taken:
            self._advance()
        return taken

    def _count(self, operator: str) -> int:
        times = 0
        while self._take(operator):
            times += 1
        return times

    def _unexpected(self, wanted: str) -> TemplateSyntaxError:
        fix = 'Join comparisons by && or ||, and put texts with signs or operator words in "quotes"'
        return TemplateSyntaxError(f"There should be {wanted} where {self._token.shown} stands", fix)


def _bare(text: str) -> _Operand:
    if text.lower() in _CONSTANTS:
        return _Operand.constant(_CONSTANTS[text.lower()], text)
    number = number_in(text)
    return _Operand.constant(text if number is None else number, text)


def _deciding(operand: _Operand) -> _Operand:
    """The operand, if it can be true or false at all: `{{a}} == b || c` is refused when it is read."""
    if operand.written and not isinstance(operand.value, bool):
        raise TemplateSyntaxError(
            f"{operand.shown} alone is neither true nor false", "Compare it with something: {{a}} == b || {{a}} == c"
        )
    return operand


def _joined(sides: Sequence[_Operand], join: Callable[[Iterator[bool]], bool]) -> _Operand:
    if len(sides) == 1:
        return sides[0]
    deciding = [_deciding(side) for side in sides]
    return _Operand(lambda scope: join(side.decide(scope) for side in deciding), "it")


def _negated(operand: _Operand, times: int) -> _Operand:
    if not times:
        return operand
    _deciding(operand)
    return _Operand(lambda scope: operand.decide(scope) == (times % 2 == 0), f"!{operand.shown}", operand.path)


def _compared(left: _Operand, operator: str, right: _Operand) -> _Operand:
    """One comparison; its operator is chosen here, once."""
    if operator in _ORDERINGS:
        _refuse_unordered(left, operator)
        _refuse_unordered(right, operator)
    asks_null = any(side.written and side.value is None for side in (left, right))
    decide = (_WITH_NULL if asks_null and operator in _WITH_NULL else _OPERATORS)[operator]
    shown = f"{left.shown} {operator} {right.shown}".strip()

    def evaluate(scope: Scope) -> bool:
        first, second = left.evaluate(scope), right.evaluate(scope)
        try:
            return decide(first, second)
        except EvaluationError as error:
            raise EvaluationError(error.code, f"{shown}: {error.detail}", left.path or right.path) from None

    return _Operand(evaluate, shown, left.path or right.path)


def _refuse_unordered(side: _Operand, operator: str) -> None:
    if side.written and (
        isinstance(side.value, bool) or (number_in(side.value) is None and moment_in(side.value) is None)
    ):
        raise TemplateSyntaxError(
            f"{side.shown} has no order, so {operator} cannot be answered",
            "Write a plain number, such as 1999.00, or an ISO date",
        )
