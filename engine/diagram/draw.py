"""Draws a workflow: as Mermaid text, or as an SVG picture that follows the reader's light or dark theme."""

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from html import escape
from types import MappingProxyType

from engine.diagram.layout import Slot, arrange
from engine.ids import NodeId
from engine.nodes.logic import IfElseData
from engine.nodes.mcp_tool import McpToolData
from engine.outcomes import DEFAULT
from engine.workflow.elements import Edge, Node
from engine.workflow.load import Workflow

_LONGEST = 32
_BOLD, _SMALL, _PADDING = 8.2, 6.6, 24.0
_HEIGHT, _DISTANCE, _MARGIN, _LANE = 46.0, 104.0, 16.0, 14.0
_TIP = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerUnits="userSpaceOnUse" markerWidth="11" '
    'markerHeight="11" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>'
)
Point = tuple[float, float]
_SHAPES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "trigger": ("([", "])"),
        "if_else": ("{", "}"),
        "switch": ("{", "}"),
        "human_handoff": ("{{", "}}"),
        "mcp_tool": ("[[", "]]"),
        "send_message": ("(", ")"),
        "end": ("((", "))"),
    }
)
"""The brackets with which Mermaid draws a kind; the others are plain boxes."""
_COLOURS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "trigger": ("#d9f2e3", "#1f4d36"),
        "human_handoff": ("#ffe2b8", "#6b4a12"),
        "auth_gate": ("#e7def9", "#45356b"),
        "mcp_tool": ("#d8e8fc", "#20446e"),
        "send_message": ("#e4f4f6", "#1d4a52"),
    }
)
"""By kind, the fill on a light and on a dark page; the others have the plain one."""
_STYLE = """
svg { color-scheme: light dark; background: #fff; font: 13px/1.3 system-ui, sans-serif; }
rect { fill: #eef0f3; stroke: #8a94a3; } text { fill: #1b2330; text-anchor: middle; }
.title { font-weight: 600; } .detail { font-size: 11px; fill: #515c6b; }
path { fill: none; stroke: #8a94a3; stroke-width: 1.4; } marker path { fill: #8a94a3; stroke: none; }
.handle { font-size: 11px; fill: #3b4757; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
.passed { stroke: #1f5fbf; stroke-width: 2.2; } .here { stroke: #1f5fbf; stroke-width: 4; }
.yes { stroke: #13724a; stroke-width: 3; } .no { stroke: #a6231a; stroke-width: 3; stroke-dasharray: 7 4; }
""".strip()
_DARK = """
svg { background: #14181f; } rect { fill: #2a313c; stroke: #76808f; } text { fill: #eef1f5; } .detail { fill: #b6bfcb; }
path { stroke: #76808f; } marker path { fill: #76808f; } .handle { fill: #d5dbe3; stroke: #14181f; }
.passed, .here { stroke: #8ab4f8; } .yes { stroke: #74d9a3; } .no { stroke: #ff9d94; }
""".strip()


class Mark(StrEnum):
    """What a box or an edge is told apart by, as the class of its style."""

    PASSED = "passed"
    HERE = "here"
    YES = "yes"
    NO = "no"


Way = tuple[NodeId, str]
"""The edges of one handle of a node."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What of a picture is marked: some of its boxes, and some of its edges."""

    nodes: Mapping[NodeId, Mark] = field(default_factory=dict)
    ways: Mapping[Way, Mark] = field(default_factory=dict)


UNMARKED = Marks()


def mermaid(workflow: Workflow) -> str:
    """The workflow as a Mermaid flowchart; no text of the file can change the drawing."""
    names = {node: f"n{number}" for number, node in enumerate(workflow.nodes)}
    lines = ["flowchart TD"]
    for node in workflow.nodes.values():
        opening, closing = _SHAPES.get(_kind(node), ("[", "]"))
        text = "<br/>".join(_for_mermaid(line) for line in _lines(node))
        lines.append(f'  {names[node.id]}{opening}"{text}"{closing}')
    for edge in workflow.edges:
        label = f'|"{_for_mermaid(edge.handle)}"|' if edge.handle != DEFAULT else ""
        lines.append(f"  {names[edge.source]} -->{label} {names[edge.target]}")
    handoffs = [names[node.id] for node in workflow.nodes.values() if _kind(node) == "human_handoff"]
    if handoffs:
        lines += ["  classDef handoff stroke-width:3px", f"  class {','.join(handoffs)} handoff"]
    return "\n".join(lines) + "\n"


def svg(workflow: Workflow, marks: Marks = UNMARKED) -> str:
    """The workflow as an SVG picture, complete in itself."""
    return _Drawing(workflow, marks).picture()


def style_hash() -> str:
    """The pictures' own style, as a content policy names it."""
    return f"sha256-{base64.b64encode(sha256(_style().encode()).digest()).decode()}"


def _kind(node: Node) -> str:
    return node.kind.variant or node.kind.type


def _lines(node: Node) -> tuple[str, str]:
    """What a box says: the node's name, and what it is or does."""
    detail = _kind(node)
    if isinstance(node.data, McpToolData):
        detail = node.data.tool_name
    elif isinstance(node.data, IfElseData):
        detail = node.data.condition.source
    return _short(node.label), _short(detail)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _for_mermaid(text: str) -> str:
    """Letters and digits as they are, every other sign as the entity that Mermaid reads."""
    return "".join(sign if sign.isalnum() or sign in " _.," else f"#{ord(sign)};" for sign in text)


def _for_xml(text: str) -> str:
    return escape("".join(sign if sign.isprintable() else " " for sign in text))


def _width(node: Node, wired: Iterable[str]) -> float:
    """Wide enough for the box's words, and for the handles' names side by side below it."""
    title, detail = (len(line) * width + _PADDING for line, width in zip(_lines(node), (_BOLD, _SMALL), strict=True))
    return max(title, detail, sum(len(handle) * _SMALL + _PADDING / 2 for handle in wired))


def _style() -> str:
    light = "".join(f".{kind} {{ fill: {colour}; }} " for kind, (colour, _) in _COLOURS.items())
    dark = "".join(f".{kind} {{ fill: {colour}; }} " for kind, (_, colour) in _COLOURS.items())
    return f"{_STYLE}\n{light}\n@media (prefers-color-scheme: dark) {{\n{_DARK}\n{dark}}}"


def _top(layer: int) -> float:
    return _MARGIN + layer * _DISTANCE


class _Drawing:
    """One SVG picture: boxes in layers, edges from the lower side of a box to the upper side of another."""

    def __init__(self, workflow: Workflow, marks: Marks) -> None:
        self._workflow = workflow
        self._marks = marks
        self._widths = {node.id: _width(node, workflow.wired_handles(node.id)) for node in workflow.nodes.values()}
        self._layout = arrange(workflow, self._widths.__getitem__)
        self._upward = 0

    def picture(self) -> str:
        edges = [part for number, edge in enumerate(self._workflow.edges) for part in self._edge(number, edge)]
        # Edges that lead up run along the right border, each a little farther out.
        width = self._layout.width + 2 * _MARGIN + _LANE * self._upward
        height = self._layout.layers * _DISTANCE + _MARGIN
        size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
            f"<title>{_for_xml(self._workflow.name or 'Workflow')}</title>",
            f"<style>{_style()}</style>",
            _TIP,
            *edges,
            *(self._box(node) for node in self._workflow.nodes.values()),
            "</svg>",
        ]
        return "\n".join(parts) + "\n"

    def _box(self, node: Node) -> str:
        width, (x, y) = self._widths[node.id], self._corner(node.id)
        title, detail = _lines(node)
        kind = " ".join([_kind(node), *([self._marks.nodes[node.id]] if node.id in self._marks.nodes else [])])
        box = f'x="{x - width / 2:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_HEIGHT}" rx="9"'
        return (
            f'<g><title>{_for_xml(node.id)}</title><rect class="{kind}" {box}/>'
            f'<text class="title" x="{x:.1f}" y="{y + 20:.1f}">{_for_xml(title)}</text>'
            f'<text class="detail" x="{x:.1f}" y="{y + 36:.1f}">{_for_xml(detail)}</text></g>'
        )

    def _edge(self, number: int, edge: Edge) -> Iterator[str]:
        start = self._leave(self._workflow.nodes[edge.source], edge.handle)
        way = self._way_up(start, edge) if self._layout.leads_up(edge) else self._way_down(start, number, edge)
        mark = self._marks.ways.get((edge.source, edge.handle))
        marked = f'class="{mark}" ' if mark else ""
        yield f'<path {marked}d="{way}" marker-end="url(#tip)"/>'
        if edge.handle != DEFAULT:
            text = _for_xml(_short(edge.handle))
            yield f'<text class="handle" x="{start[0]:.1f}" y="{start[1] + 16:.1f}">{text}</text>'

    def _leave(self, node: Node, handle: str) -> Point:
        """Where a handle's edges begin: handles share the lower side of the box, in the order of their targets."""
        targets = {each: self._workflow.targets(node.id, each) for each in node.handles}
        wired = [each for each in node.handles if targets[each]]
        wired.sort(key=lambda each: min(self._layout.x[target] for target in targets[each]))
        share = (wired.index(handle) + 0.5) / len(wired) - 0.5
        x, y = self._corner(node.id)
        return x + share * self._widths[node.id], y + _HEIGHT

    def _way_down(self, start: Point, number: int, edge: Edge) -> str:
        path, at = f"M{start[0]:.1f} {start[1]:.1f}", start
        bends: tuple[Slot, ...] = self._layout.bends[number]
        for slot in (*bends, edge.target):
            x, y = self._corner(slot)
            middle = (at[1] + y) / 2
            path += f"C{at[0]:.1f} {middle:.1f} {x:.1f} {middle:.1f} {x:.1f} {y:.1f}"
            if slot != edge.target:
                y += _HEIGHT
                path += f"V{y:.1f}"
            at = x, y
        return path

    def _way_up(self, start: Point, edge: Edge) -> str:
        """Down a little, out to the border, up between the layers, and in from above."""
        self._upward += 1
        border = self._layout.width + _MARGIN + _LANE * self._upward - _LANE / 2
        x, y = self._corner(edge.target)
        x += self._widths[edge.target] / 4
        return f"M{start[0]:.1f} {start[1]:.1f}v24H{border:.1f}V{y - 16:.1f}H{x:.1f}V{y:.1f}"

    def _corner(self, slot: Slot) -> Point:
        """The middle of a slot's upper side."""
        return self._layout.x[slot] + _MARGIN, _top(self._layout.layer[slot])
