"""Drawings: every node and edge is there, and no text of a file can change the picture."""

import base64
import json
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.diagram.draw import Mark, Marks, mermaid, style_hash, svg
from engine.ids import NodeId
from engine.workflow.load import load
from tests.unit.workflows import SEED, auth, file, handoff, message, seed_with, trigger

NS = "{http://www.w3.org/2000/svg}"


def picture(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg(load(text)))


def words(root: ElementTree.Element) -> set[str]:
    return {each.text or "" for each in root.iter(f"{NS}text")}


def boxes(root: ElementTree.Element) -> dict[str, tuple[float, float, float, float]]:
    """By node id: left, top, right and bottom of its box."""
    found = {}
    for group in root.iter(f"{NS}g"):
        rect, title = group.find(f"{NS}rect"), group.find(f"{NS}title")
        assert rect is not None and title is not None and title.text
        x, y, width, height = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        found[title.text] = (x, y, x + width, y + height)
    return found


def test_the_seed_in_mermaid() -> None:
    lines = mermaid(load(SEED)).splitlines()
    assert lines[0] == "flowchart TD"
    assert '  n0(["t1<br/>trigger"])' in lines
    assert '  n4{{"handoff<br/>human_handoff"}}' in lines
    assert '  n3 -->|"true"| n4' in lines
    assert "  n0 --> n1" in lines
    assert sum("-->" in line for line in lines) == 9


def test_the_seed_in_svg() -> None:
    root = picture(SEED)
    assert words(root) >= {
        "handoff",
        "human_handoff",
        "stripe__create_refund",
        "{{order.total}} > 500",
        "approved",
        "true",
    }
    assert len(boxes(root)) == 10
    assert len(root.findall(f"{NS}path")) == 9
    assert "prefers-color-scheme: dark" in svg(load(SEED))


@pytest.mark.parametrize("extra", [[], ["auth.failed > again", "again > auth"]])
def test_boxes_stand_in_the_picture_and_do_not_overlap(extra: list[str]) -> None:
    nodes = [trigger(), auth(), handoff("h"), message("yes"), message("no"), message("again", "x")]
    root = picture(
        file(nodes, "start > auth", "auth.verified > h", "h.approved > yes", "h.rejected > no", "h.timeout > h", *extra)
    )
    width, height = (float(each) for each in root.attrib["viewBox"].split()[2:])
    places = list(boxes(root).values())
    assert all(0 <= left < right <= width and 0 <= top < bottom <= height for left, top, right, bottom in places)
    for number, (left, top, right, bottom) in enumerate(places):
        for other in places[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_edges_lead_down_but_for_those_of_a_cycle() -> None:
    place = boxes(picture(SEED))
    for way in json.loads(SEED)["edges"]:
        assert place[way["source"]][3] < place[way["target"]][1]


def labelled(text: str) -> str:
    def change(document: dict[str, Any]) -> None:
        document["nodes"][4]["data"]["label"] = text
        document["name"] = text

    return seed_with(change)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_label_breaks_the_drawing(label: str) -> None:
    """Whatever a node is called, the picture is well-formed and the chart has the same lines."""
    text = labelled(label)
    assert len(boxes(picture(text))) == 10
    chart = mermaid(load(text)).splitlines()
    assert len(chart) == len(mermaid(load(SEED)).splitlines())
    assert chart[5].startswith('  n4{{"') and chart[5].endswith('"}}') and chart[5].count('"') == 2


@pytest.mark.parametrize(
    "label", ['"]; click n0 "javascript:x"', "<script>alert(1)</script>", "a#quot;b", "`md`", "%%{init}%%"]
)
def test_hostile_labels_stay_text(label: str) -> None:
    assert "<script" not in svg(load(labelled(label)))
    line = mermaid(load(labelled(label))).splitlines()[5]
    assert not set(line.removeprefix('  n4{{"').removesuffix('"}}').replace("<br/>", "")) & set('"<>`%[](){}\\')


def test_a_lonely_trigger_is_drawn() -> None:
    text = file([trigger()])
    assert list(boxes(picture(text))) == ["start"]
    assert mermaid(load(text)).count("\n") == 2


def test_what_is_marked_has_a_class_of_its_own_and_the_style_is_the_one_that_is_named() -> None:
    workflow = load(SEED)
    marks = Marks({NodeId("handoff"): Mark.HERE}, {(NodeId("handoff"), "approved"): Mark.YES})
    text = svg(workflow, marks)
    assert 'class="human_handoff here"' in text and text.count('class="yes"') == 1
    assert svg(workflow) == svg(workflow, Marks()) and 'class="yes"' not in svg(workflow)
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert style_hash() == f"sha256-{base64.b64encode(sha256(style.encode()).digest()).decode()}"
