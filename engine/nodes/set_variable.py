"""`action` / `set_variable`: gives a variable a value."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from engine.errors import EvaluationError
from engine.language.template import ValueTemplate
from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import DEFAULT, Fail, Next, Outcome


class SetVariableData(NodeData):
    """A `value` that is exactly one placeholder keeps the value's type."""

    variable: str = Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")
    value: ValueTemplate


class SetVariable(NodeType[SetVariableData]):
    """Sets one variable of the run."""

    type = "action"
    variant = "set_variable"
    variant_field = "actionType"
    data_model = SetVariableData

    def handles(self, data: SetVariableData) -> Sequence[str]:
        return (DEFAULT,)

    def reads(self, data: SetVariableData) -> Iterator[tuple[str, str]]:
        yield from (("value", name) for name in data.value.reads)

    def sets(self, data: SetVariableData, handle: str) -> Sequence[str]:
        return (data.variable,)

    def execute(self, ctx: Context, data: SetVariableData) -> Outcome:
        try:
            return Next(assign={data.variable: data.value.evaluate(ctx.scope)})
        except EvaluationError as error:
            return Fail(error.at("value"))
