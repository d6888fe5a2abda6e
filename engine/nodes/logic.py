"""`logic`: chooses an edge by a condition or a value; what cannot be compared is an error, never a no."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from pydantic import Field

from engine.errors import ErrorCode, EvaluationError, NodeError
from engine.language.condition import Condition
from engine.language.template import ValueTemplate
from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import DEFAULT, Fail, Next, Outcome

ERROR = "error"


class IfElseData(NodeData):
    """One condition."""

    condition: Condition


class IfElse(NodeType[IfElseData]):
    """Follows `true` or `false`; `error` if the condition cannot be evaluated."""

    type = "logic"
    variant = "if_else"
    variant_field = "logicType"
    data_model = IfElseData

    def handles(self, data: IfElseData) -> Sequence[str]:
        return ("true", "false", ERROR)

    def reads(self, data: IfElseData) -> Iterator[tuple[str, str]]:
        yield from (("condition", name) for name in data.condition.reads)

    def execute(self, ctx: Context, data: IfElseData) -> Outcome:
        try:
            return Next("true" if data.condition.evaluate(ctx.scope) else "false")
        except EvaluationError as error:
            return Fail(error.at("condition"))


class Case(NodeData):
    """One way out of a switch: taken when the value equals `value` (by default the case's own id)."""

    id: str = Field(min_length=1)
    value: str | int | Decimal | bool | None = None

    @property
    def wanted(self) -> str | int | Decimal | bool:
        return self.id if self.value is None else self.value


class SwitchData(NodeData):
    """A value and its cases; the first that equals it is taken."""

    value: ValueTemplate
    cases: tuple[Case, ...] = Field(min_length=1)


class Switch(NodeType[SwitchData]):
    """Follows the handle of the case that equals the value, else `default`."""

    type = "logic"
    variant = "switch"
    variant_field = "logicType"
    data_model = SwitchData

    def handles(self, data: SwitchData) -> Sequence[str]:
        return (*(case.id for case in data.cases), DEFAULT, ERROR)

    def reads(self, data: SwitchData) -> Iterator[tuple[str, str]]:
        yield from (("value", name) for name in data.value.reads)

    def execute(self, ctx: Context, data: SwitchData) -> Outcome:
        try:
            value = data.value.evaluate(ctx.scope)
        except EvaluationError as error:
            return Fail(error.at("value"))
        if value is None or not isinstance(value, (str, int, Decimal)):
            return Fail(NodeError(ErrorCode.TYPE, f"a {type(value).__name__} cannot be compared with cases", "value"))
        if any(_is_number(case.wanted) for case in data.cases) and _number(value) is None:
            return Fail(NodeError(ErrorCode.TYPE, f"{value!r} cannot be compared with a number", "value"))
        return Next(next((case.id for case in data.cases if _equal(value, case.wanted)), DEFAULT))


def _equal(value: str | int | Decimal, wanted: str | int | Decimal) -> bool:
    if isinstance(value, bool) or isinstance(wanted, bool):
        return str(value).lower() == str(wanted).lower()
    left, right = _number(value), _number(wanted)
    if left is not None and right is not None:
        return left == right
    return str(value).strip() == str(wanted).strip()


def _is_number(wanted: str | int | Decimal) -> bool:
    return isinstance(wanted, (int, Decimal)) and not isinstance(wanted, bool)


def _number(value: str | int | Decimal) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
