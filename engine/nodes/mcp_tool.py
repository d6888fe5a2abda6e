"""`mcp_tool`: calls a tool of a configured server."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from engine.durations import Duration
from engine.errors import ErrorCode, EvaluationError, NodeError
from engine.events import Event
from engine.language.template import Arguments
from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import DEFAULT, Fail, ForCall, Next, Outcome, Wait
from engine.tools import EffectClass, Refused, Returned
from engine.values import dump


class McpToolData(NodeData):
    """`effect` can only make the operator's declaration stricter."""

    tool_name: str = Field(pattern=r"^[^_\s]+(_[^_\s]+)*__\S+$")
    arguments: Arguments = Arguments.parse({})
    output_variable: str | None = None
    effect: EffectClass | None = None
    timeout: Duration | None = None


class McpTool(NodeType[McpToolData]):
    """Sends the filled arguments, or those a person approved, and keeps the result."""

    type = "mcp_tool"
    data_model = McpToolData

    def handles(self, data: McpToolData) -> Sequence[str]:
        return (DEFAULT, "error")

    def reads(self, data: McpToolData) -> Iterator[tuple[str, str]]:
        yield from (("arguments", name) for name in data.arguments.reads)

    def sets(self, data: McpToolData, handle: str) -> Sequence[str]:
        return (data.output_variable,) if data.output_variable and handle == DEFAULT else ()

    def execute(self, ctx: Context, data: McpToolData) -> Outcome:
        frozen = ctx.frozen.get(ctx.node)
        if frozen and not (frozen.is_intact() and frozen.tool == data.tool_name):
            return Fail(NodeError(ErrorCode.ARGS_CHANGED, f"the stored call of {frozen.tool} was altered", "arguments"))
        try:
            arguments = frozen.arguments if frozen else dump(data.arguments.fill(ctx.scope))
        except EvaluationError as error:
            return Fail(error.at("arguments"))
        seconds = data.timeout.total_seconds() if data.timeout else None
        return Wait(ForCall(data.tool_name, arguments, data.effect, seconds, frozen.schema if frozen else ""))

    def resume(self, ctx: Context, data: McpToolData, event: Event) -> Outcome:
        if isinstance(event, Returned):
            return Next(assign={data.output_variable: event.value} if data.output_variable else {})
        if isinstance(event, Refused):
            return Fail(NodeError(ErrorCode(event.code), event.detail, "toolName"))
        raise TypeError(f"a tool call cannot end with {event!r}")
