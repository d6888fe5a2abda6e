"""Warns of fields that nobody knows: a slip of the pen there is a wish that is not granted."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from engine.errors import Problem
from engine.suggest import did_you_mean
from engine.workflow.elements import Node
from engine.workflow.load import Workflow

_FILE = ("nodes", "edges", "id", "name", "description")
_FILE_EXTRAS = frozenset({"viewport", "version", "metadata", "createdAt", "updatedAt", "tags", "$schema"})
_NODE = ("id", "type", "data")
_EDGE = ("id", "source", "target", "sourceHandle", "targetHandle")
_DATA_EXTRAS = frozenset({"label", "description", "notes", "comment", "icon", "color"})
_REACT_FLOW = frozenset(
    (
        "position", "positionAbsolute", "computed", "internals", "width", "height", "initialWidth", "initialHeight",
        "measured", "selected", "selectable", "dragging", "draggable", "dragHandle", "deletable", "connectable",
        "focusable", "hidden", "animated", "updatable", "reconnectable", "interactionWidth", "style", "className",
        "class", "zIndex", "parentId", "parentNode", "extent", "expandParent", "origin", "handles", "resizing",
        "sourcePosition", "targetPosition", "markerStart", "markerEnd", "pathOptions", "label", "labelStyle",
        "labelShowBg", "labelBgStyle", "labelBgPadding", "labelBgBorderRadius", "ariaLabel", "ariaRole",
        "domAttributes", "sourceX", "sourceY", "targetX", "targetY", "sourceNode", "targetNode", "events",
        "description",
    )
)  # fmt: skip
"""Keys that visual editors write on nodes and edges: kept and ignored. An edge's `type` and `data` are such, too."""


def field_problems(workflow: Workflow) -> Iterator[Problem]:
    """Unknown fields of the file, its edges, its nodes and their data."""
    yield from _unknown(workflow.document, _FILE, _FILE_EXTRAS, "")
    for edge, raw in zip(workflow.edges, workflow.document["edges"], strict=True):
        yield from _unknown(raw, _EDGE, _REACT_FLOW | {"type", "data"}, edge.id)
    for node, raw in zip(workflow.nodes.values(), workflow.document["nodes"], strict=True):
        yield from _unknown(raw, _NODE, _REACT_FLOW, node.id)
        yield from _unknown_data(node)


def _unknown(raw: Mapping[str, Any], known: Iterable[str], ignored: frozenset[str], node: str) -> Iterator[Problem]:
    for name in raw:
        if name not in known and name not in ignored:
            yield _problem(name, known, node, name)


def _unknown_data(node: Node) -> Iterator[Problem]:
    ignored = _DATA_EXTRAS | {node.kind.variant_field}
    for place, model in _models(node.data):
        for name in model.model_extra or {}:
            if name not in ignored:
                yield _problem(name, _fields(model), node.id, f"{place}{name}")


def _models(data: BaseModel) -> Iterator[tuple[str, BaseModel]]:
    """The data itself, and the objects in its lists, each with the place where it stands."""
    yield "", data
    for field in type(data).model_fields:
        yield from _listed(f"{field}.", getattr(data, field))


def _listed(place: str, value: Any) -> Iterator[tuple[str, BaseModel]]:
    for number, item in enumerate(value if isinstance(value, (list, tuple)) else ()):
        if isinstance(item, BaseModel):
            yield f"{place}{number}.", item
        else:
            yield from _listed(f"{place}{number}.", item)


def _fields(model: BaseModel) -> list[str]:
    """The fields as they are written in a file."""
    return [field.alias or name for name, field in type(model).model_fields.items()]


def _problem(name: str, known: Iterable[str], node: str, field: str) -> Problem:
    return Problem("unknown-field", f"Nobody knows the field {name[:60]!r}", did_you_mean(name, known), node, field)
