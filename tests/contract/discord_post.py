"""A Discord account without a gateway, for tests of what it shows: whatever is pressed is answered as it is told."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import discord

from channels.base import Inbound, Tap
from channels.discord.answering import Answering
from channels.discord.client import Client
from channels.discord.line import Line, Nobody
from channels.discord.outgoing import Outgoing
from channels.discord.places import Posted
from channels.discord.sending import Sending
from channels.discord.settings import DEFAULT, DiscordSettings
from channels.discord.shut import Shut
from channels.discord.spoken import Spoken
from channels.discord.taps import Taps
from channels.discord.traffic import Traffic
from channels.discord.under_way import UnderWay
from channels.views import Answer, CardView, Choice, FormView
from tests.contract.any_cards import NOON
from tests.fakes.clocks import HandClock
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.fake import DiscordFake, discord_fake
from tests.fakes.discord.messages import Message
from tests.fakes.discord.people import Person
from tests.fakes.discord.presses import Press

ERRAND = 45.0
"""Seconds that the calls of one verb may take together."""


@dataclass
class Shows:
    """A desk that answers every tap with what it was given."""

    answer: Answer = field(default_factory=lambda: Answer("nothing"))
    asked: FormView | None = None

    async def tap(self, tap: Tap) -> Answer:
        return self.answer

    async def form(self, tap: Tap) -> FormView | Answer | None:
        return self.asked

    async def unconfirmed(self, tap: Tap) -> CardView | None:
        raise AssertionError("the tap was not acknowledged")

    async def choices(self, tap: Tap, typed: str) -> Sequence[Choice]:
        return ()

    async def missed(self, channel: str, since: datetime, until: datetime) -> None:
        return None


class NoNotes:
    """Nothing was noted before, and nothing is worth it."""

    async def note(self, name: str) -> str:
        return ""

    async def keep_note(self, name: str, text: str) -> None:
        return None

    async def last_heard(self, channel: str, account: str, most: int) -> Mapping[str, str]:
        return {}


@dataclass
class Post:
    """An account, the channel that it posts to, and Ana, who reads there."""

    fake: DiscordFake
    line: Line
    out: Outgoing
    desk: Channel
    ana: Person
    shows: Shows
    taps: Taps
    clock: HandClock
    posts: int = 0

    @property
    def place(self) -> str:
        return f"discord:{self.desk.id}"

    async def puts(self, view: CardView) -> Message:
        """Post a card, and see it."""
        self.posts += 1
        await self.out.card(self.place, view, f"card {self.posts}")
        return self.desk.live()[-1]

    async def brings(self, message: Message, view: CardView) -> None:
        """Edit the card that was posted."""
        copy = Posted(self.desk.id, message.id, bool(message.attachments))
        await self.out.edit(self.place, copy.ref, view)

    async def presses(self, message: Message, token: str) -> Press:
        """Ana presses a button."""
        press = self.ana.presses(message, custom_id=token)
        await self.taps.touched(discord.Interaction(data=press.wire(), state=self.line.client._connection))  # type: ignore[arg-type]
        return press

    async def opens(self, message: Message, token: str, answer: Answer) -> Message:
        """Ana presses a button, and sees for herself what it shows."""
        self.shows.answer = answer
        press = await self.presses(message, token)
        if press.original is not None and press.original is not message:
            return press.original
        return press.later[-1] if press.later else message


@asynccontextmanager
async def post_office() -> AsyncIterator[Post]:
    """An account on a fake without rate limits; at its end nothing may have broken the contract."""
    clock = HandClock(NOON)
    async with discord_fake(lambda: clock.now().timestamp()) as fake:
        fake.limits.rates = False
        ana = fake.user(1, "Ana")
        guild = fake.guild("Office", ana)
        account = DiscordSettings(DEFAULT, fake.token, fake.address)

        def make(trace: Any) -> Client:
            return Client(account, Nobody(), http_trace=trace)

        line = Line(account, make, Traffic(clock.elapsed, clock.sleep, 60.0), 15.0, ERRAND)
        answering = Answering("discord", line)
        shut = Shut(clock.elapsed)
        sending = Sending("discord", line, shut)
        out = Outgoing(sending, line, shut, answering, clock.now, lambda place: place != "discord:@1")
        shows = Shows()

        async def hear(inbound: Inbound) -> bool:
            raise AssertionError("nothing is said here")

        def words(locale: str, id: str) -> str:
            return id

        under_way = UnderWay("discord", NoNotes(), shows, clock.now)
        spoken = Spoken(account, answering, hear, words, clock.now)
        taps = Taps(account, shows, out, answering, spoken, words, under_way)
        try:
            await line.log_in()
            yield Post(fake, line, out, fake.channel(guild, "review"), ana, shows, taps, clock)
        finally:
            await line.close()


@contextmanager
def driven() -> Iterator[Callable[..., None]]:
    """Runs checks in one loop: a fake per example would be most of the time."""
    with asyncio.Runner() as runner:
        office = post_office()
        post = runner.run(office.__aenter__())
        yield lambda check, *values: runner.run(check(post, *values))
        runner.run(office.__aexit__(None, None, None))


def nothing_is_refused(post: Post) -> None:
    """Every call was taken, and nobody was notified; forget all of it."""
    calls = post.fake.calls
    assert all(call.ok for call in calls), [(call.operation, call.answer) for call in calls if not call.ok]
    assert not any(one.pinged or one.mention_everyone for one in post.desk.live(post.ana.id))
    calls.clear()
    post.desk.messages.clear()
