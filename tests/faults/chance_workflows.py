"""Random workflows whose every choice an outsider can foretell: small, without joins, at most two forks."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MOST_NODES = 24
MOST_FORKS = 2
VARIABLES = ("v0", "v1", "v2")
TOOLS: Mapping[str, str] = {"shop__look": "read", "shop__book": "keyed", "shop__pay": "once"}
Node = dict[str, Any]
Edge = dict[str, str]


def workflow(chance: random.Random) -> dict[str, Any]:
    """A document; edges lead onwards only, but for a rejected handoff, which may have its work done again."""
    inner = [_node(chance, f"n{number}") for number in range(chance.randint(2, MOST_NODES - 2))]
    edges: list[Edge] = []
    forks = MOST_FORKS
    for place, node in enumerate(inner):
        onwards = [other["id"] for other in inner[place + 1 : place + 5]]
        for handle in _wired(chance, node):
            targets = _targets(chance, onwards, forks)
            forks -= len(targets) > 1
            if handle == "rejected" and place and chance.random() < 0.15:
                targets = [inner[chance.randrange(place)]["id"]]
            edges += [_edge(node["id"], handle, target) for target in targets or [inner[-1]["id"]]]
    edges = [edge for edge in edges if edge["source"] != inner[-1]["id"]]
    return {"nodes": [*_triggers(), *inner[:-1], _last(inner[-1]["id"])], "edges": [*_starts(chance, inner), *edges]}


def _triggers() -> list[Node]:
    special = {"triggerType": "message_received", "match": '{{message}} == "other"'}
    return [
        {"id": "t0", "type": "trigger", "data": special},
        {"id": "t1", "type": "trigger", "data": {"triggerType": "message_received"}},
    ]


def _starts(chance: random.Random, inner: Sequence[Node]) -> Iterator[Edge]:
    for trigger in ("t0", "t1"):
        yield _edge(trigger, "default", chance.choice(inner[:2])["id"])


def _last(name: str) -> Node:
    return {"id": name, "type": "send_message", "data": {"message": f"end {name}"}}


def _targets(chance: random.Random, onwards: Sequence[str], forks: int) -> list[str]:
    if len(onwards) > 1 and forks and chance.random() < 0.15:
        return chance.sample(onwards, 2)
    return [chance.choice(onwards)] if onwards else []


def _edge(source: str, handle: str, target: str) -> Edge:
    return {"source": source, "sourceHandle": handle, "target": target}


def _node(chance: random.Random, name: str) -> Node:
    kinds = (_say, _set, _set, _if, _switch, _tool, _tool, _tool, _handoff, _handoff, _gate)
    return {"id": name, **chance.choice(kinds)(chance, name)}


def _say(chance: random.Random, name: str) -> Node:
    return {"type": "send_message", "data": {"message": f"said {name}"}}


def _set(chance: random.Random, name: str) -> Node:
    data = {"actionType": "set_variable", "variable": chance.choice(VARIABLES), "value": chance.randrange(10)}
    return {"type": "action", "data": data}


def _if(chance: random.Random, name: str) -> Node:
    return {"type": "logic", "data": {"logicType": "if_else", "condition": f"{{{{{chance.choice(VARIABLES)}}}}} > 4"}}


def _switch(chance: random.Random, name: str) -> Node:
    cases = [{"id": f"is{number}", "value": number} for number in chance.sample(range(10), 3)]
    data = {"logicType": "switch", "value": f"{{{{{chance.choice(VARIABLES)}}}}}", "cases": cases}
    return {"type": "logic", "data": data}


def _tool(chance: random.Random, name: str) -> Node:
    data = {"toolName": chance.choice(list(TOOLS)), "arguments": {"node": name, "by": "{{user_id}}"}}
    return {"type": "mcp_tool", "data": {**data, "outputVariable": chance.choice(VARIABLES)}}


def _handoff(chance: random.Random, name: str) -> Node:
    data: dict[str, Any] = {"actionType": "human_handoff", "reason": f"Shall {name} go on?"}
    if chance.random() < 0.5:
        data["timeout"] = "1h"
    if chance.random() < 0.25:
        data["quorum"] = 2
    return {"type": "action", "data": data}


def _gate(chance: random.Random, name: str) -> Node:
    data = {"provider": "smtp", "contact_type": "email", "outputVariable": "email"}
    return {"type": "auth_gate", "data": data}


def _wired(chance: random.Random, node: Node) -> list[str]:
    """The handles of a node that get an edge."""

    def perhaps(*handles: str) -> list[str]:
        return [handle for handle in handles if chance.random() < 0.5]

    data = node["data"]
    match data.get("actionType") or data.get("logicType") or node["type"]:
        case "if_else":
            return ["true", "false", *perhaps("error")]
        case "switch":
            return [*(case["id"] for case in data["cases"]), "default", *perhaps("error")]
        case "mcp_tool":
            return ["default", *perhaps("error")]
        case "human_handoff":
            return ["approved", "rejected", *perhaps("timeout", "cancelled")]
        case "auth_gate":
            return ["verified", *perhaps("failed")]
    return ["default"]
