"""A Discord account with a gateway and without a house: what it hears is written down, what it says a test tells."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from bot.clock import SystemClock
from channels.base import Inbound, MessageRef
from channels.discord.channel import Discord, Surroundings
from channels.discord.places import Posted
from channels.discord.settings import DEFAULT, DiscordSettings
from channels.views import TextView
from tests.contract.discord_post import NoNotes, Shows
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.fake import DiscordFake, discord_fake
from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.messages import Message
from tests.fakes.discord.people import Person

PATIENCE = 20.0


@dataclass
class Book(NoNotes):
    """Writes down each message once, and knows the newest of each place."""

    heard: list[Inbound] = field(default_factory=list)

    async def hear(self, inbound: Inbound) -> bool:
        if any(one.update_id == inbound.update_id for one in self.heard):
            return False
        self.heard.append(inbound)
        return True

    async def last_heard(self, channel: str, account: str, most: int) -> Mapping[str, str]:
        return {one.place: one.update_id for one in self.heard}


@dataclass
class Talk:
    """The account, a server with its reviewers' channel, Ana who reviews, and Chris who asks."""

    fake: DiscordFake
    account: Discord
    guild: Guild
    desk: Channel
    ana: Person
    chris: Person
    book: Book
    staff: set[str]
    rooms: set[str]

    @property
    def heard(self) -> list[Inbound]:
        return self.book.heard

    @property
    def place(self) -> str:
        """The reviewers' channel."""
        return f"discord:{self.desk.id}"

    @property
    def private(self) -> str:
        """Chris's direct messages."""
        return f"discord:@{self.chris.id}"

    async def hears(self, text: str, *, is_edit: bool = False) -> Inbound:
        """The newest message with this text, as soon as it is heard."""

        def found() -> Inbound | None:
            return next((one for one in self.heard[::-1] if one.text == text and one.is_edit == is_edit), None)

        heard: Inbound | None = await self.fake.until(found)
        assert heard, f"{text!r} is not among {[(one.text, one.is_edit) for one in self.heard]}"
        return heard

    async def room(self, card: Message | None = None, title: str = "A talk") -> Channel:
        """A room on a card, which the account knows as such."""
        on = card or await self.card()
        place = await self.account.open_room(self.place, ref_of(on), title, "key")
        self.rooms.add(place)
        return self.fake.world.channels[int(place.removeprefix("discord:"))]

    async def card(self) -> Message:
        """Some message of the bot among the reviewers."""
        await self.account.post_text(self.place, TextView("a card"), f"card {len(self.fake.calls)}")
        return self.desk.live()[-1]


def ref_of(message: Message) -> MessageRef:
    """How a message is called."""
    return Posted(message.channel.id, message.id).ref


@asynccontextmanager
async def talking(fake: DiscordFake, talk: Talk) -> AsyncIterator[None]:
    """The account is connected within."""
    await talk.account.start()
    try:
        await fake.ready()
        yield
    finally:
        await talk.account.stop()
        await talk.account.close()


@asynccontextmanager
async def stage(*, reads: bool = True, guilds: bool = False) -> AsyncIterator[Talk]:
    """A fake without rate limits and an account that is not started; `reads` is whether the portal lets it read."""
    clock = SystemClock()
    async with discord_fake(lambda: clock.now().timestamp()) as fake:
        fake.limits.rates = False
        fake.bot.allowed = fake.bot.allowed if reads else 0
        ana, chris = fake.user(1001, "Ana"), fake.user(2001, "Chris")
        guild = fake.guild("Office", ana, chris)
        desk = fake.channel(guild, "review")
        settings = DiscordSettings(DEFAULT, fake.token, fake.address, guilds=(guild.id,) if guilds else ())
        book, staff, rooms = Book(), {f"discord:{desk.id}"}, set[str]()
        around = Surroundings(
            book, Shows(), book, clock, _kept, _leads, lambda locale, id: id, staff.__contains__, rooms.__contains__,
            PATIENCE,
        )  # fmt: skip
        yield Talk(fake, Discord(settings, around), guild, desk, ana, chris, book, staff, rooms)


@asynccontextmanager
async def on_stage(*, reads: bool = True, guilds: bool = False) -> AsyncIterator[Talk]:
    """An account that listens."""
    async with stage(reads=reads, guilds=guilds) as talk, talking(talk.fake, talk):
        yield talk


def _kept(name: str, run: Callable[[], Awaitable[None]]) -> "asyncio.Task[None]":
    async def kept() -> None:
        with suppress(asyncio.CancelledError):
            await run()

    return asyncio.create_task(kept(), name=name)


async def _leads(run: Callable[[], Awaitable[None]]) -> None:
    await run()
