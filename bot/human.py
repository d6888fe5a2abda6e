"""The workflow behind `/human`: it does nothing but ask for a person, and waits until they have talked."""

from typing import Any

from engine.tools import Tools
from engine.values import dump
from engine.workflow.load import Workflow, load

_DOCUMENT: dict[str, Any] = {
    "id": "human",
    "name": "human",
    "nodes": [
        {"id": "asked", "type": "trigger", "data": {"triggerType": "message_received"}},
        {
            "id": "person",
            "type": "action",
            "data": {
                "actionType": "human_handoff",
                "reason": "{{user_name}}: {{message}}",
                "takeOver": True,
                "options": [{"id": "helped", "label": "Helped"}, {"id": "closed", "label": "Closed"}],
                "timeout": "30d",
            },
        },
        {"id": "end", "type": "action", "data": {"actionType": "end"}},
    ],
    "edges": [
        {"source": "asked", "target": "person"},
        {"source": "person", "target": "end", "sourceHandle": "helped"},
        {"source": "person", "target": "end", "sourceHandle": "closed"},
        {"source": "person", "target": "end", "sourceHandle": "timeout"},
    ],
}


def human_workflow(tools: Tools) -> Workflow:
    """The workflow, as any file would be loaded."""
    return load(dump(_DOCUMENT).encode(), servers=tools.servers(), effects=tools.spec)
