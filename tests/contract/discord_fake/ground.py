"""A clock to move and a plain client for the fake Discord."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.fakes.discord.channels import Channel
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.people import Person
from tests.fakes.discord.presses import Press


@dataclass
class Clock:
    """Seconds since 1970 that stand still until a test moves them."""

    at: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.at

    def passes(self, seconds: float) -> None:
        self.at += seconds


@dataclass
class Plain:
    """A client that sends what it is told."""

    fake: DiscordFake
    session: aiohttp.ClientSession
    clock: Clock
    headers: dict[str, str] = field(default_factory=dict)
    """Of the last answer."""

    async def ask(self, verb: str, path: str, body: Any = None, token: str | None = None) -> tuple[int, Any]:
        """The status and the body of an answer."""
        given = self.fake.token if token is None else token
        headers = {"Authorization": f"Bot {given}"} if given else {}
        async with self.session.request(verb, self.fake.address + path, json=body, headers=headers) as response:
            self.headers = dict(response.headers)
            text = await response.text()
            return response.status, json.loads(text) if text.startswith(("{", "[")) else text or None

    async def does(self, verb: str, path: str, body: Any = None) -> Any:
        """The body of a good answer."""
        status, answer = await self.ask(verb, path, body)
        assert status < 400, (status, answer)
        return answer

    async def refused(self, verb: str, path: str, body: Any = None) -> tuple[int, int]:
        """Status and code of a refusal."""
        status, answer = await self.ask(verb, path, body)
        assert status >= 400, (status, answer)
        return status, answer["code"]

    async def wrong(self, verb: str, path: str, body: Any) -> dict[str, str]:
        """The fields that Discord finds wrong, with its codes."""
        status, answer = await self.ask(verb, path, body)
        assert (status, answer.get("code")) == (400, 50035), (status, answer)
        return dict(_flat(answer["errors"]))

    async def posts(self, channel: Channel, **body: Any) -> Any:
        """A new message."""
        return await self.does("POST", f"/channels/{channel.id}/messages", body)

    async def responds(self, press: Press, kind: int, **data: Any) -> tuple[int, Any]:
        """Answer an interaction for the first time, as discord.py does, without the bot's token."""
        body = {"type": kind, "data": data} if data else {"type": kind}
        return await self.ask("POST", f"/interactions/{press.id}/{press.token}/callback", body, token="")


def _flat(errors: dict[str, Any], path: str = "") -> list[tuple[str, str]]:
    found = [(path, one["code"]) for one in errors.get("_errors", [])]
    for name, inner in errors.items():
        if name != "_errors":
            found += _flat(inner, f"{path}.{name}" if path else name)
    return found


@dataclass
class Office:
    """A guild with Ana, who owns it, Ben, the bot and a channel."""

    guild: Guild
    desk: Channel
    ana: Person
    ben: Person


def button(label: str, custom_id: str | None = None, **more: Any) -> dict[str, Any]:
    """A button."""
    return {"type": 2, "style": 1, "label": label, "custom_id": custom_id or label.lower(), **more}


def row(*inner: dict[str, Any]) -> dict[str, Any]:
    """An action row."""
    return {"type": 1, "components": list(inner)}


def text(content: str) -> dict[str, Any]:
    """A text display."""
    return {"type": 10, "content": content}


V2 = 1 << 15
EPHEMERAL = 1 << 6
CARD = [row(button("Approve"), button("Reject"))]
