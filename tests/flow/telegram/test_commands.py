"""Reviewers' commands in a Telegram group: offered, understood, and answered there."""

import json
from typing import Any

from tests.fakes.telegram.messages import Message
from tests.flow.telegram.conftest import Open
from tests.flow.telegram_house import DIRECT, TelegramHouse

REVIEWING = ["pending", "mine", "handoff", "approve", "reject", "undo", "edit", "claim", "release", "assign", "snooze"]


def direct(**data: Any) -> dict[str, Any]:
    """The workflow that leads straight to a handoff, whose data have these besides."""
    document: dict[str, Any] = json.loads(json.dumps(DIRECT))
    document["nodes"][1]["data"] |= data
    return document


async def told(telegram: TelegramHouse, text: str, fragment: str) -> Message:
    """Ana writes into the group, and reads an answer below it; a group takes a message each three seconds."""
    typed = await telegram.ana.says(telegram.group, text)
    return await telegram.ana.sees(telegram.group, fragment, after=typed, within=40)


async def test_the_group_is_offered_every_command_of_reviewers(telegram: TelegramHouse) -> None:
    scope = {"type": "chat", "chat_id": telegram.group.id}
    await telegram.fake.until(lambda: telegram.fake.menu(scope))
    assert [name for name in telegram.fake.menu(scope) if name in REVIEWING] == REVIEWING
    assert not set(REVIEWING) & set(telegram.fake.menu())


async def test_a_request_is_looked_after_by_commands(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    [(handoff,)] = telegram.rows("SELECT id FROM handoff")
    short = handoff[:6]
    await told(telegram, f"/claim {short}", "You look after this now.")
    assert await telegram.fake.until(lambda: "Ana looks after this" in card.text)
    await told(telegram, "/mine", f"{short} · Acme Refunds")
    await told(telegram, f"/assign {short} @ben", "Ben looks after this now.")
    await told(telegram, "/pending unclaimed", "Nothing of that kind waits for a decision.")
    await told(telegram, f"/snooze {short} 2h", "You are all reminded of it at")
    await told(telegram, f"/release {short}", "It is left to others again.")
    await told(telegram, "/pending nonsense", "older:2h – what has waited longer than that")
    typed = await telegram.otto.says(telegram.group, f"/claim {short}")
    await telegram.otto.sees(telegram.group, "Only reviewers can use /claim.", after=typed)
    assert telegram.states() == {"pending": 1}


async def test_several_are_approved_at_once(open_telegram: Open) -> None:
    telegram = await open_telegram(direct(bulk=True))
    await telegram.asks("first")
    await telegram.fake.user(2002, "Dana").says(telegram.bot, "second")
    await telegram.ana.sees(telegram.group, "second", button="Approve")
    ids = [handoff[:6] for (handoff,) in telegram.rows("SELECT id FROM handoff ORDER BY opened_at")]
    await told(telegram, "/pending bulk", f"⧉ may be decided together: /approve {ids[0]} {ids[1]}")
    await told(telegram, f"/approve {ids[0]} {ids[1]}", f"{ids[0]}: Approved.\n{ids[1]}: Approved.")
    assert telegram.states() == {"approved": 2}


async def test_a_changed_card_wants_another_look(open_telegram: Open) -> None:
    telegram = await open_telegram(direct(fields=[{"variable": "message", "label": "Wish"}]))
    card = await telegram.asks("refund of 100")
    [(handoff,)] = telegram.rows("SELECT id FROM handoff")
    assert f"/edit {handoff[:6]} message VALUE" in card.text.replace("\u2060", "")  # no link that is tapped by mistake
    old = next(button["callback_data"] for button in card.all_buttons() if button["text"] == "Approve")
    await told(telegram, f"/edit {handoff[:6]} wish refund of 50", "Wish is refund of 50 now; it was refund of 100.")
    assert await telegram.fake.until(lambda: "was refund of 100, changed by Ana at" in card.text)
    assert "Chris asks: refund of 50" in card.text
    late = await telegram.fake.forged_tap(telegram.ben, telegram.group, old, card).answer(5)
    assert late.alert and late.text.startswith("Ana changed this at ")
    typed = await telegram.ben.says(telegram.group, "approve", reply_to=card)
    again = await telegram.ben.sees(telegram.group, "Chris asks: refund of 50", after=typed, button="Approve")
    assert telegram.states() == {"pending": 1}
    assert (await telegram.ben.taps(again, "Approve")).text == "Approved."
    await telegram.chris.sees(telegram.bot, "Your refund is done.")


async def test_undo_is_a_command_too(open_telegram: Open) -> None:
    telegram = await open_telegram(direct(undo="10m"))
    card = await telegram.asks()
    [(handoff,)] = telegram.rows("SELECT id FROM handoff")
    await telegram.ana.taps(card, "Approve")
    await told(telegram, f"/undo {handoff[:6]}", "The request is open again.")
    assert telegram.states() == {"pending": 1}
