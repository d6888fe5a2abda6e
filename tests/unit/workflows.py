"""Small workflow files for tests of the loader, the linter and the drawings."""

import json
from pathlib import Path
from typing import Any

SEED = (Path(__file__).parents[2] / "examples/refund/workflow.json").read_text("utf-8")
"""The seed's refund workflow, verbatim."""


def node(id_: str, type_: str, **data: Any) -> dict[str, Any]:
    return {"id": id_, "type": type_, "data": data}


def trigger(id_: str = "start") -> dict[str, Any]:
    return node(id_, "trigger", triggerType="message_received")


def message(id_: str, text: str = "hello") -> dict[str, Any]:
    return node(id_, "send_message", message=text)


def tool(id_: str, name: str = "shop__buy", **data: Any) -> dict[str, Any]:
    return node(id_, "mcp_tool", toolName=name, **{"arguments": {}, **data})


def handoff(id_: str, reason: str = "For {{user_name}}", **data: Any) -> dict[str, Any]:
    return node(id_, "action", actionType="human_handoff", reason=reason, **data)


def auth(id_: str = "auth") -> dict[str, Any]:
    return node(id_, "auth_gate", provider="smtp", contact_type="email", outputVariable="email")


def edge(way: str) -> dict[str, Any]:
    """`a > b`, or `a.handle > b`."""
    source, target = way.split(" > ")
    source, _, handle = source.partition(".")
    return {"source": source, "target": target, **({"sourceHandle": handle} if handle else {})}


def file(nodes: list[dict[str, Any]], *ways: str, **extra: Any) -> str:
    return json.dumps({"nodes": nodes, "edges": [edge(way) for way in ways], **extra})


def seed_with(change: Any) -> str:
    """The seed's file after `change(document)`."""
    document = json.loads(SEED)
    change(document)
    return json.dumps(document)
