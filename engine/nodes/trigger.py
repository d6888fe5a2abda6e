"""`trigger`: a customer's message starts a run here."""

from collections.abc import Iterator, Sequence
from typing import Literal

from engine.errors import EvaluationError
from engine.language.condition import Condition
from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import DEFAULT, Done, Fail, Next, Outcome
from engine.values import Scope

VARIABLES = ("message", "user_id", "user_name", "channel_id", "platform", "attachments")
"""What every run knows from its first message."""


class TriggerData(NodeData):
    """`match` chooses among several triggers; `whileWaiting` says what a message does while a decision is awaited."""

    trigger_type: Literal["message_received"]
    match: Condition | None = None
    while_waiting: Literal["join", "new_run"] = "join"


class Trigger(NodeType[TriggerData]):
    """Where a run begins; its variables were set from the message before it executes."""

    type = "trigger"
    data_model = TriggerData

    def handles(self, data: TriggerData) -> Sequence[str]:
        return (DEFAULT,)

    def sets(self, data: TriggerData, handle: str) -> Sequence[str]:
        return VARIABLES

    def reads(self, data: TriggerData) -> Iterator[tuple[str, str]]:
        if data.match:
            yield from (("match", name) for name in data.match.reads if name not in VARIABLES)

    def execute(self, ctx: Context, data: TriggerData) -> Outcome:
        try:
            holds = data.match is None or data.match.evaluate(ctx.scope)
        except EvaluationError as error:
            return Fail(error.at("match"))
        return Next() if holds else Done()


def may_start(data: TriggerData, scope: Scope) -> bool:
    """Whether a message may start here; where `match` cannot be evaluated it may, and the node then fails aloud."""
    try:
        return data.match is None or data.match.evaluate(scope)
    except EvaluationError:
        return True
