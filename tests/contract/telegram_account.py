"""One account as a channel on a fake Telegram, with the house replaced by what notes down what it is told."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from channels.base import Inbound, Tap
from channels.telegram.channel import Surroundings, Telegram
from channels.telegram.settings import DEFAULT, Staff, TelegramSettings
from channels.views import Answer, CardView, Choice, FormView
from tests.contract.any_cards import NOON
from tests.fakes.clocks import HandClock
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.people import Person


@dataclass
class Notebook:
    """What the channel remembers; it outlives the account."""

    notes: dict[str, str] = field(default_factory=dict)

    async def note(self, name: str) -> str:
        return self.notes.get(name, "")

    async def keep_note(self, name: str, text: str) -> None:
        assert len(name) <= 59, "the database has no room for a longer name"
        self.notes[name] = text

    async def last_heard(self, channel: str, account: str, most: int) -> Mapping[str, str]:
        return {}


@dataclass
class House:
    """Intake and desk."""

    heard: list[Inbound] = field(default_factory=list)
    taps: list[Tap] = field(default_factory=list)

    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def hear(self, inbound: Inbound) -> bool:
        if any(one.update_id == inbound.update_id for one in self.heard):
            return False
        async with self.news:
            self.heard.append(inbound)
            self.news.notify_all()
        return True

    async def tap(self, tap: Tap) -> Answer:
        self.taps.append(tap)
        return Answer("no such button", alert=True)

    async def form(self, tap: Tap) -> FormView | Answer | None:
        return None

    async def unconfirmed(self, tap: Tap) -> CardView | None:
        return None

    async def choices(self, tap: Tap, typed: str) -> Sequence[Choice]:
        return ()

    async def missed(self, channel: str, since: datetime, until: datetime) -> None:
        return None


@dataclass
class Account:
    """The channel, who is there, and the places that are rooms."""

    fake: TelegramFake
    clock: HandClock
    chris: Person
    ana: Person
    forum: Chat
    house: House = field(default_factory=House)
    notes: Notebook = field(default_factory=Notebook)
    rooms: set[str] = field(default_factory=set)
    channel: Telegram = field(init=False)

    @property
    def private(self) -> str:
        """Chris's private chat as a place."""
        return f"telegram:{self.chris.id}"

    @property
    def desk(self) -> str:
        """The forum as a place."""
        return f"telegram:{self.forum.id}"

    def message(self, ref: str) -> Message:
        """A posted message by its ref."""
        chat, _, number = ref.rstrip("f").partition("/")
        where = self.fake.world.chats.get(int(chat)) or self.chris.chat(self.fake.bot)
        return where.messages[int(number)]

    async def hears(self, count: int) -> list[Inbound]:
        """Everything that was heard, as soon as it is so many messages."""
        async with asyncio.timeout(5), self.house.news:
            await self.house.news.wait_for(lambda: len(self.house.heard) >= count)
        assert len(self.house.heard) == count
        return self.house.heard

    async def begin(self) -> None:
        """Start the channel, or start it anew after `end`: what it knew is what was noted."""
        around = Surroundings(
            intake=self.house,
            desk=self.house,
            notes=self.notes,
            clock=self.clock,
            keep=lambda name, run: asyncio.create_task(run(), name=name),
            lead=lambda run: run(),
            staff=Staff,
            is_room=self.rooms.__contains__,
            patience=60.0,
        )
        self.channel = Telegram(TelegramSettings(DEFAULT, self.fake.token, self.fake.address), around)
        await self.channel.start()

    async def end(self) -> None:
        """Stop the channel."""
        await self.channel.stop()
        await self.channel.close()


@asynccontextmanager
async def account() -> AsyncIterator[Account]:
    """An account that administers a forum of Ana's, and that Chris has started."""
    clock = HandClock(NOON)
    async with telegram_fake(lambda: clock.now().timestamp()) as fake:
        fake.limits.floods = False
        chris, ana = fake.user(2001, "Chris"), fake.user(1001, "Ana")
        forum = fake.forum("Desk", ana)
        fake.promote(forum, fake.bot)
        await chris.starts(fake.bot)
        await ana.starts(fake.bot)
        fake.bot.queue.clear()
        made = Account(fake, clock, chris, ana, forum)
        await made.begin()
        try:
            yield made
        finally:
            await made.end()
