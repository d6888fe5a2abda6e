"""The application with an account on a fake Discord, its tools replaced by answers of the test."""

from dataclasses import dataclass

from tests.fakes.discord.accounts import Application
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.messages import Message
from tests.fakes.discord.people import Person
from tests.flow.life import Life

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
class DiscordHouse(Life):
    """A running application, the fake that it talks to, and who is there."""

    fake: DiscordFake
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
