"""Questions about directed graphs, answered in linear time and without recursion."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

N = TypeVar("N", bound=Hashable)

MOST_STEPS = 20_000_000
"""How many edges one check may look at, several seconds' worth; a check that would need more says so instead."""
SHOWN = 6
"""How many nodes of a cycle are named."""


def reachable(starts: Iterable[N], following: Callable[[N], Iterable[N]]) -> dict[N, None]:
    """The starts and all that can be reached from them, in the order in which they are met, breadth first."""
    met = dict.fromkeys(starts)
    todo = list(met)
    for node in todo:  # `todo` grows while it is read.
        for target in following(node):
            if target not in met:
                met[target] = None
                todo.append(target)
    return met


def cycles(graph: Mapping[N, Sequence[N]]) -> Iterator[tuple[N, ...]]:
    """A cycle for each node at which a walk, depth first, comes back to itself; of each the first SHOWN nodes.

    Every cycle of the graph shares a node with one of these; every target must be a node of the graph.
    """
    done: set[N] = set()
    for root in graph:
        if root not in done:
            yield from _walk(graph, root, done)


def _walk(graph: Mapping[N, Sequence[N]], root: N, done: set[N]) -> Iterator[tuple[N, ...]]:
    trail, place, heads = [root], {root: 0}, set[N]()
    open_targets = [iter(graph[root])]
    while trail:
        target = next(open_targets[-1], None)
        if target is None:
            open_targets.pop()
            done.add(trail[-1])
            del place[trail.pop()]
        elif target in place:
            if target not in heads:
                heads.add(target)
                yield tuple(trail[place[target] : place[target] + SHOWN])
        elif target not in done:
            place[target] = len(trail)
            trail.append(target)
            open_targets.append(iter(graph[target]))
