"""Turns the raw nodes of a workflow file into checked ones, and says everything that is wrong with them."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from engine.errors import Problem
from engine.ids import NodeId
from engine.registry import PLANNED, node_types
from engine.suggest import did_you_mean
from engine.workflow.elements import Kind, Node

MOST_PROBLEMS = 1000
"""After so many nothing more is looked for."""
_LONGEST_ID = 200

ReadNodes = Mapping[NodeId, Node | None]
"""Nodes by their id, in the file's order; None for one that is in the file and could not be read."""


def read_nodes(raw: list[Any], problems: list[Problem]) -> ReadNodes:
    """Every node that has an id; what is wrong is added to `problems`."""
    nodes: dict[NodeId, Node | None] = {}
    for number, item in enumerate(raw):
        if len(problems) >= MOST_PROBLEMS:
            break
        wrong_id = _id_problem(item, f"nodes[{number}]", nodes)
        if wrong_id:
            problems.append(wrong_id)
            if wrong_id.code == "duplicate-id":
                read_node(item, problems)
        else:
            nodes[NodeId(item["id"])] = read_node(item, problems)
    if not any(isinstance(item, dict) and item.get("type") == "trigger" for item in raw):
        fix = 'Add {"id": "start", "type": "trigger", "data": {"triggerType": "message_received"}}'
        problems.append(Problem("no-trigger", "No node is a trigger, so no run can begin", fix, field="nodes"))
    return nodes


def _id_problem(item: Any, place: str, nodes: Mapping[NodeId, Node | None]) -> Problem | None:
    if not isinstance(item, dict):
        return Problem("bad-shape", "A node is no object", 'Write {"id": ..., "type": ..., "data": {...}}', place)
    name = item.get("id")
    if name is None:
        return Problem("missing-field", "A node has no id", "Give it one of its own", place, "id")
    if not isinstance(name, str) or not name.strip() or len(name) > _LONGEST_ID or not name.isprintable():
        fix = f"Write a text of 1 to {_LONGEST_ID} visible characters"
        return Problem("bad-id", "The id of a node cannot be used", fix, place, "id")
    if name in nodes:
        return Problem("duplicate-id", f"Two nodes have the id {name}", "Give each an id of its own", name, "id")
    return None


def read_node(item: Mapping[str, Any], problems: list[Problem]) -> Node | None:
    """A node with an id; None or a broken one where something is wrong, which is added to `problems`."""
    name = NodeId(item["id"])
    raw = item.get("data", {})
    if not isinstance(raw, dict):
        problems.append(Problem("bad-shape", "data is no object", 'Write "data": {...}', name, "data"))
        return None
    kind = _kind(name, item.get("type"), raw)
    if isinstance(kind, Problem):
        problems.append(kind)
        return None
    model: Any = kind.data_model
    try:
        data = model.model_validate(raw)
    except ValidationError as error:
        problems.extend(_field_problems(name, error))
        return _sketch(name, kind, model)
    node = Node(name, kind, data, _label(raw) or _label(item) or name)
    problems.extend(_handle_problems(node))
    return node


def _sketch(name: NodeId, kind: Kind, model: Any) -> Node | None:
    """A node whose data is wrong, good enough to check how it is wired; None if its ways out depend on that data."""
    node = Node(name, kind, model.model_construct(), name, broken=True)
    try:
        node.kind.must_wire(node.data)
        return node if node.handles is not None else None
    except AttributeError:
        return None


def _label(raw: Mapping[str, Any]) -> str:
    label = raw.get("label")
    return label.strip() if isinstance(label, str) else ""


def _kind(name: NodeId, type_: Any, data: Mapping[str, Any]) -> Kind | Problem:
    """The node's type, or why there is none."""
    types = node_types()
    if not isinstance(type_, str):
        return Problem("missing-field", "The node has no type", "Write one, such as send_message", name, "type")
    if (type_, "") in types:
        return types[type_, ""]
    variants = {variant: kind for (each, variant), kind in types.items() if each == type_}
    if not variants:
        return _unknown_type(name, type_)
    field = next(iter(variants.values())).variant_field
    variant = data.get(field)
    if not isinstance(variant, str):
        return Problem("missing-field", f"{field} is missing", f"Write one of {', '.join(variants)}", name, field)
    if variant in variants:
        return variants[variant]
    return _unknown(name, variant, field, did_you_mean(variant, variants))


def _unknown_type(name: NodeId, type_: str) -> Problem:
    types = node_types()
    meant = next((kind for (_, variant), kind in types.items() if variant == type_), None)
    if meant:
        fix = f'Write "type": "{meant.type}", and "{meant.variant_field}": "{type_}" in its data'
        return Problem("unknown-type", f"{type_} is no node type", fix, name, "type")
    return _unknown(name, type_, "type", did_you_mean(type_, (each for each, _ in types)))


def _unknown(name: NodeId, value: str, field: str, fix: str) -> Problem:
    if value in PLANNED:
        return Problem("unsupported-type", f"{value} is not supported yet", "Leave this node out for now", name, field)
    return Problem("unknown-type", f"There is no {field} {value[:60]!r}", fix, name, field)


def _field_problems(name: NodeId, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False, include_input=False):
        # A union's members are named in the place too, such as `int`; the file has no such keys, but it helps.
        field = ".".join(str(part) for part in detail["loc"])
        yield _field_problem(name, field, detail)


def _field_problem(name: NodeId, field: str, detail: ErrorDetails) -> Problem:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return Problem("missing-field", f"{field} is missing", f'Add "{field}" to the data', name, field)
        case "template_syntax":
            return Problem("bad-template", context["problem"], context["fix"], name, field)
        case "literal_error" | "enum":
            return Problem("bad-field", f"{field} has no such value", f"Write {context['expected']}", name, field)
        case "value_error":
            return Problem("bad-field", str(context["error"]), "Mend or leave out this field", name, field)
    return Problem("bad-field", f"{field}: {detail['msg']}", "Mend this field", name, field)


def _handle_problems(node: Node) -> Iterator[Problem]:
    seen: set[str] = set()
    for handle in node.handles:
        if handle in seen:
            fix = "Give each way out a name of its own"
            yield Problem("duplicate-handle", f"Two ways out are called {handle}", fix, node.id)
        seen.add(handle)
