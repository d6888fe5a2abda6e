"""A thousand handoffs into one channel, and a long talk: each comes once and in order, under Discord's limits."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.messages import Message
from tests.fakes.rush import RushClock
from tests.faults.parts import amount
from tests.faults.trial import Record
from tests.flow.discord.conftest import Open
from tests.flow.discord_house import DiscordHouse

CARDS = amount("discord-flood")
LINES = amount("discord-talk")
PATIENCE = 600.0
IDLE = 'talk_idle = "7d"'
"""Looks and writes take none of this clock's time, and may take a leap each when it hurries."""
FIRST_USER = 5000
SAMPLE = 100
IN_ORDER = (
    "SELECT c.ref FROM effect e JOIN handoff h ON e.key LIKE h.run_id || '.%' JOIN card c ON c.handoff_id = h.id "
    "WHERE e.kind = 'card' ORDER BY e.id"
)
LEASE = '[run]\nlease = "1h"'
"""What takes this machine long is nobody's death."""

pytestmark = pytest.mark.timeout(3 * PATIENCE)


@pytest.fixture
async def clock() -> RushClock:
    """In the place of the machine's clock."""
    return RushClock()


@pytest.fixture
async def rush(clock: RushClock, fake: DiscordFake) -> AsyncIterator[RushClock]:
    """Time leaps only while the bot listens and waits for no answer."""

    def is_quiet() -> bool:
        return bool(fake.gateway.sessions) and all(call.status is not None for call in fake.calls[-64:])

    async with clock.running(is_quiet):
        yield clock


async def test_a_flood_of_handoffs_into_one_channel_and_a_restart(
    open_discord: Open, fake: DiscordFake, rush: RushClock, record_property: Record
) -> None:
    began = time.monotonic()
    house = await open_discord(top=LEASE, bot="remind = []")
    for number in range(CARDS):
        customer = fake.user(FIRST_USER + number, f"User {number}")
        fake.join(house.guild, customer)
        await customer.says(house.bot, f"refund {number:04d}!")
    await until(house, "SELECT COUNT(*) FROM handoff", CARDS)
    told(began, "every request waits")
    rush.hurry = True
    await decisions_go_first(house, rush)
    await until(house, "SELECT COUNT(*) FROM effect WHERE state = 'new'", 0)
    told(began, "every card is posted")
    posted = cards(house)
    assert len(posted) == CARDS
    refs = [int(ref.partition("/")[2]) for (ref,) in house.rows(IN_ORDER)]
    assert len(refs) == CARDS and refs == sorted(refs), "the oldest request comes first"
    assert fake.limits.refused == 0 and fake.invalid_requests == 0
    rush.hurry = False
    house = await open_discord(top=LEASE, bot="remind = []")
    pending = [card for card in posted if card.buttons]
    sample = pending[:: max(1, len(pending) // SAMPLE)]
    await every_button_still_works(house, sample, rush, left := len(pending) - len(sample))
    told(began, "old buttons decide")
    assert {"pending": 0, **house.states()} == {"approved": CARDS - left, "pending": left}
    assert len(house.bot.identified) == 2, "one session for each life"
    assert cards(house) == posted, "none was posted anew"
    record_property("reached", CARDS)


async def test_a_long_talk_is_read_whole_and_in_order_at_both_ends(
    open_discord: Open, fake: DiscordFake, rush: RushClock, record_property: Record
) -> None:
    began = time.monotonic()
    house = await open_discord(top=LEASE, bot="remind = []", team=IDLE)
    card = await house.asks()
    more = (await house.ana.presses(card, "More…").outcome(PATIENCE)).message
    assert more is not None
    await house.ana.presses(more, "Talk with the customer").answer(PATIENCE)
    rush.hurry = True
    await fake.until(lambda: card.thread, PATIENCE)
    thread = card.thread
    assert thread is not None
    await house.ana.sees(thread, "Ana talks with Chris", within=PATIENCE)
    await until(house, "SELECT COUNT(*) FROM effect WHERE state = 'new'", 0)
    rush.hurry, edits = False, len(fake.called("update_message"))
    for number in range(LINES // 2):
        await house.chris.says(house.bot, f"theirs {number:04d}")
        await house.ana.says(thread, f"ours {number:04d}")
    await until(house, "SELECT COUNT(*) FROM message WHERE author <> 'bot'", LINES + 1)
    told(began, f"{LINES} lines are heard")
    rush.hurry = True
    await until(house, "SELECT COUNT(*) FROM effect WHERE state = 'new'", 0)
    told(began, f"{LINES} lines are carried on")
    assert [one.text for one in thread.live() if one.text.startswith("Chris: ")] == [
        f"Chris: theirs {number:04d}" for number in range(LINES // 2)
    ]
    assert [one.text for one in fake.dm(house.chris).live() if one.text.startswith("Ana: ")] == [
        f"Ana: ours {number:04d}" for number in range(LINES // 2)
    ]
    assert fake.limits.refused == 0 and fake.invalid_requests == 0
    assert len(fake.called("update_message")) == edits, "neither the card nor the customer's message is edited by lines"
    await house.ana.says(thread, "/handback approved")
    await house.chris.sees(house.bot, "Your refund is done.", within=PATIENCE)
    record_property("reached", LINES)


async def decisions_go_first(house: DiscordHouse, rush: RushClock) -> None:
    """A decision that falls into the posting reaches its card before the posts that wait."""
    await house.fake.until(lambda: len(house.desk.messages) >= CARDS // 2, PATIENCE)
    rush.hurry, before, first = False, len(house.desk.messages), cards(house)[0]
    press = house.ana.presses(first, "Approve")
    assert (await press.answer(PATIENCE)).kind == "silent"
    rush.hurry = True
    await house.fake.until(lambda: not first.buttons, PATIENCE)
    assert "Approved by Ana" in first.text
    assert len(cards(house)) <= before + 4 < CARDS, "the edit waited behind posts"


async def every_button_still_works(house: DiscordHouse, pending: list[Message], rush: RushClock, left: int) -> None:
    """Everybody is acknowledged at once; the edits come at Discord's pace."""
    taps = [house.ana.presses(card, "Approve") for card in pending]
    answers = await asyncio.gather(*[tap.answer(PATIENCE) for tap in taps])
    assert {answer.kind for answer in answers} == {"silent"}
    await until(house, "SELECT COUNT(*) FROM handoff WHERE state = 'pending'", left)
    rush.hurry = True
    await until(house, "SELECT COUNT(*) FROM effect WHERE state = 'new'", 0)
    assert all("Approved by Ana" in card.text and not card.buttons for card in pending)
    assert house.fake.limits.refused == 0
    assert len({call.key for call in house.tools.sent}) == len(house.tools.sent) == len(pending)


def cards(house: DiscordHouse) -> list[Message]:
    """The cards in the channel, oldest first."""
    return [one for one in house.desk.live() if one.components and "refund " in one.text]


async def until(house: DiscordHouse, sql: str, wanted: Any) -> None:
    """Wait until a look into the database gives that."""
    ends = time.monotonic() + PATIENCE
    while (found := house.rows(sql)[0][0]) != wanted:
        assert time.monotonic() < ends, f"{sql}: {found} instead of {wanted}"
        await asyncio.sleep(0.1)


def told(began: float, what: str) -> None:
    print(f"{time.monotonic() - began:.0f} s: {what}")
