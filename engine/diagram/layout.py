"""Places the nodes of a workflow in layers from top to bottom, so that edges lead down and seldom cross."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.ids import NodeId
from engine.workflow.elements import Edge
from engine.workflow.load import Workflow

Bend = tuple[int, int]
"""Where a long edge passes through a layer: the edge's number and the layer."""
Slot = NodeId | Bend

_GAP = 28.0
_BEND_WIDTH = 14.0
_SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """Each slot's layer and the middle of its width; `width` is that of the whole drawing."""

    layer: Mapping[Slot, int]
    x: Mapping[Slot, float]
    width: float
    layers: int
    bends: Mapping[int, tuple[Bend, ...]]
    """By edge number, the bends on its way; edges that lead up have none."""

    def leads_up(self, edge: Edge) -> bool:
        """Whether an edge leads back to its own layer or to one above."""
        return self.layer[edge.target] <= self.layer[edge.source]


def arrange(workflow: Workflow, width_of: Callable[[NodeId], float]) -> Layout:
    """Find a place for every node; `width_of` says how wide each is drawn."""
    layer: dict[Slot, int] = dict(_layers(workflow).items())
    bends: dict[int, tuple[Bend, ...]] = {}
    above: dict[Slot, list[Slot]] = {slot: [] for slot in layer}
    for number, edge in enumerate(workflow.edges):
        first, last = layer[edge.source], layer[edge.target]
        if last <= first:
            continue
        bends[number] = tuple((number, each) for each in range(first + 1, last))
        layer.update({bend: bend[1] for bend in bends[number]})
        way: tuple[Slot, ...] = (edge.source, *bends[number], edge.target)
        for upper, lower in pairwise(way):
            above.setdefault(lower, []).append(upper)
    rows = _ordered(_rows(layer), above)
    widths = {slot: _BEND_WIDTH if isinstance(slot, tuple) else width_of(slot) for slot in layer}
    x, width = _placed(rows, widths)
    return Layout(layer, x, width, len(rows), bends)


def _layers(workflow: Workflow) -> dict[NodeId, int]:
    """Each node one below the lowest of those that lead to it; edges that close a cycle do not count."""
    order = _topological(workflow)
    rank = {name: number for number, name in enumerate(order)}
    layer = dict.fromkeys(order, 0)
    for name in order:
        for target in _targets(workflow, name):
            if rank[target] > rank[name]:
                layer[target] = max(layer[target], layer[name] + 1)
    return layer


def _topological(workflow: Workflow) -> list[NodeId]:
    """Sources before their targets, but for edges that close a cycle: the reverse of a depth-first walk's ends."""
    ended: dict[NodeId, None] = {}
    begun: set[NodeId] = set()
    starts = [*workflow.nodes][::-1]
    starts += [trigger.id for trigger in workflow.triggers][::-1]
    for start in starts[::-1]:
        work: list[tuple[NodeId, Iterator[NodeId]]] = []
        if start not in begun:
            begun.add(start)
            work.append((start, iter(_targets(workflow, start))))
        while work:
            name, targets = work[-1]
            target = next((each for each in targets if each not in begun), None)
            if target is None:
                ended[name] = None
                work.pop()
            else:
                begun.add(target)
                work.append((target, iter(_targets(workflow, target))))
    return [*ended][::-1]


def _targets(workflow: Workflow, name: NodeId) -> list[NodeId]:
    # Later handles first: the walk's ends are reversed, so the first handle comes to stand on the left.
    handles = workflow.nodes[name].handles
    return [target for handle in handles for target in workflow.targets(name, handle)][::-1]


def _rows(layer: Mapping[Slot, int]) -> list[list[Slot]]:
    rows: list[list[Slot]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for slot, number in layer.items():
        rows[number].append(slot)
    return rows


def _ordered(rows: list[list[Slot]], above: Mapping[Slot, Sequence[Slot]]) -> list[list[Slot]]:
    """The rows with each slot moved towards the middle of its neighbours, downwards and upwards in turn."""
    below: dict[Slot, list[Slot]] = {}
    for lower, uppers in above.items():
        for upper in uppers:
            below.setdefault(upper, []).append(lower)
    for sweep in range(_SWEEPS):
        downwards = sweep % 2 == 0
        for index in range(1, len(rows)) if downwards else range(len(rows) - 2, -1, -1):
            neighbours = above if downwards else below
            beside = _places(rows[index - 1 if downwards else index + 1])
            own = _places(rows[index])
            rows[index].sort(key=lambda slot: _middle((beside[each] for each in neighbours.get(slot, ())), own[slot]))
    return rows


def _places(row: Sequence[Slot]) -> dict[Slot, float]:
    """Each slot's place in its row, from 0 to 1, so that rows of different lengths compare."""
    return {slot: (number + 0.5) / len(row) for number, slot in enumerate(row)}


def _middle(places: Iterable[float], otherwise: float) -> float:
    known = list(places)
    return sum(known) / len(known) if known else otherwise


def _placed(rows: Sequence[Sequence[Slot]], widths: Mapping[Slot, float]) -> tuple[dict[Slot, float], float]:
    """The middles of all slots, each row centred, and the width of the widest row."""
    lengths = [sum(widths[slot] for slot in row) + _GAP * (len(row) + 1) for row in rows]
    widest = max(lengths, default=0.0)
    x: dict[Slot, float] = {}
    for row, length in zip(rows, lengths, strict=True):
        left = (widest - length) / 2 + _GAP
        for slot in row:
            x[slot] = left + widths[slot] / 2
            left += widths[slot] + _GAP
    return x, widest
