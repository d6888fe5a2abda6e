"""The application with an account on a fake Telegram, its tools replaced by answers of the test."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.accounts import BotAccount
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.fake import TelegramFake
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.people import Person
from tests.flow.life import Life

CONFIG = """
database = "sqlite://assent.db"
{top}
[web]
port = 0
playground = true
[email]
provider = "playground"
[telegram]
token = "{token}"
api_base = "{address}"
{telegram}
[mcp.orders]
command = ["python", "-c", ""]
tools.get_order = {{ effect = "read" }}
[mcp.stripe]
command = ["python", "-c", ""]
tools.create_refund = {{ effect = "keyed", idempotency = {{ argument = "idempotency_key" }} }}
[mcp.bank]
command = ["python", "-c", ""]
tools.look = {{ effect = "read" }}
[people]
ana = {{ name = "Ana", telegram = 1001 }}
ben = {{ name = "Ben", telegram = 1002 }}
olga = {{ name = "Olga", telegram = 1003, admin = true }}
[teams.finance]
name = "Finance"
members = ["ana", "ben"]
post = [{post}]
[bots.refunds]
name = "Acme Refunds"
workflow = "workflow.json"
team = "finance"
contact = "support@example.com"
{bot}
"""

DIRECT: Mapping[str, Any] = {
    "nodes": [
        {"id": "t", "type": "trigger", "data": {"triggerType": "message_received"}},
        {
            "id": "h",
            "type": "action",
            "data": {"actionType": "human_handoff", "reason": "{{user_name}} asks: {{message}}", "label": "Finance"},
        },
        {
            "id": "pay",
            "type": "mcp_tool",
            "data": {"toolName": "stripe__create_refund", "arguments": {"order_id": "1"}, "outputVariable": "refund"},
        },
        {"id": "yes", "type": "send_message", "data": {"message": "Your refund is done."}},
        {"id": "no", "type": "send_message", "data": {"message": "No refund: {{handoff.reason}}"}},
    ],
    "edges": [
        {"id": "1", "source": "t", "target": "h"},
        {"id": "2", "source": "h", "target": "pay", "sourceHandle": "approved"},
        {"id": "3", "source": "h", "target": "no", "sourceHandle": "rejected"},
        {"id": "4", "source": "pay", "target": "yes"},
    ],
}
"""A message leads straight to a handoff: no identity is asked for."""


def direct(**data: Any) -> Mapping[str, Any]:
    """The same with more in the handoff's data."""
    nodes = [{**node, "data": {**node["data"], **(data if node["id"] == "h" else {})}} for node in DIRECT["nodes"]]
    return {**DIRECT, "nodes": nodes}


CHOICES = [{"id": "full", "label": "All of it"}, {"id": "half", "label": "Half", "style": "positive"}]


def choosing(**data: Any) -> Mapping[str, Any]:
    """The same with two options, each of which pays in its own way."""
    document = direct(options=CHOICES, **data)
    pays = [
        {
            "id": each["id"],
            "type": "mcp_tool",
            "data": {"toolName": "stripe__create_refund", "arguments": {"order_id": each["id"]}, "outputVariable": "r"},
        }
        for each in CHOICES
    ]
    ways = [("t", "h", ""), ("h", "full", "full"), ("h", "half", "half"), ("h", "no", "timeout")]
    ways += [("full", "yes", ""), ("half", "yes", "")]
    edges = [{"source": source, "target": target, "sourceHandle": handle} for source, target, handle in ways]
    nodes = [node for node in document["nodes"] if node["id"] != "pay"]
    return {"nodes": [*nodes, *pays], "edges": edges}


@dataclass
class TelegramHouse(Life):
    """A running application, the fake that it talks to, and who is there."""

    fake: TelegramFake
    group: Chat
    ana: Person
    ben: Person
    otto: Person
    chris: Person

    @property
    def bot(self) -> BotAccount:
        """The bot; as a place it is somebody's private chat with it."""
        return self.fake.bot

    async def asks(self, text: str = "refund please") -> Message:
        """Chris writes, and Ana sees the card."""
        await self.chris.says(self.bot, text)
        return await self.ana.sees(self.group, text, button="Approve")
