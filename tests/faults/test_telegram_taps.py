"""The process is killed with taps on Telegram under way: each is answered, or its card asks for it again."""

import asyncio
import random
import sqlite3
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.taps import Tap
from tests.faults.mortal_house import PATIENCE, MortalHouse
from tests.faults.orders import order_of, put_on_order
from tests.faults.parts import amount
from tests.faults.points import AFTER, BEFORE, OF_TELEGRAM, Point
from tests.faults.trial import FULL, SEED, Record
from tests.flow.telegram_house import CONFIG

KILLS = amount("telegram-taps")
LATEST = 0.4
"""Seconds after the taps at which the process is killed, at most."""
PER_LIFE = 3
AWAY = 200.0
"""Seconds; longer than Telegram keeps a tap."""

pytestmark = pytest.mark.timeout(6 * 3600 if FULL else 600)


@dataclass
class Telegrams(MortalHouse):
    """A process that dies, its review group on a fake Telegram, and who is there."""

    folder: Path
    fake: TelegramFake
    away: list[float]
    """Seconds by which Telegram's clock is ahead of the machine's."""
    fates: Sequence[Sequence[Point]] = ()
    customers: int = 0
    taps: list[Tap] = field(default_factory=list)

    async def open(self) -> None:
        """Start on an empty database, with an order for everybody in the shop's books."""
        self.fake.limits.floods = False
        self.reviewers: list[Person] = [self.fake.user(1001, "Ana"), self.fake.user(1002, "Ben")]
        self.group = self.fake.supergroup("Review", *self.reviewers)
        account = {"token": self.fake.token, "address": self.fake.address, "telegram": "", "bot": "", "top": ""}
        config = CONFIG.format(**account, post=f'"telegram:{self.group.id}"')
        self.furnish(config)
        await self.stage.start()

    async def back(self, away: float = 0.0) -> None:
        """Start again, so many seconds later: on Telegram's clock, and by what the process last wrote down."""
        self.away[0] += away
        with closing(sqlite3.connect(self.folder / "assent.db")) as database, database:
            [(heard,)] = database.execute("SELECT value FROM instance WHERE name = 'note:telegram/heard'").fetchall()
            before = datetime.fromisoformat(heard) - timedelta(seconds=away)
            database.execute("UPDATE instance SET value = ? WHERE name = 'note:telegram/heard'", (before.isoformat(),))
        await self.stage.start()

    async def asks(self) -> Message:
        """A new customer wants money back; answers the card."""
        number, self.customers = self.customers, self.customers + 1
        put_on_order(self.folder, number)
        await self.fake.user(5000 + number, f"User {number}").says(self.fake.bot, order_of(number))
        return await self.reviewers[0].sees(self.group, order_of(number), button="Approve", within=PATIENCE)

    def presses(self, who: Person, card: Message) -> None:
        """Tap Approve, and do not wait."""
        self.taps.append(who.presses(card, "Approve"))

    def pending(self) -> list[Message]:
        """Cards that can be approved."""
        return [one for one in self.group.live() if "Approve" in one.buttons]

    def texts(self) -> list[str]:
        """What stands in the reviewers' place."""
        return [one.text for one in self.group.live()]


@asynccontextmanager
async def telegrams(folder: Path, fates: Sequence[Sequence[Point]] = ()) -> AsyncIterator[Telegrams]:
    """A process at work, and its Telegram."""
    away = [0.0]
    async with telegram_fake(lambda: time.time() + away[0]) as fake:
        here = Telegrams(folder, fake, away, fates)
        try:
            await here.open()
            yield here
        finally:
            await here.stage.close()


async def test_a_tap_that_is_under_way_at_a_kill_is_answered_or_asked_for_again(
    tmp_path: Path, record_property: Record
) -> None:
    chance = random.Random(SEED)
    async with telegrams(tmp_path) as here:
        for number in range(KILLS):
            for _ in range(PER_LIFE):
                await here.asks()
            here.taps.clear()
            tapped = chance.sample(here.pending(), PER_LIFE)
            for card in tapped:
                for who in chance.sample(here.reviewers, chance.choice((1, 2))):
                    here.presses(who, card)
            moment, away = chance.uniform(0, LATEST), AWAY if chance.random() < 0.3 else 0.0
            await asyncio.sleep(moment)
            await here.stage.kill()
            open_cards = here.pending()
            await here.back(away)
            told = f"SEED={SEED}, kill {number} after {moment:.3f} s, away for {away:.0f} s"
            await everybody_knows(here, open_cards if away else (), told)
            print(told, f"{len(here.taps)} taps, {sum(tap.given is not None for tap in here.taps)} answered")
            record_property("reached", 1)
        await everything_is_decided_once(here)


async def everybody_knows(here: Telegrams, asking: Sequence[Message], told: str) -> None:
    """Wait until nobody who tapped waits in vain, and these cards ask for taps again."""
    await here.until(lambda: all(is_settled(tap, bool(asking)) for tap in here.taps), f"{told}: every tap is settled")
    await here.until(lambda: all(map(asks_again, asking)), f"{told}: the cards ask again")


def is_settled(tap: Tap, away: bool) -> bool:
    """Whether a tap was answered, or decided its card, or is asked for again."""
    assert tap.message is not None
    decided = f"Approved by {tap.user.first_name}" in tap.message.text
    return tap.given is not None or decided or (away and asks_again(tap.message))


def asks_again(card: Message) -> bool:
    """Whether an open card says that taps may be lost; a decided one need not."""
    return "may not have reached me" in card.text or "Approve" not in card.buttons


async def everything_is_decided_once(here: Telegrams) -> None:
    """Approve what is left, and look by plain SQL."""
    for card in here.pending():
        if "Approve" in card.buttons:
            await here.reviewers[0].taps(card, "Approve", within=PATIENCE)
    await here.rests()
    # A copy that a kill made us forget has its buttons until somebody taps it: then it is told, and edited.
    for twin in here.pending():
        answer = await here.reviewers[0].taps(twin, "Approve", within=PATIENCE)
        assert answer.alert and "Already approved" in answer.text
    await here.until(lambda: not here.pending(), "no decided card has live buttons")
    rows = await here.look.rows(
        "SELECT h.state, COUNT(d.handoff_id) FROM handoff h JOIN decision d ON d.handoff_id = h.id GROUP BY h.id"
    )
    assert rows == [("approved", 1)] * here.customers
    assert sorted(order for order, _ in here.look.refunds()) == [order_of(n) for n in range(here.customers)]
    for number in range(here.customers):
        chat = here.fake.user(5000 + number).chat(here.fake.bot)
        assert any("Your refund is done." in one.text for one in chat.live())


# --- the writes that only Telegram reaches ------------------------------------------------------------------------


async def _adopting(here: Telegrams) -> Message:
    """A card whose send was never answered is tapped: it is taken in with the tap."""
    here.fake.faults.drop_after("sendMessage", 2)
    return await here.asks()


async def _forgetting(here: Telegrams) -> Message:
    """A card that somebody deleted is posted anew; the old copy is forgotten with the decision."""
    card = await here.asks()
    here.fake.delete_message(card)
    await here.fake.user(5000).says(here.fake.bot, "are you there?")
    await here.until(lambda: [one for one in here.pending() if one.id > card.id], "a new card")
    return here.pending()[-1]


async def _missing(here: Telegrams) -> Message:
    """A process was away for longer than taps are kept."""
    card = await here.asks()
    await here.rests()
    await here.stage.kill()
    await here.back(AWAY)
    await here.until(lambda: asks_again(card), "the card asks for taps again")
    return card


SCENES = {"adopt_card": _adopting, "forget_card": _forgetting, "note_missed": _missing}


@pytest.mark.parametrize("moment", [BEFORE, AFTER])
@pytest.mark.parametrize("verb", sorted(OF_TELEGRAM))
async def test_a_kill_around_a_write_that_only_telegram_reaches(verb: str, moment: str, tmp_path: Path) -> None:
    point = Point(verb, 1, moment)
    fates: list[tuple[Point, ...]] = [(), (point,)] if verb == "note_missed" else [(point,)]
    async with telegrams(tmp_path, fates) as here:
        card = await SCENES[verb](here)
        tap = here.reviewers[0].presses(card, "Approve")
        await here.until(lambda: tap.given, "the tap is answered")
        assert tap.given is not None and tap.given.text.startswith(("Approved.", "Already approved by Ana"))
        await here.until(lambda: "Approved by Ana" in card.text and not card.buttons, "the card is decided")
        await here.until(lambda: here.stage.deaths == 1, "it died once")
        await here.rests()
        assert "Approved by Ana" in card.text and not card.buttons
        assert [point for life in here.stage.passed() for point in life if point.name == verb]
        rows = await here.look.rows("SELECT COUNT(*) FROM decision")
        assert rows == [(1,)]
