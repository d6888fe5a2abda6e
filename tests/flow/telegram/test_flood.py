"""A thousand handoffs into one group, and a long talk: all arrives in order, under limits, and decisions go first."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.fakes.rush import RushClock
from tests.fakes.telegram.fake import TelegramFake
from tests.fakes.telegram.messages import Message
from tests.faults.parts import amount
from tests.faults.trial import Record
from tests.flow.telegram.conftest import Open
from tests.flow.telegram_house import TelegramHouse

CARDS = amount("telegram-flood")
LINES = amount("telegram-talk")
PATIENCE = 600.0
IDLE = 'talk_idle = "7d"'
"""Looks and writes take none of this clock's time, and may take a leap each when it hurries."""
MOST_REFUSED = 5
FIRST_USER = 5000
IN_ORDER = (
    "SELECT c.ref FROM effect e JOIN handoff h ON e.key LIKE h.run_id || '.%' JOIN card c ON c.handoff_id = h.id "
    "WHERE e.kind = 'card' ORDER BY e.id"
)

pytestmark = pytest.mark.timeout(3 * PATIENCE)


@pytest.fixture(autouse=True)
def pace() -> None:
    """Telegram's own."""


@pytest.fixture
async def clock() -> RushClock:
    """In the place of the machine's clock."""
    return RushClock()


@pytest.fixture
async def rush(clock: RushClock, fake: TelegramFake) -> AsyncIterator[RushClock]:
    """Time leaps only while the bot listens and waits for no answer."""

    def is_quiet() -> bool:
        asked = (call for call in fake.calls[-64:] if call.method != "getUpdates")
        return fake.bot.poll is not None and all(call.answer is not None for call in asked)

    async with clock.running(is_quiet):
        yield clock


async def test_a_flood_of_handoffs_into_one_group_and_a_restart(
    open_telegram: Open, fake: TelegramFake, rush: RushClock, record_property: Record
) -> None:
    began = time.monotonic()
    # What takes this machine long is nobody's death.
    house = await open_telegram(top='[run]\nlease = "1h"', bot="remind = []")
    customers = [fake.user(FIRST_USER + number, f"User {number}") for number in range(CARDS)]
    for number, customer in enumerate(customers):
        await customer.says(house.bot, f"refund {number:04d}!")
    await until(house, "SELECT COUNT(*) FROM handoff", CARDS)
    told(began, "every request waits")
    rush.hurry = True
    await decisions_go_first(house)
    await until(house, "SELECT COUNT(*) FROM effect WHERE state = 'new'", 0)
    told(began, "every card is posted")
    posted = cards(house)
    assert len(posted) == CARDS
    refs = [int(ref.partition("/")[2]) for (ref,) in house.rows(IN_ORDER)]
    assert len(refs) == CARDS and refs == sorted(refs), "the oldest request comes first"
    assert fake.limits.refused == 0
    rush.hurry = False
    await house.ends()
    house = await open_telegram(group=house.group, top='[run]\nlease = "1h"', bot="remind = []")
    await every_button_still_works(house, [card for card in posted if card.buttons], rush)
    told(began, "every request is decided")
    assert house.states() == {"approved": CARDS}
    record_property("reached", CARDS)


async def test_a_long_talk_is_read_whole_and_in_order_at_both_ends(
    open_telegram: Open, fake: TelegramFake, rush: RushClock, record_property: Record
) -> None:
    began = time.monotonic()
    forum = fake.forum("Review", fake.user(1001, "Ana"), fake.user(1002, "Ben"))
    fake.promote(forum, fake.bot)
    house = await open_telegram(group=forum, top='[run]\nlease = "1h"', bot="remind = []", team=IDLE)
    card = await house.asks()
    await house.ana.taps(card, "More…", within=PATIENCE)
    rush.hurry = True
    await fake.until(lambda: "Talk with the customer" in card.buttons, PATIENCE)
    await house.ana.taps(card, "Talk with the customer", within=PATIENCE)
    await house.ana.sees(forum, "Ana talks with Chris", within=PATIENCE)
    await until(house, "SELECT COUNT(*) FROM effect WHERE state = 'new'", 0)
    rush.hurry, edits = False, len(fake.called("editMessageText"))
    [topic] = forum.topics.values()
    for number in range(LINES // 2):
        await house.chris.says(house.bot, f"theirs {number:04d}")
        await house.ana.says(forum, f"ours {number:04d}", thread=topic.id)
    await until(house, "SELECT COUNT(*) FROM message WHERE author <> 'bot'", LINES + 1)
    told(began, f"{LINES} lines are heard")
    rush.hurry = True
    await until(house, "SELECT COUNT(*) FROM effect WHERE state = 'new'", 0)
    told(began, f"{LINES} lines are carried on")
    assert [one.text for one in house.group.live() if one.text.startswith("Chris: ")] == [
        f"Chris: theirs {number:04d}" for number in range(LINES // 2)
    ]
    assert [one.text for one in house.chris.chat(house.bot).live() if one.text.startswith("Ana: ")] == [
        f"Ana: ours {number:04d}" for number in range(LINES // 2)
    ]
    assert fake.limits.refused == 0
    assert len(fake.called("editMessageText")) == edits, (
        "neither the card nor the customer's message is edited by lines"
    )
    await house.ana.says(forum, "/handback approved", thread=topic.id)
    await house.chris.sees(house.bot, "Your refund is done.", within=PATIENCE)
    record_property("reached", LINES)


async def decisions_go_first(house: TelegramHouse) -> None:
    """A decision that falls into the posting reaches its card before the posts that wait."""
    await house.fake.until(lambda: len(cards(house)) >= CARDS // 2, PATIENCE)
    before = len(cards(house))
    answer = await house.ana.taps(cards(house)[0], "Approve", within=PATIENCE)
    assert answer.text == "Approved."
    await house.fake.until(lambda: not cards(house)[0].buttons, PATIENCE)
    assert "Approved by Ana" in cards(house)[0].text
    assert len(cards(house)) <= before + 4 < CARDS, "the edit waited behind posts"


async def every_button_still_works(house: TelegramHouse, pending: list[Message], rush: RushClock) -> None:
    """Everybody is answered at once; the edits come at Telegram's pace."""
    before = house.fake.limits.refused
    taps = [house.ana.presses(card, "Approve") for card in pending]
    answers = await asyncio.gather(*[tap.answer(PATIENCE) for tap in taps])
    assert {answer.text for answer in answers} == {"Approved."}
    rush.hurry = True
    await until(house, "SELECT COUNT(*) FROM effect WHERE state = 'new'", 0)
    assert all("Approved by Ana" in card.text and not card.buttons for card in pending)
    refused = house.fake.limits.refused - before
    assert refused <= MOST_REFUSED, "what was sent before the restart counts, too, but that is learnt at once"
    assert len({call.key for call in house.tools.sent}) == len(house.tools.sent) == len(pending)


def cards(house: TelegramHouse) -> list[Message]:
    """The cards in the group, oldest first."""
    return [one for one in house.group.live() if "refund " in one.text]


async def until(house: TelegramHouse, sql: str, wanted: Any) -> None:
    """Wait until a look into the database gives that."""
    ends = time.monotonic() + PATIENCE
    while (found := house.rows(sql)[0][0]) != wanted:
        assert time.monotonic() < ends, f"{sql}: {found} instead of {wanted}"
        await asyncio.sleep(0.1)


def told(began: float, what: str) -> None:
    print(f"{time.monotonic() - began:.0f} s: {what}")
