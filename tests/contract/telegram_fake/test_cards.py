"""Buttons, edits and taps."""

from typing import Any

import pytest

from tests.contract.telegram_fake.ground import YES, Plain, row
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.people import Person


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        (row("x" * 65), "BUTTON_DATA_INVALID"),
        (row("ä" * 33), "BUTTON_DATA_INVALID"),
        (row(*"abcdefghi"), "reply markup is too long"),
        ({"inline_keyboard": row("a")["inline_keyboard"] * 101}, "reply markup is too long"),
        (row(""), "can't parse inline keyboard button: Text buttons are not allowed in the inline keyboard"),
        (
            {"inline_keyboard": [[{"text": " ", "callback_data": "a"}]]},
            "can't parse inline keyboard button: Button text must be non-empty",
        ),
        (
            {"inline_keyboard": [[{"text": "a", "callback_data": "a", "style": "pink"}]]},
            "can't parse inline keyboard button: Invalid button style specified",
        ),
        (
            {"inline_keyboard": [[{"text": "a", "url": "javascript:1"}]]},
            "inline keyboard button URL 'javascript:1' is invalid: Wrong HTTP URL",
        ),
        (
            {"force_reply": True, "input_field_placeholder": "x" * 65},
            "input field placeholder must be 1-64 characters long",
        ),
    ],
)
async def test_a_markup_is_refused(plain: Plain, ana: Person, markup: dict[str, Any], why: str) -> None:
    assert await plain.refused("sendMessage", chat_id=1001, text="a", reply_markup=markup) == why


async def test_a_markup_at_its_limits(plain: Plain, ana: Person, team: Chat) -> None:
    full = {"inline_keyboard": [row(*["ä" * 32] * 8)["inline_keyboard"][0]] * 12}
    assert await plain.does("sendMessage", chat_id=1001, text="a", reply_markup=full)
    reply = {"force_reply": True, "input_field_placeholder": "x" * 64}
    assert "reply_markup" not in await plain.does("sendMessage", chat_id=1001, text="a", reply_markup=reply)
    app = {"inline_keyboard": [[{"text": "a", "web_app": {"url": "https://x.org/"}}]]}
    assert await plain.refused("sendMessage", chat_id=team.id, text="a", reply_markup=app) == "BUTTON_TYPE_INVALID"
    two = {"inline_keyboard": [[{"text": "a", "url": "https://x.org/", "callback_data": "a"}]]}
    sent = await plain.does("sendMessage", chat_id=1001, text="a", reply_markup=two)
    assert sent["reply_markup"]["inline_keyboard"] == [[{"text": "a", "url": "https://x.org/"}]]
    assert "Telegram keeps url" in plain.fake.violations.pop()


async def test_an_edit_that_changes_nothing_is_refused(plain: Plain, ana: Person) -> None:
    sent = await plain.does("sendMessage", chat_id=1001, text="card", reply_markup=YES)
    where = {"chat_id": 1001, "message_id": sent["message_id"]}
    same = await plain.refused("editMessageText", **where, text=" card ", reply_markup=YES)
    assert same == (
        "message is not modified: specified new message content and reply markup are exactly the same as a current "
        "content and reply markup of the message"
    )
    plain.clock.passes(60)
    edited = await plain.does("editMessageText", **where, text="card")
    assert "reply_markup" not in edited
    assert edited["edit_date"] == sent["date"] + 60
    assert (await plain.does("editMessageReplyMarkup", **where, reply_markup=YES))["reply_markup"] == YES
    assert plain.fake.world.private(plain.fake.bot, ana.user).live()[-1].history == [
        ("card", ["Approve", "Reject"]),
        ("card", []),
        ("card", ["Approve", "Reject"]),
    ]


async def test_what_cannot_be_edited_or_deleted(plain: Plain, ana: Person, team: Chat) -> None:
    said = await ana.says(team, "hello")
    asked = await plain.does("sendMessage", chat_id=team.id, text="why?", reply_markup={"force_reply": True})
    photo = await ana.sends_photo(fake_bot := plain.fake.bot)
    copied = await plain.does("copyMessage", chat_id=1001, from_chat_id=1001, message_id=photo.id)
    text = await plain.does("sendMessage", chat_id=1001, text="a")

    async def edit(chat: int, message_id: int, what: str = "Text", **more: Any) -> str:
        more = more or {"text": "b"}
        return await plain.refused(f"editMessage{what}", chat_id=chat, message_id=message_id, **more)

    assert await plain.refused("editMessageText", message_id=said.id, text="b") == "chat_id is empty"
    assert await edit(team.id, 99) == "message to edit not found"
    assert await edit(team.id, said.id) == "message can't be edited"
    assert await edit(team.id, asked["message_id"]) == "message can't be edited"
    assert await edit(1001, copied["message_id"]) == "there is no text in the message to edit"
    assert await edit(1001, text["message_id"], text="x" * 4097) == "MESSAGE_TOO_LONG"
    assert await edit(1001, text["message_id"], text="") == "message text is empty"
    assert await edit(1001, text["message_id"], "Caption", caption="b") == "there is no caption in the message to edit"
    assert await edit(1001, copied["message_id"], "Caption", caption="x" * 1025) == "MEDIA_CAPTION_TOO_LONG"
    assert await plain.refused("deleteMessage", chat_id=team.id, message_id=99) == "message to delete not found"
    assert await plain.refused("deleteMessage", chat_id=team.id, message_id=said.id) == "message can't be deleted"
    plain.fake.promote(team, fake_bot, "can_delete_messages")
    assert await plain.does("deleteMessage", chat_id=team.id, message_id=said.id)
    plain.clock.passes(48 * 3600)
    old = {"chat_id": 1001, "message_id": text["message_id"]}
    assert await plain.refused("deleteMessage", **old) == "message can't be deleted"


async def test_a_tap_reaches_the_bot_and_its_answer_the_person(plain: Plain, ana: Person) -> None:
    await plain.does("sendMessage", chat_id=1001, text="card", reply_markup=YES)
    tap = ana.presses(await ana.sees(plain.fake.bot, "card"), "Approve")
    told = (await plain.updates())[-1]["callback_query"]
    assert (told["data"], told["from"]["id"], told["message"]["text"]) == ("a", 1001, "card")
    answer = {"callback_query_id": told["id"], "text": "x" * 200, "show_alert": True}
    assert await plain.refused("answerCallbackQuery", **{**answer, "text": "x" * 201}) == "MESSAGE_TOO_LONG"
    assert await plain.does("answerCallbackQuery", **answer)
    given = await tap.answer(within=1)
    assert (given.text, given.alert) == ("x" * 200, True)
    old = "query is too old and response timeout expired or query ID is invalid"
    assert await plain.refused("answerCallbackQuery", **answer) == old
    assert await plain.refused("answerCallbackQuery", callback_query_id="77") == old
    with pytest.raises(AssertionError, match="not answered"):
        await ana.taps(tap.message or pytest.fail(), "Reject", within=0.05)
    plain.clock.passes(151)
    assert "callback_query" not in (await plain.updates(offset=-1))[0]
    late = list(plain.fake.world.taps)[-1]
    assert await plain.refused("answerCallbackQuery", callback_query_id=late) == old


async def test_forged_and_stale_taps(plain: Plain, ana: Person, team: Chat) -> None:
    sent = await plain.does("sendMessage", chat_id=team.id, text="card", reply_markup=YES)
    card = team.messages[sent["message_id"]]
    with pytest.raises(AssertionError, match="forged_tap"):
        ana.presses(card, data="stolen")
    plain.fake.forged_tap(ana, team, "stolen", card)
    assert (await plain.updates())[-1]["callback_query"]["data"] == "stolen"
    plain.fake.delete_message(card)
    plain.fake.forged_tap(ana, team, "a", card)
    gone = (await plain.updates())[-1]["callback_query"]["message"]
    assert (gone["date"], gone["message_id"], "text" in gone) == (0, card.id, False)
    other = await plain.does("sendMessage", chat_id=team.id, text="other", reply_markup=YES)
    plain.fake.limits.reach = 3600
    plain.clock.passes(3601)
    ana.presses(team.messages[other["message_id"]], "Approve")
    assert (await plain.updates())[-1]["callback_query"]["message"]["date"] == 0
