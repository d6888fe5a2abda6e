"""`action` / `end`: this path is finished."""

from collections.abc import Sequence

from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import Done, Outcome


class End(NodeType[NodeData]):
    """Ends the token that reaches it; other tokens of the run go on."""

    type = "action"
    variant = "end"
    variant_field = "actionType"
    data_model = NodeData

    def handles(self, data: NodeData) -> Sequence[str]:
        return ()

    def execute(self, ctx: Context, data: NodeData) -> Outcome:
        return Done()
