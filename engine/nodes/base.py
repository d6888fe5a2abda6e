"""What every node type is: a model of its `data`, the handles it has, and two pure functions of the values at hand."""

import builtins
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from engine.errors import Problem
from engine.events import Event
from engine.ids import BotId, NodeId
from engine.outcomes import Identity, Outcome
from engine.ports import Secrets
from engine.question import FrozenCall
from engine.values import Scope


class NodeData(BaseModel):
    """The `data` of a node: camelCase in the file; unknown fields are kept, and the linter warns of them."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, extra="allow", arbitrary_types_allowed=True, frozen=True
    )


DataT = TypeVar("DataT", bound=NodeData)


@dataclass(slots=True)
class Context:
    """What a node may know while it executes; everything is a value or a pure port."""

    node: NodeId
    bot: BotId
    scope: Scope
    """The run's variables; a node changes them only by `Next.assign`."""
    now: datetime
    secrets: Secrets
    memo: Mapping[str, Any]
    """What this node's own `Wait` kept."""
    frozen: Mapping[str, FrozenCall]
    """Calls that a person approved, by node id: the bytes to be sent."""
    verified: Mapping[str, Any]
    """How variables were verified, by their name: `{"how", "at"}`."""
    given: int
    """How many of the variables, from the first, came with the message and not from nodes."""
    wired_handles: Set[str]
    """The handles of this node that have an edge."""
    preview: "Preview"
    wish: Callable[[str], str] = lambda text: ""
    """What the customer's words mean where they were offered wishes, see `engine.ports.Phrases`."""
    identity: Identity | None = None
    """The address that the customer has proven to be theirs last, in this run or an earlier one."""
    counts_codes: bool = False
    """Whether a code must be counted before it is mailed."""

    @property
    def set_by_nodes(self) -> Sequence[str]:
        """The variables that nodes of this run have set, in order."""
        return list(self.scope)[self.given :]

    def wired(self, handle: str) -> bool:
        """Whether an edge leaves this node at that handle."""
        return handle in self.wired_handles


class Preview(ABC):
    """Looks ahead from a node without executing anything."""

    @abstractmethod
    def calls_behind(self, node: NodeId, handle: str, scope: Scope) -> tuple[tuple[FrozenCall, ...], tuple[str, ...]]:
        """The calls that following `handle` leads straight to, and the tools whose arguments cannot be known."""


class NodeType(ABC, Generic[DataT]):
    """One node type (for `logic` and `action`, one per `logicType` or `actionType`)."""

    type: ClassVar[str]
    """The `type` in the file."""
    variant: ClassVar[str] = ""
    """The value of the field that tells variants of one type apart."""
    variant_field: ClassVar[str] = ""
    """`logicType`, `actionType`, or empty."""
    data_model: ClassVar[builtins.type[NodeData]]

    @abstractmethod
    def handles(self, data: DataT) -> Sequence[str]:
        """The handles that this node has, in order; `error` included where it has one."""

    def must_wire(self, data: DataT) -> Sequence[str]:
        """Handles without an edge that are an error of the file."""
        return ()

    def hidden(self, data: DataT, scope: Mapping[str, Any]) -> Iterable[str]:
        """What it keeps secret of these variables, as the texts in which that could stand somewhere."""
        return ()

    def waits(self, data: DataT) -> bool:
        """Whether a token always pauses here for a person, so that a cycle through this node cannot spin."""
        return False

    def reads(self, data: DataT) -> Iterator[tuple[str, str]]:
        """(field, root variable) of every value that must be set when this node executes."""
        return iter(())

    def sets(self, data: DataT, handle: str) -> Sequence[str]:
        """The variables that are set once this node was left by `handle`."""
        return ()

    def lint(self, data: DataT) -> Iterator[Problem]:
        """Warnings that need this node alone; `node` may be left empty."""
        return iter(())

    def noted(self, memo: Mapping[str, Any], text: str) -> str:
        """What the transcript holds of a reply that this node has asked for."""
        return text

    @abstractmethod
    def execute(self, ctx: Context, data: DataT) -> Outcome:
        """Do the node's work with the values at hand."""

    def resume(self, ctx: Context, data: DataT, event: Event) -> Outcome:
        """Go on after a `Wait` of this node; only nodes that wait have it."""
        raise TypeError(f"{self.type} does not wait")
