"""Discord waits three seconds for an acknowledgement: whoever taps reads in time what counts, or nothing counts."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.messages import Message
from tests.fakes.discord.presses import Press
from tests.flow.discord_house import DiscordHouse

CALLBACK = "create_interaction_response"
TAPS = 100
IN_TIME = 3.0


async def a_hundred_taps(house: DiscordHouse, card: Message) -> list[Press]:
    """From people of whom two may decide."""
    house.fake.limits.rates = False
    crowd = [house.fake.user(6000 + number, f"User {number}") for number in range(TAPS - 2)]
    for person in crowd:
        house.fake.join(house.guild, person)
    return [who.presses(card, "Approve") for who in (house.ana, house.ben, *crowd)]


@contextmanager
def slow_database(house: DiscordHouse, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every look at a request, every decision and every note takes so much longer."""
    store, notes = house.app.store, house.app._ground.storage.notes

    def slowed(verb: Any, seconds: float) -> Any:
        async def late(*args: Any, **more: Any) -> Any:
            await asyncio.sleep(seconds)
            return await verb(*args, **more)

        return late

    with monkeypatch.context() as patch:
        for where, name, seconds in ((store, "case", 1.5), (store, "record_decision", 1.5), (notes, "keep_note", 3.2)):
            patch.setattr(where, name, slowed(getattr(where, name), seconds))
        yield


async def test_a_hundred_taps_on_a_slow_database_are_acknowledged_in_time(
    house: DiscordHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await house.asks()
    with slow_database(house, monkeypatch):
        began = time.monotonic()
        taps = await a_hundred_taps(house, card)
        answers = await asyncio.gather(*[tap.answer() for tap in taps])
        assert {answer.kind for answer in answers} == {"silent"}
        assert time.monotonic() - began < IN_TIME
        assert house.states() == {"pending": 1}, "what is acknowledged is carried out when it can be"
        assert await house.fake.until(lambda: all(tap.later for tap in taps), 20)
    assert house.states() == {"approved": 1}
    told = [tap.later[0].text for tap in taps[:2]]
    assert "Approved." in told and any(text.startswith("Already approved by ") for text in told)
    assert all("not a reviewer" in tap.later[0].text for tap in taps[2:])


async def test_taps_that_a_busy_process_takes_too_late_decide_nothing(house: DiscordHouse) -> None:
    card = await house.asks()
    taps = await a_hundred_taps(house, card)
    # Nothing runs meanwhile in this process, nor does the fake; by the clock the three seconds pass.
    time.sleep(IN_TIME + 0.5)  # noqa: ASYNC251
    answers = await asyncio.gather(*[tap.answer() for tap in taps])
    assert {answer.failure for answer in answers} == {"This interaction failed"}
    assert await house.fake.until(lambda: "reported that as failed" in card.text)
    assert card.buttons == ["Approve", "Reject", "More…"]
    assert house.states() == {"pending": 1} and not house.rows("SELECT * FROM decision")
    await house.ana.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana")


TROUBLES = {
    "it never comes": lambda fake: fake.faults.drop_before(CALLBACK),
    "its answer is lost": lambda fake: fake.faults.drop_after(CALLBACK),
    "nobody answers": lambda fake: fake.faults.hang(CALLBACK),
    "its answer comes too late": lambda fake: fake.faults.slow(3.2, CALLBACK),
    "half of an answer comes": lambda fake: fake.faults.broken_json(CALLBACK),
}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_an_acknowledgement_in_trouble_decides_nothing_and_the_card_says_so(
    trouble: str, house: DiscordHouse, fake: DiscordFake
) -> None:
    card = await house.asks()
    TROUBLES[trouble](fake)
    press = house.ana.presses(card, "Approve")
    assert await fake.until(lambda: "Ana tapped at " in card.text and "reported that as failed" in card.text)
    assert house.states() == {"pending": 1} and card.buttons == ["Approve", "Reject", "More…"]
    assert not press.later, "nobody is told that it counts"
    assert house.rows("SELECT actor FROM audit WHERE event = 'tap.unconfirmed'") == [("discord:1001",)]
    fake.faults.clear()
    await house.ana.taps(card, "Approve")
    done = await house.ana.sees(house.desk, "Approved by Ana")
    assert "reported that as failed" not in done.text


async def test_a_form_that_fails_on_its_way_leaves_the_card_as_it_is(house: DiscordHouse, fake: DiscordFake) -> None:
    card = await house.asks()
    opened = await house.ana.taps(card, "Reject")
    assert opened.modal is not None
    fake.faults.drop_before(CALLBACK)
    house.ana.submits(opened.modal, {"Your own words": "no"})
    assert await fake.until(lambda: "reported that as failed" in card.text)
    assert house.states() == {"pending": 1}
    again = await house.ana.taps(card, "Reject")
    assert again.modal is not None
    await house.ana.submits(again.modal, {"Your own words": "no"}).answer()
    await house.ana.sees(house.desk, "Rejected by Ana")


async def test_an_edit_that_was_under_way_never_comes_after_the_decision(
    house: DiscordHouse, fake: DiscordFake
) -> None:
    """A failed tap's edit hangs while somebody else decides: the card is true in the end."""
    card = await house.asks()
    fake.faults.drop_before(CALLBACK)
    house.ana.presses(card, "Approve")
    assert await fake.until(lambda: fake.called("update_message")), "Discord has told how many edits it takes"
    fake.faults.drop_before(CALLBACK)
    fake.faults.late(1.0, "update_message")
    house.ana.presses(card, "Approve")
    assert await fake.until(lambda: [call for call in fake.called("update_message") if call.fault == "late"])
    await house.ben.taps(card, "Approve")
    assert await fake.until(lambda: "Approved by Ben" in card.text)
    await asyncio.sleep(1.2)
    assert "Approved by Ben" in card.text and not card.buttons
