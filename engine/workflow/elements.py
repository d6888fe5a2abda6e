"""What a workflow is made of: nodes, and edges between their handles."""

from dataclasses import dataclass
from functools import cached_property

from engine.ids import NodeId
from engine.nodes.base import NodeData, NodeType

Kind = NodeType[NodeData]


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from a handle of one node to another node; `id` is the file's, or `edges[3]` where it has none."""

    id: str
    source: NodeId
    target: NodeId
    handle: str


@dataclass(frozen=True, eq=False)
class Node:
    """One checked node; `label` is what people call it, its id where the file says nothing."""

    id: NodeId
    kind: Kind
    data: NodeData
    label: str
    broken: bool = False
    """Its data is wrong: the file is refused, and only its wiring is looked at."""

    @property
    def is_trigger(self) -> bool:
        """Whether a run can begin here."""
        return self.kind.type == "trigger"

    @cached_property
    def handles(self) -> tuple[str, ...]:
        """Its ways out, in order."""
        return tuple(self.kind.handles(self.data))
