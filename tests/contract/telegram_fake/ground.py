"""A clock to move and a plain client for the fake Telegram."""

from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.fakes.telegram.fake import TelegramFake


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

    fake: TelegramFake
    session: aiohttp.ClientSession
    clock: Clock
    token: str = ""
    answers: list[dict[str, Any]] = field(default_factory=list)

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer; its status is its error code."""
        url = f"{self.fake.address}/bot{self.token or self.fake.token}/{method}"
        async with self.session.post(url, json=params) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == body.get("error_code", 200)
            self.answers.append(body)
            return body

    async def does(self, method: str, **params: Any) -> Any:
        """The result."""
        body = await self.ask(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The description of the refusal, without its kind."""
        body = await self.ask(method, **params)
        assert not body["ok"], body
        return str(body["description"]).partition(": ")[2] or str(body["description"])

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """What getUpdates gives."""
        found: list[dict[str, Any]] = await self.does("getUpdates", **params)
        return found


YES = {"inline_keyboard": [[{"text": "Approve", "callback_data": "a"}, {"text": "Reject", "callback_data": "r"}]]}


def row(*data: str) -> dict[str, Any]:
    """A keyboard of one row."""
    return {"inline_keyboard": [[{"text": f"b{n}", "callback_data": one} for n, one in enumerate(data)]]}
