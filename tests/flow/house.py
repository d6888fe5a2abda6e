"""The whole application in this process, driven through its playground: what the flow tests say, tap and look at."""

import asyncio
import inspect
import json
import secrets
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import aiohttp

from bot.app import App
from bot.clock import SystemClock
from bot.story import matches
from bot.tools import McpTools
from channels.base import Inbound
from channels.views import Attachment
from engine.tools import CallOutcome, Returned, ToolCall

CONFIG = """
database = "sqlite://assent.db"
[web]
port = 0
playground = true
[email]
provider = "playground"
[mcp.orders]
command = ["python", "-c", ""]
tools.get_order = { effect = "read" }
[mcp.stripe]
command = ["python", "-c", ""]
tools.create_refund = { effect = "keyed", idempotency = { argument = "idempotency_key" } }
[mcp.bank]
command = ["python", "-c", ""]
tools.look = { effect = "read" }
[people]
ana = { name = "Ana", play = "ana" }
ben = { name = "Ben", play = "ben" }
lea = { name = "Lea", play = "lea" }
olga = { name = "Olga", play = "olga", admin = true }
otto = { name = "Otto", play = "otto" }
[teams.finance]
name = "Finance"
members = ["ana", "ben"]
post = ["play:review"]
[teams.legal]
members = ["lea"]
post = ["play:review"]
[bots.refunds]
name = "Acme Refunds"
workflow = "workflow.json"
team = "finance"
contact = "support@example.com"
"""
"""Ana and Ben decide about money, Lea about law, Olga is an operator, Otto is nobody; `bank__wire` is undeclared."""

PATIENCE = 6.0
LOOK = 0.02
ORDER = {"id": "45678", "total": Decimal("2150.00"), "item": "Espresso machine"}

Answers = Callable[[ToolCall], CallOutcome | Awaitable[CallOutcome]]
Item = Mapping[str, Any]
PortT = TypeVar("PortT")


class QuickClock(SystemClock):
    """The machine's clock, on which pauses between tries take no time."""

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


class Workbench(McpTools):
    """Tools in this process: `answers` maps `server__tool` to what it answers, `sent` holds every call."""

    def __init__(self, tools: McpTools) -> None:
        super().__init__(tuple(tools._configs.values()))
        self.sent: list[ToolCall] = []
        self.answers: dict[str, Answers] = {
            "orders__get_order": lambda call: Returned(dict(ORDER)),
            "stripe__create_refund": lambda call: Returned({"id": "re_1", "status": "succeeded"}),
            "bank__wire": lambda call: Returned("wired"),
            "bank__look": lambda call: Returned("looked"),
        }
        self.described = "the same tool"

    async def start(self) -> None:
        """Nothing is connected."""

    def fingerprint(self, name: str) -> str:
        return self.described

    async def call(self, call: ToolCall) -> CallOutcome:
        self.sent.append(call)
        outcome = self.answers[call.tool](call)
        return await outcome if inspect.isawaitable(outcome) else outcome

    def calls(self, tool: str) -> list[ToolCall]:
        """What was sent to one tool."""
        return [call for call in self.sent if call.tool == tool]


@dataclass
class House:
    """A running application; `tools` is set unless the real ones are at work."""

    app: App
    folder: Path
    http: aiohttp.ClientSession
    tools: Workbench
    _seen: dict[str, int] = field(default_factory=dict)

    # --- what people do ---------------------------------------------------------------------------------------

    async def say(
        self, text: str, who: str = "chris", locale: str = "en", id: str = "", **more: Any
    ) -> Mapping[str, Any]:
        """Write as somebody, in a `room` for instance; returns once the message is durable."""
        side = "customer" if who in ("chris", "dana", "eli") else "review"
        body = {"side": side, "who": who, "text": text, "id": id or secrets.token_hex(8), "locale": locale}
        return await self.post("say", {**body, **more})

    async def upload(self, name: str, data: bytes) -> str:
        """Give a file to the page, as it does before a message is sent; answers its id."""
        assert self.app.server
        query, address = {"id": secrets.token_hex(8), "name": name}, self.app.server.address
        headers = {"Origin": address}
        async with self.http.post(f"{address}/play/files", params=query, data=data, headers=headers) as response:
            answer = await response.json()
            assert response.status == 200, answer
            return str(answer["id"])

    async def download(self, file: str) -> bytes:
        """A file of the page, as somebody saves it."""
        assert self.app.server
        async with self.http.get(f"{self.app.server.address}/play/files/{file}") as response:
            assert response.status == 200
            return await response.read()

    async def room(self, is_open: bool = True) -> str:
        """Wait for the room of a talk, the newest; answers its place."""

        async def look() -> str | None:
            rooms = await self.items("room")
            return rooms[-1]["place"] if rooms and rooms[-1]["body"]["open"] is is_open else None

        return str(await self.until(look, lambda: self.items("room"), "a room"))

    async def sees_at(self, place: str, pattern: str) -> Item:
        """Wait for a text of the bot at a place, wherever it stands among others; answers the item."""

        async def look() -> Item | None:
            texts = await self.items("text", place)
            return next((item for item in texts if matches(pattern, item["body"]["text"])), None)

        found = await self.until(look, lambda: self.texts_at(place), f"{pattern} at {place}")
        return dict(found)

    async def hear(self, text: str, user: str, channel: str = "play", id: str = "") -> None:
        """Have a message come in that the page did not send, from somebody whom it does not know."""
        at, place, update = datetime.now(UTC), f"{channel}:{user}", id or secrets.token_hex(8)
        await self.app.inbox.hear(Inbound(channel, "default", update, place, user, user.title(), text, at))

    async def sends(
        self, text: str, *files: Attachment, user: str = "chris", locale: str = "en", minutes: float = 0
    ) -> None:
        """Have a customer's message with files come in, as a platform brings it, so many minutes from now."""
        update, place = f"files-{secrets.token_hex(8)}", f"play:{user}"
        at = datetime.now(UTC) + timedelta(minutes=minutes)
        heard = Inbound("play", "default", update, place, user, user.title(), text, at, "", locale, files)
        await self.app.inbox.hear(heard)

    async def tap(self, who: str, label: str, card: Item | None = None, locale: str = "en") -> str:
        """Press a button of a card (the newest, unless one is given); answers what the person is told."""
        body = card or (await self.cards())[-1]["body"]
        token = next(button["token"] for button in body["buttons"] if button["label"] == label)
        return await self.press(who, token, locale)

    async def press(self, who: str, token: str, locale: str = "en") -> str:
        """Send a button's payload, forged or not."""
        return str((await self.post("tap", {"who": who, "token": token, "locale": locale}))["text"])

    async def advance(self, **span: float) -> None:
        """Move the clock forward."""
        await self.post("clock", {"advance_seconds": int(timedelta(**span).total_seconds())})

    async def verify(self, address: str = "ana@example.com", who: str = "chris") -> None:
        """Pass an auth_gate that has just asked for the address."""
        await self.sees("*e-mail address*", who)
        await self.say(address, who)
        code = await self.code(address)
        await self.sees("*six digits*", who)
        await self.say(code, who)
        await self.sees("*is verified*", who)

    async def post(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Send JSON as the page does."""
        assert self.app.server
        address = self.app.server.address
        async with self.http.post(f"{address}/play/{path}", json=body, headers={"Origin": address}) as response:
            answer = await response.json()
            assert response.status == 200, answer
            return dict(answer)

    # --- what stands there ------------------------------------------------------------------------------------

    async def state(self) -> dict[str, Any]:
        assert self.app.server
        async with self.http.get(f"{self.app.server.address}/play/state") as response:
            return dict(await response.json())

    async def items(self, kind: str, place: str = "") -> list[Item]:
        """Everything of a kind, in the order of the page."""
        found = [item for item in (await self.state())["items"] if item["kind"] == kind]
        return sorted((item for item in found if place in ("", item["place"])), key=lambda item: item["id"])

    async def cards(self) -> list[Item]:
        return await self.items("card")

    async def texts(self, who: str = "chris") -> list[str]:
        """What the bot has said at somebody's place."""
        return await self.texts_at(_place(who))

    async def texts_at(self, place: str) -> list[str]:
        """What the bot has said at a place."""
        return [item["body"]["text"] for item in await self.items("text", place)]

    async def sees(self, pattern: str, who: str = "chris") -> Item:
        """Wait for a text of the bot after the last one that was waited for; answers its body."""
        place = _place(who)

        async def look() -> Item | None:
            for item in await self.items("text", place):
                if item["id"] > self._seen.get(place, 0) and matches(pattern, item["body"]["text"]):
                    self._seen[place] = item["id"]
                    return item
            return None

        found = await self.until(look, lambda: self.texts(who), f"{who} sees {pattern}")
        return dict(found["body"])

    async def code(self, address: str) -> str:
        """Wait for the next mail to an address; answers the code in it."""
        lane = f"mail {address}"

        async def look() -> Item | None:
            for item in await self.items("mail"):
                if item["body"]["address"] == address and item["id"] > self._seen.get(lane, 0):
                    self._seen[lane] = item["id"]
                    return item
            return None

        found = await self.until(look, lambda: self.items("mail"), lane)
        return next(word.strip(".") for word in found["body"]["text"].split() if word.strip(".").isdigit())

    async def card(self, pattern: str = "*", handoff: str = "") -> Item:
        """Wait for a card that says something, the newest first; answers its body."""

        async def look() -> Item | None:
            for item in reversed(await self.cards()):
                body = item["body"]
                if handoff in ("", body["handoff"]) and any(matches(pattern, text) for text in said_on(body)):
                    return item
            return None

        return dict((await self.until(look, self.cards, f"a card says {pattern}"))["body"])

    async def until(self, look: Callable[[], Awaitable[Any]], instead: Callable[[], Awaitable[Any]], what: str) -> Any:
        """Look again and again until there is something; fails with what was there instead."""
        for _ in range(int(PATIENCE / LOOK)):
            if found := await look():
                return found
            await asyncio.sleep(LOOK)
        raise AssertionError(f"{what}: not within {PATIENCE} s; there was {await instead()}")

    async def quiet(self) -> None:
        """Wait until nothing is under way: no message unanswered, no run at work, nothing to be delivered."""
        busy = (
            "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new') + (SELECT COUNT(*) FROM run WHERE status = "
            "'active') + (SELECT COUNT(*) FROM effect WHERE state = 'new')"
        )

        async def look() -> bool:
            return self.rows(busy) == [(0,)]

        await self.until(look, self.state, "quiet")

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Look into the database."""
        with closing(sqlite3.connect(f"file:{self.folder / 'assent.db'}?mode=ro", uri=True)) as books:
            return books.execute(sql, values).fetchall()

    def audit(self, event: str) -> list[tuple[str, Mapping[str, Any]]]:
        """The entries of one kind on record, as (actor, detail)."""
        found = self.rows("SELECT actor, detail FROM audit WHERE event = ? ORDER BY id", event)
        return [(actor, json.loads(detail)) for actor, detail in found]


def said_on(card: Item) -> Sequence[str]:
    """What a card says, piece by piece."""
    rows = [f"{row['label']}: {row['value']} {row['note']}".strip() for row in card["facts"]]
    calls = [f"{call['tool']} {call['raw']}" for call in card["calls"]]
    lines = [line["text"] for line in card["transcript"]]
    return [card["title"], card["status"], card["reason"], card["calls_note"], *rows, *calls, *lines]


def labels(card: Item) -> list[str]:
    """The buttons of a card."""
    return [button["label"] for button in card["buttons"]]


def _place(who: str) -> str:
    return f"play:{who}" if who in ("chris", "dana", "eli") else "play:review"
