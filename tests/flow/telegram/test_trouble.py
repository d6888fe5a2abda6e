"""What Telegram refuses, forgets, loses or does twice; each row of the fault matrix that concerns it."""

import asyncio
from datetime import timedelta

import pytest

from tests.fakes.telegram.fake import TelegramFake
from tests.flow.telegram.conftest import Open
from tests.flow.telegram_house import TelegramHouse


async def test_a_wrong_token_stops_telegram_only(open_telegram: Open, caplog: pytest.LogCaptureFixture) -> None:
    house = await open_telegram(telegram="", top="")
    house.fake.revoke()
    await house.fake.until(lambda: "token" in house.app.channels["telegram"].status().problem)
    assert house.app.channels["telegram"].status().problem == "doctor-telegram-token"
    assert house.app.channels["play"].status().problem == ""
    asked = len(house.fake.calls)
    await asyncio.sleep(1.0)
    assert len(house.fake.calls) == asked, "a platform that does not know us is left alone"
    said = [record for record in caplog.records if "wrong or was revoked" in record.getMessage()]
    assert len(said) == 1 and said[0].exc_info is None
    caplog.clear()


async def test_another_poller_is_waited_out(telegram: TelegramHouse) -> None:
    telegram.fake.faults.conflict()
    await telegram.chris.says(telegram.bot, "refund please")
    await telegram.fake.until(lambda: "conflict" in telegram.app.channels["telegram"].status().problem)
    assert telegram.app.channels["telegram"].status().problem == "doctor-telegram-conflict"


async def test_lost_lines_and_server_errors_are_waited_out(telegram: TelegramHouse) -> None:
    telegram.fake.faults.status(502, "getUpdates", 2)
    telegram.fake.faults.drop_before("getUpdates")
    card = await telegram.asks()
    telegram.fake.faults.status(500, "editMessageText")
    await telegram.ana.taps(card, "Approve")
    await telegram.chris.sees(telegram.bot, "Your refund is done.", within=20)
    await telegram.ana.sees(telegram.group, "Approved by Ana", within=20)


async def test_a_flood_is_obeyed_and_decisions_go_first(telegram: TelegramHouse) -> None:
    card = await telegram.asks("first")
    telegram.fake.faults.flood(2, "sendMessage")
    for number in range(3):
        await telegram.fake.user(3000 + number, f"User {number}").says(telegram.bot, f"more {number}")
    await asyncio.sleep(0.3)
    await telegram.ana.taps(card, "Approve")
    await telegram.ana.sees(telegram.group, "Approved by Ana", within=15)
    for number in range(3):
        await telegram.ana.sees(telegram.group, f"more {number}", within=15)


async def test_a_group_that_becomes_a_supergroup_keeps_its_cards(open_telegram: Open, fake: TelegramFake) -> None:
    group = fake.group("Review", fake.user(1001, "Ana"), fake.user(1002, "Ben"))
    house = await open_telegram(group=group)
    card = await house.ana.sees(group, "before", button="Approve") if await _says(house, "before") else None
    assert card is not None
    bigger = fake.migrate(group)
    await house.fake.user(3001, "Dana").says(house.bot, "after")
    after = await house.ana.sees(bigger, "after", button="Approve")
    await house.ana.taps(after, "Approve")
    await house.ana.sees(bigger, "Approved by Ana")
    # The old card cannot be edited any more: what is still open is posted anew when it changes.
    await house.chris.says(house.bot, "one more thing")
    again = await house.ana.sees(bigger, "before", button="Approve")
    await house.ana.taps(again, "Approve")
    await house.chris.sees(house.bot, "Your refund is done.")
    # A restart knows the move.
    await house.ends()
    house = await open_telegram(group=group)
    await house.fake.user(3002, "Eli").says(house.bot, "after the restart")
    await house.ana.sees(bigger, "after the restart", button="Approve")


async def _says(house: TelegramHouse, text: str) -> bool:
    await house.chris.says(house.bot, text)
    return True


async def test_where_nobody_lets_us_speak_is_told_once_and_not_asked_again(
    open_telegram: Open, fake: TelegramFake, caplog: pytest.LogCaptureFixture
) -> None:
    operators = fake.supergroup("Operators", fake.user(1003, "Olga"))
    house = await open_telegram(bot=f'operators = ["telegram:{operators.id}"]')
    fake.kick_bot(house.group)
    for number in range(4):
        await fake.user(3000 + number, f"User {number}").says(house.bot, f"request {number}")
    olga = fake.user(1003)
    await olga.sees(operators, "A card for telegram:")
    await house.fake.until(lambda: house.rows("SELECT COUNT(*) FROM effect WHERE state = 'dead'") == [(4,)])
    notices = [one for one in operators.live() if "could not be delivered" in one.text]
    assert len(notices) == 1
    refused = [call for call in fake.called("sendMessage") if str(call.params["chat_id"]) == str(house.group.id)]
    assert len(refused) <= 1
    fake.add(house.group, house.bot)
    await fake.user(3009, "Late").says(house.bot, "we are back")
    await house.ana.sees(house.group, "we are back", button="Approve")
    caplog.clear()


async def test_a_customer_who_blocked_the_bot_is_left_alone(
    telegram: TelegramHouse, caplog: pytest.LogCaptureFixture
) -> None:
    card = await telegram.asks()
    await telegram.chris.blocks(telegram.bot)
    await telegram.ana.taps(card, "Approve")
    await telegram.ana.sees(telegram.group, "Approved by Ana")
    await telegram.ana.sees(telegram.group, "could not be delivered")
    assert telegram.states() == {"approved": 1}
    caplog.clear()


async def test_a_deleted_card_comes_back_while_it_is_open(telegram: TelegramHouse) -> None:
    card = await telegram.asks("please")
    telegram.fake.delete_message(card)
    await telegram.chris.says(telegram.bot, "are you there?")
    again = await telegram.ana.sees(telegram.group, "please", button="Approve", after=card)
    await telegram.ana.taps(again, "Approve")
    await telegram.chris.sees(telegram.bot, "Your refund is done.")


async def test_an_answer_lost_after_the_send_leaves_two_cards_that_are_both_true(telegram: TelegramHouse) -> None:
    telegram.fake.faults.drop_after("sendMessage", 2)
    await telegram.chris.says(telegram.bot, "hello")
    first = await telegram.ana.sees(telegram.group, "hello", button="Approve")
    doubtful = "SELECT COUNT(*) FROM effect WHERE detail LIKE 'Unconfirmed%'"
    await telegram.fake.until(lambda: telegram.rows(doubtful) == [(2,)])
    await telegram.clock.advance(timedelta(seconds=31))
    second = await telegram.ana.sees(telegram.group, "hello", button="Approve", after=first)
    # We do not know of the first one: its tap counts, and it is taken in and edited with the rest.
    await telegram.ana.taps(first, "Approve")
    await telegram.ana.sees(telegram.group, "Approved by Ana")
    await telegram.fake.until(lambda: not first.buttons and not second.buttons)
    assert "Approved by Ana" in first.text and "Approved by Ana" in second.text
    await telegram.chris.sees(telegram.bot, "Your refund is done.")


@pytest.mark.errors("chat not found")
async def test_updates_that_nobody_can_read_hold_nothing_back(telegram: TelegramHouse) -> None:
    telegram.fake.strange_update()
    telegram.fake.undecodable_update(telegram.group)
    telegram.fake.newer_update(telegram.chris, "from the future")
    await telegram.ana.sees(telegram.group, "from the future", button="Approve")


async def test_after_a_silence_open_cards_say_that_taps_may_be_lost(open_telegram: Open) -> None:
    house = await open_telegram()
    card = await house.asks("before the silence")
    await house.ends()
    tap = house.ana.presses(card, "Approve")
    await house.clock.advance(timedelta(seconds=200))
    house = await open_telegram(group=house.group)
    await house.fake.until(lambda: "may not have reached me" in card.text)
    assert "may not have reached me" in card.text and "Approve" in card.buttons
    assert house.states() == {"pending": 1} and tap.id
    await house.ana.taps(card, "Approve")
    await house.fake.until(lambda: "Approved by Ana" in card.text)
    assert "may not have reached me" not in card.text
    later = await house.asks("after it")
    assert "may not have reached me" not in later.text


async def test_a_tap_in_a_short_outage_counts(open_telegram: Open) -> None:
    house = await open_telegram()
    card = await house.asks()
    await house.ends()
    tap = house.ana.presses(card, "Approve")
    await house.clock.advance(timedelta(seconds=60))
    house = await open_telegram(group=house.group)
    assert (await tap.answer()).text == "Approved."
    assert "may not" not in card.text


async def test_buttons_outlive_the_process(open_telegram: Open) -> None:
    house = await open_telegram()
    for number in range(12):
        await house.fake.user(3000 + number, f"User {number}").says(house.bot, f"request {number}!")
    cards = [
        await house.ana.sees(house.group, f"request {number}!", button="Approve", within=90) for number in range(12)
    ]
    await house.ends()
    house = await open_telegram(group=house.group)
    answers = await asyncio.gather(*[house.ana.taps(card, "Approve", within=30) for card in cards])
    assert {answer.text for answer in answers} == {"Approved."}
    assert house.states() == {"approved": 12}
