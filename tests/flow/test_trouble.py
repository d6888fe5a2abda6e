"""The machine in trouble: a full disk, a locked database, a clock that jumps, a place that is gone."""

import asyncio
import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.i18n import Locales
from channels.base import ChannelError, Gone, MessageRef, Rejected, RetryAfter, TextView
from storage.transaction import Sql, Transaction
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House, Item
from tests.unit.workflows import file, handoff, message, trigger

FAILED = "That did not work, and nothing was decided. Please try again."
LOCKED = 30.0 if os.environ.get("FULL") else 7.0
"""Seconds for which another process locks the database; longer than a transaction waits for the lock."""
HOLD = """
import sqlite3, sys, time
books = sqlite3.connect(sys.argv[1], timeout=10, isolation_level=None)
books.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
time.sleep(float(sys.argv[2]))
books.execute("ROLLBACK")
"""
LONG = "x" * 60_000
ASK = file([trigger(), handoff("ask", "Pay?", timeout="1h"), message("done", "Paid {{message}}."), message("no", "No."),
            message("late", "Too late.")],
           "start > ask", "ask.approved > done", "ask.rejected > no", "ask.timeout > late")  # fmt: skip
TWO_SWEEPS = 2.2


async def asked(open_house: OpenHouse, text: str = "100", config: str = CONFIG) -> House:
    house = await open_house(ASK, config)
    await house.say(text)
    await house.sees("I have escalated this*")
    await house.card("Waiting*")
    return house


async def until_tapped(house: House, who: str, label: str) -> str:
    """Press until it works, as a person does who is told to try again."""
    for _ in range(100):
        told = await house.tap(who, label)
        if told != FAILED:
            return told
        await asyncio.sleep(0.2)
    raise AssertionError("it never worked")


# --- disk -------------------------------------------------------------------------------------------------------------


def limited(pages: int) -> Transaction[None]:
    """Let the database grow to so many pages; it is never cut."""
    yield Sql(f"PRAGMA max_page_count = {pages}")


async def test_a_full_disk_is_told_to_whoever_taps_and_heals_without_a_restart(
    open_house: OpenHouse, caplog: pytest.LogCaptureFixture
) -> None:
    house = await asked(open_house, LONG)
    run = house.app.store._run  # type: ignore[attr-defined]
    await run(limited(1))
    assert await house.tap("ana", "Approve") == FAILED
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    assert house.rows("SELECT * FROM decision") == []
    assert "database or disk is full" in caplog.text
    await run(limited(1_000_000))
    assert await house.tap("ana", "Approve") == "Approved."
    await house.sees("Paid x*")
    assert len(await house.texts()) == 2
    caplog.clear()


# --- a lock -----------------------------------------------------------------------------------------------------------


async def test_a_database_that_another_process_locks_is_waited_for(
    open_house: OpenHouse, caplog: pytest.LogCaptureFixture
) -> None:
    house = await asked(open_house)
    command = [sys.executable, "-c", HOLD, str(house.folder / "assent.db"), str(LOCKED)]
    holder = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    assert holder.stdout and await holder.stdout.readline() == b"locked\n"
    assert await house.tap("ana", "Approve") == FAILED
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    assert await until_tapped(house, "ana", "Approve") == "Approved."
    assert await holder.wait() == 0
    await house.sees("Paid 100.")
    assert [len(house.rows(f"SELECT * FROM {table}")) for table in ("decision", "run")] == [1, 1]
    caplog.clear()


# --- the clock --------------------------------------------------------------------------------------------------------


def set_back(house: House, **span: float) -> None:
    """What no page can do: the machine's clock is put back."""
    house.app._ground.clock._ahead -= timedelta(**span)


async def test_a_clock_that_jumps_a_day_ahead_closes_what_is_overdue_once(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    await house.advance(days=1)
    await house.sees("Too late.")
    await asyncio.sleep(TWO_SWEEPS)
    assert [text for text in await house.texts() if text == "Too late."] == ["Too late."]
    assert house.rows("SELECT action FROM decision") == [("expire",)]


async def test_a_clock_that_is_put_back_opens_nothing_again(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    card = (await house.cards())[-1]["body"]
    await house.advance(hours=2)
    await house.sees("Too late.")
    set_back(house, hours=3)
    assert (await house.tap("ana", "Approve", card)).startswith("Too late: nobody decided in time")
    await asyncio.sleep(TWO_SWEEPS)
    assert "Paid 100." not in await house.texts()
    await house.say("200", "dana")
    await house.sees("I have escalated this*", "dana")
    await house.card("Waiting*")
    assert await house.tap("ana", "Approve") == "Approved."
    await house.sees("Paid 200.", "dana")


async def test_a_clock_that_is_put_back_only_makes_a_deadline_wait(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    set_back(house, hours=1)
    await asyncio.sleep(TWO_SWEEPS)
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    await house.advance(hours=2, minutes=1)
    await house.sees("Too late.")
    assert house.rows("SELECT COUNT(*) FROM decision") == [(1,)]


# --- what cannot be delivered -----------------------------------------------------------------------------------------

APART = CONFIG.replace('contact = "support', 'operators = ["play:ops"]\ncontact = "support')


PUT_OUT = Gone("the bot was put out of the chat")


class Refusing:
    """A channel's sending verb that refuses one place for good."""

    def __init__(self, verb: Any, place: str, error: ChannelError) -> None:
        self._verb = verb
        self._place = place
        self._error = error
        self.refused = 0

    async def __call__(self, place: str, *rest: Any) -> Any:
        if place == self._place:
            self.refused += 1
            raise self._error
        return await self._verb(place, *rest)


def refuse(house: House, verb: str, place: str, error: ChannelError = PUT_OUT) -> Refusing:
    channel = house.app.channels["play"]
    refusing = Refusing(getattr(channel, verb), place, error)
    setattr(channel, verb, refusing)
    return refusing


async def notices(house: House, place: str = "play:ops") -> list[str]:
    return await house.texts_at(place)


@pytest.mark.parametrize(
    ("verb", "place", "what"),
    [("post_text", "play:chris", "A message"), ("post_card", "play:review", "A card")],
)
async def test_what_a_channel_refuses_for_good_is_told_to_the_operators_once(
    open_house: OpenHouse, caplog: pytest.LogCaptureFixture, verb: str, place: str, what: str
) -> None:
    house = await open_house(ASK, APART)
    refusing = refuse(house, verb, place)
    await house.say("100")
    await house.until(lambda: notices(house), house.state, "the operators are told")
    await house.quiet()
    await asyncio.sleep(TWO_SWEEPS)
    expected = (
        f"{what} for {place} could not be delivered and is not tried again: Gone: the bot was put out of the chat"
    )
    assert await notices(house) == [expected]
    assert refusing.refused == 1
    caplog.clear()


async def test_a_copy_that_is_gone_does_not_keep_the_others_at_its_place_from_the_truth(
    open_house: OpenHouse,
) -> None:
    house = await asked(open_house, config=APART)
    await house.say(f"/handoff {(await house.card())['short_id']}", "ana")
    await house.quiet()
    first, _ = await house.cards()
    channel = house.app.channels["play"]
    edit = channel.edit_card

    async def edit_what_is_there(place: str, ref: Any, view: Any) -> None:
        if ref == str(first["id"]):
            raise Gone("somebody has deleted it")
        await edit(place, ref, view)

    channel.edit_card = edit_what_is_there  # type: ignore[method-assign]
    await house.tap("ana", "Approve")
    await house.sees("Paid 100.")
    await house.quiet()
    assert [item["body"]["state"] for item in await house.cards()] == ["pending", "approved"]
    assert await notices(house) == []
    assert house.rows("SELECT COUNT(*) FROM card") == [(1,)], "it is forgotten"


@pytest.mark.parametrize("error", [PUT_OUT, Rejected("no such words here")], ids=["gone", "rejected"])
async def test_a_notice_that_is_refused_itself_makes_no_further_one(
    open_house: OpenHouse, caplog: pytest.LogCaptureFixture, error: ChannelError
) -> None:
    house = await open_house(ASK, APART)
    refuse(house, "post_text", "play:chris")
    nobody = refuse(house, "post_text", "play:ops", error)
    await house.say("100")

    async def given_up() -> bool:
        return len(house.rows("SELECT 1 FROM effect WHERE state = 'dead'")) == 2

    await house.until(given_up, house.state, "both are given up")
    await asyncio.sleep(TWO_SWEEPS)
    assert nobody.refused == 1 and await notices(house) == []
    caplog.clear()


async def test_a_repeated_message_says_the_same(open_house: OpenHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent again under one key has the words of the first time, though a release may have other ones."""
    house = await open_house(ASK)
    channel = house.app.channels["play"]
    said, post = [], channel.post_text

    async def lost(place: str, view: TextView, key: str) -> MessageRef:
        said.append(view.text)
        if len(said) > 1:
            return await post(place, view, key)
        monkeypatch.setattr(Locales, "text", lambda *args, **words: "as a later release says it")
        raise RetryAfter(0.1)

    monkeypatch.setattr(channel, "post_text", lost)
    await house.say("/help")
    await house.sees("*withdraw your request*")
    assert said[:2] == [said[0]] * 2


async def test_a_message_that_cannot_be_written_down_is_not_confirmed(
    open_house: OpenHouse, caplog: pytest.LogCaptureFixture
) -> None:
    house = await asked(open_house)
    run = house.app.store._run  # type: ignore[attr-defined]
    await run(limited(1))
    body: Item = {"side": "customer", "who": "dana", "text": LONG, "id": "message-of-dana", "locale": "en"}
    with pytest.raises((AssertionError, aiohttp.ContentTypeError)):
        await house.post("say", body)
    assert house.rows("SELECT COUNT(*) FROM inbox") == [(1,)]
    await run(limited(1_000_000))
    await house.post("say", body)
    await house.sees("I have escalated this*", "dana")
    caplog.clear()
