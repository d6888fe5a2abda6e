"""The application with an account on a fake Discord, its tools replaced by answers of the test."""

import sqlite3
from collections.abc import Mapping
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.app import App
from bot.clock import SystemClock
from tests.fakes.discord.accounts import Application
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.messages import Message
from tests.fakes.discord.people import Person
from tests.flow.house import Workbench

CONFIG = """
database = "sqlite://assent.db"
{top}
[web]
port = 0
playground = true
[email]
provider = "playground"
[discord]
token = "{token}"
api_base = "{address}"
{discord}
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
ana = {{ name = "Ana", discord = 1001, telegram = 1001 }}
ben = {{ name = "Ben", discord = 1002, telegram = 1002 }}
olga = {{ name = "Olga", discord = 1003, admin = true }}
[teams.finance]
name = "Finance"
members = [{members}]
post = [{post}]
[bots.refunds]
name = "Acme Refunds"
workflow = "workflow.json"
team = "finance"
contact = "support@example.com"
{bot}
"""


@dataclass
class DiscordHouse:
    """A running application, the fake that it talks to, and who is there."""

    app: App
    folder: Path
    fake: DiscordFake
    tools: Workbench
    life: AsyncExitStack
    clock: SystemClock
    guild: Guild
    desk: Channel
    ana: Person
    ben: Person
    otto: Person
    chris: Person

    @property
    def bot(self) -> Application:
        """The bot; as a place it is somebody's direct messages with it."""
        return self.fake.bot

    async def asks(self, text: str = "refund please") -> Message:
        """Chris writes, and Ana sees the card."""
        await self.chris.says(self.bot, text)
        return await self.ana.sees(self.desk, text, button="Approve")

    async def ends(self) -> None:
        """End the process in good order; another one may be opened on the same files."""
        await self.life.aclose()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Look into the database."""
        with closing(sqlite3.connect(f"file:{self.folder / 'assent.db'}?mode=ro", uri=True)) as books:
            return books.execute(sql, values).fetchall()

    def states(self) -> Mapping[str, int]:
        """How many handoffs are in which state."""
        return dict(self.rows("SELECT state, COUNT(*) FROM handoff GROUP BY state"))
