"""The process or its gateway connection is killed with taps on Discord under way: none of them is lost in silence."""

import asyncio
import random
import sqlite3
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.fakes.discord.channels import Channel
from tests.fakes.discord.fake import DiscordFake, discord_fake
from tests.fakes.discord.messages import Message
from tests.fakes.discord.people import Person
from tests.fakes.discord.presses import Press
from tests.faults.mortal_house import MortalHouse
from tests.faults.orders import order_of, put_on_order
from tests.faults.parts import amount
from tests.faults.points import AFTER, BEFORE, Point
from tests.faults.trial import FULL, SEED, Record
from tests.flow.discord_house import CONFIG

KILLS = amount("discord-taps")
LATEST = 0.1
"""Seconds after the taps at which something is killed, at most."""
PER_LIFE = 3
TOO_LATE = 3.5
"""Seconds after which Discord has told everybody whose tap was not acknowledged that it failed."""
UNHEARD = 5.0
"""Seconds without an answer after which a customer thinks that nobody has heard."""
AWAY = 400.0
"""Seconds; longer than a nonce counts."""

pytestmark = pytest.mark.timeout(6 * 3600 if FULL else 600)


@dataclass
class Discords(MortalHouse):
    """A process that dies, its review channel on a fake Discord, and who is there."""

    folder: Path
    fake: DiscordFake
    ahead: list[float]
    """Seconds by which Discord's clock is ahead of the machine's."""
    fates: Sequence[Sequence[Point]] = ()
    customers: int = 0
    taps: list[Press] = field(default_factory=list)

    async def open(self) -> None:
        """Start on an empty database, with an order for everybody in the shop's books."""
        self.fake.limits.rates = False
        self.reviewers: list[Person] = [self.fake.user(1001, "Ana"), self.fake.user(1002, "Ben")]
        self.guild = self.fake.guild("Office", *self.reviewers)
        self.desk: Channel = self.fake.channel(self.guild, "review")
        config = CONFIG.format(
            token=self.fake.token, address=self.fake.address, discord="", bot="", top="", members='"ana", "ben"',
            post=f'"discord:{self.desk.id}"',
        )  # fmt: skip
        self.furnish(config)
        await self.back()

    async def back(self) -> None:
        """Start, and listen."""
        before = len(self.fake.bot.identified)
        await self.stage.start()
        await self.listens(before + 1)

    async def listens(self, lives: int) -> None:
        """Wait until so many lives have begun to listen, the last of them still."""
        await self.until(lambda: len(self.fake.bot.identified) >= lives and self.fake.gateway.sessions, "it listens")

    async def wants(self) -> str:
        """A new customer wants money back; answers the order."""
        number, self.customers = self.customers, self.customers + 1
        put_on_order(self.folder, number)
        customer = self.fake.user(5000 + number, f"User {number}")
        self.fake.join(self.guild, customer)
        await customer.says(self.fake.bot, order_of(number))
        return order_of(number)

    async def insists(self, order: str) -> None:
        """Who is new and hears nothing says it again: where nobody has written before, no process looks for more."""
        customer = self.fake.user(5000 + int(order) - int(order_of(0)))
        place = self.fake.dm(customer)
        if not await self.fake.until(lambda: [one for one in place.live() if one.author.is_bot], UNHEARD):
            await customer.says(self.fake.bot, order)

    async def card_of(self, order: str) -> Message:
        """Wait for the card of an order."""
        await self.until(lambda: self.cards_of(order), f"a card of {order}")
        [card] = self.cards_of(order)
        return card

    def cards_of(self, order: str) -> list[Message]:
        """All that were posted of an order."""
        return [one for one in self.desk.messages.values() if order in one.text and one.components]

    def pending(self) -> list[Message]:
        """Cards that can be approved."""
        return [one for one in self.desk.live() if "Approve" in one.buttons]

    def texts(self) -> list[str]:
        """What stands in the reviewers' place."""
        return [one.text for one in self.desk.live()]

    async def time_passes(self) -> None:
        """By Discord's clock, and by what the process has written down."""
        self.ahead[0] += AWAY
        with closing(sqlite3.connect(self.folder / "assent.db")) as database, database:
            database.execute("UPDATE handoff SET opened_at = opened_at - ?", (int(AWAY * 1_000_000),))


@asynccontextmanager
async def discords(folder: Path, fates: Sequence[Sequence[Point]] = ()) -> AsyncIterator[Discords]:
    """A process at work, and its Discord."""
    ahead = [0.0]
    async with discord_fake(lambda: time.time() + ahead[0]) as fake:
        here = Discords(folder, fake, ahead, fates)
        try:
            await here.open()
            yield here
        finally:
            await here.stage.close()


async def test_a_tap_that_is_under_way_at_a_kill_is_decided_or_asked_for_again(
    tmp_path: Path, record_property: Record
) -> None:
    chance = random.Random(SEED)
    async with discords(tmp_path) as here:
        for number in range(KILLS):
            for order in [await here.wants() for _ in range(PER_LIFE)]:
                await here.card_of(order)
            here.taps = [
                who.presses(card, "Approve")
                for card in chance.sample(here.pending(), PER_LIFE)
                for who in chance.sample(here.reviewers, chance.choice((1, 2)))
            ]
            later = await here.wants()
            moment, connection = chance.uniform(0, LATEST), chance.random() < 0.25
            await asyncio.sleep(moment)
            if connection:
                here.fake.gateway.drop()
            else:
                await here.stage.kill()
                here.ahead[0] += TOO_LATE
                await here.back()
            told = f"SEED={SEED}, kill {number} of {'a connection' if connection else 'all'} after {moment:.3f} s"
            await here.until(lambda: all(map(is_settled, here.taps)), f"{told}: every tap is settled")
            await here.insists(later)
            await here.card_of(later)
            for tap in here.taps:
                assert not (failed(tap) and decided(tap)), f"{told}: it was reported as failed, and decided"
            print(told, f"{len(here.taps)} taps, {sum(map(failed, here.taps))} failed, {sum(map(decided, here.taps))}")
            record_property("reached", 1)
        await everything_is_decided_once(here)


def is_settled(tap: Press) -> bool:
    """Whether its person read that it failed, or what became of it, or sees that the card is decided or asks again."""
    assert tap.message is not None
    return failed(tap) or bool(tap.later) or "Approve" not in tap.message.buttons or asks_again(tap.message)


def failed(tap: Press) -> bool:
    """Whether Discord has told its person that it failed."""
    return tap.given.failed if tap.given is not None else tap.late


def decided(tap: Press) -> bool:
    """Whether this very person's tap has decided the card."""
    assert tap.message is not None
    return f"Approved by {tap.user.name}" in tap.message.text


def asks_again(card: Message) -> bool:
    """Whether an open card says that taps may be lost, or that one has failed."""
    return "may not have reached me" in card.text or "reported that as failed" in card.text


async def everything_is_decided_once(here: Discords) -> None:
    """Approve what is left, and look at every card and by plain SQL."""
    await here.rests()
    for card in here.pending():
        press = here.reviewers[0].presses(card, "Approve")
        await here.until(lambda press=press: press.given, "the tap is answered")
    await here.until(lambda: not here.pending(), "no decided card has live buttons")
    await here.rests()
    rows = await here.look.rows(
        "SELECT h.state, COUNT(d.handoff_id) FROM handoff h JOIN decision d ON d.handoff_id = h.id GROUP BY h.id"
    )
    assert rows == [("approved", 1)] * here.customers
    assert sorted(order for order, _ in here.look.refunds()) == [order_of(n) for n in range(here.customers)]
    for number in range(here.customers):
        [card] = here.cards_of(order_of(number))
        assert "Approved by " in card.text
        told = here.fake.dm(here.fake.user(5000 + number)).live()
        assert any("Your refund is done." in one.text for one in told)


@pytest.mark.parametrize("moment", [BEFORE, AFTER])
async def test_a_tap_that_was_acknowledged_when_the_process_died_is_decided_or_asked_for_again(
    moment: str, tmp_path: Path
) -> None:
    async with discords(tmp_path, [(Point("record_decision", 1, moment),)]) as here:
        card = await here.card_of(await here.wants())
        tap = here.reviewers[0].presses(card, "Approve")
        await here.until(lambda: here.stage.deaths == 1, "it died once")
        assert tap.given is not None and tap.given.kind == "silent", "its person read nothing of a failure"
        if moment == BEFORE:
            await here.listens(2)
            await here.until(lambda: asks_again(card) and "Approve" in card.buttons, "the card asks for it again")
            await here.stage.kill()
            await here.back()
            await everything_is_decided_once(here)
        await here.until(lambda: decided(tap) and not card.buttons, "it is decided")


POSTED = [Point("post_card", 1, AFTER), Point("effect_sent", 2, BEFORE)]


@pytest.mark.parametrize("away", [False, True])
@pytest.mark.parametrize("point", POSTED, ids=str)
async def test_a_card_that_was_posted_when_the_process_died_is_not_posted_again(
    point: Point, away: bool, tmp_path: Path
) -> None:
    """Within minutes by its nonce, later by the mark that it carries."""
    async with discords(tmp_path, [(point,)]) as here:
        if away:
            here.stage.at_death = here.time_passes
        order = await here.wants()
        await here.until(lambda: here.stage.deaths == 1, "it died once")
        await here.listens(2)
        card = await here.card_of(order)
        await here.rests()
        assert here.cards_of(order) == [card]
        press = here.reviewers[0].presses(card, "Approve")
        await here.until(lambda: press.later and "Approved by Ana" in card.text, "the card is decided")
        await here.rests()
        assert here.cards_of(order) == [card] and not card.buttons
        assert (await here.look.rows("SELECT COUNT(*) FROM decision")) == [(1,)]
