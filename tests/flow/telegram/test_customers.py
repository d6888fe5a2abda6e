"""Customers on Telegram: in private, in groups, with files, in many words or with buttons."""

import asyncio
import json

from engine.tools import Returned, ToolCall
from tests.fakes.telegram.fake import TelegramFake
from tests.flow.telegram.conftest import Open
from tests.flow.telegram_house import TelegramHouse


def saying(message: str, **more: object) -> str:
    """A workflow that answers everything with one message."""
    nodes = [
        {"id": "t", "type": "trigger", "data": {"triggerType": "message_received"}},
        {"id": "m", "type": "send_message", "data": {"message": message, **more}},
    ]
    return json.dumps({"nodes": nodes, "edges": [{"id": "1", "source": "t", "target": "m"}]})


async def test_a_long_text_is_split_on_sentence_ends_and_nothing_is_lost(open_telegram: Open) -> None:
    sentences = [f"This is the sentence number {number}, and it is rather long." for number in range(200)]
    house = await open_telegram(saying(" ".join(sentences)))
    await house.chris.says(house.bot, "hello")
    await house.chris.sees(house.bot, "sentence number 199,")
    said = [one.text for one in house.chris.chat(house.bot).live() if one.sender and one.sender.is_bot]
    assert len(said) > 1 and all(text.endswith("long.") for text in said)
    assert " ".join(said) == " ".join(sentences)


async def test_a_button_says_its_label_once(open_telegram: Open) -> None:
    house = await open_telegram(saying("You said: {{message}}", buttons=["Track my order", "Something else"]))
    await house.chris.says(house.bot, "hello")
    offered = await house.chris.sees(house.bot, "You said: hello", button="Track my order")
    answer = await house.chris.taps(offered, "Track my order")
    assert answer.text == "Track my order"
    await house.chris.sees(house.bot, "You said: Track my order")
    await house.fake.until(lambda: not offered.buttons)
    assert offered.buttons == []


async def test_what_is_hostile_is_shown_as_it_is(open_telegram: Open) -> None:
    house = await open_telegram(saying("{{message}}"))
    for text in ("<b>bold</b> &amp; {{7*7}} *x* _y_ [a](http://b)", "gnp.exe\u200b\x07", "@everyone /start"):
        await house.chris.says(house.bot, text)
        # Telegram drops control characters of what people write; what is invisible we spell out.
        await house.chris.sees(house.bot, text.strip("\x07").replace("\u200b", "⟨U+200B⟩"))


async def test_a_sticker_is_answered_and_starts_nothing(telegram: TelegramHouse) -> None:
    chat = telegram.chris.chat(telegram.bot)
    await telegram.chris.starts(telegram.bot)
    await telegram.chris.sees(telegram.bot, "Hello, I am Acme Refunds")
    await telegram.app.inbox.hear(_sticker(chat.id))
    await telegram.chris.sees(telegram.bot, "I can read text, photos, documents")
    assert telegram.states() == {}


async def test_files_reach_the_reviewers(telegram: TelegramHouse) -> None:
    await telegram.chris.sends_photo(telegram.bot, caption="my broken machine")
    card = await telegram.ana.sees(telegram.group, "my broken machine", button="Approve")
    assert "[photo, " in card.text
    await telegram.ana.sees(telegram.group, "From the customer", where=lambda one: "photo" in one.media)
    await telegram.chris.sends_document(telegram.bot, "invoice.pdf", caption="and the invoice")
    await telegram.chris.sees(telegram.bot, "the reviewer will see this too")
    document = await telegram.ana.sees(telegram.group, "", where=lambda one: "document" in one.media)
    assert document.media["document"]["file_name"] == "invoice.pdf"
    await telegram.chris.sends_voice(telegram.bot)
    await telegram.ana.sees(telegram.group, "", where=lambda one: "voice" in one.media)
    await telegram.fake.until(lambda: "invoice.pdf" in card.text)
    assert "🆕" in card.text, "what came later is marked"


async def test_in_a_group_only_what_is_meant_for_the_bot_is_heard(open_telegram: Open, fake: TelegramFake) -> None:
    house = await open_telegram(saying("You said: {{message}}"))
    shop = fake.supergroup("Shop", house.chris)
    fake.promote(shop, house.bot)
    await house.chris.says(shop, "just talking")
    await house.chris.says(shop, f"@{house.bot.user.username} where is my order?")
    answer = await house.chris.sees(shop, "You said: where is my order?")
    await house.chris.says(shop, "and the other one?", reply_to=answer)
    await house.chris.sees(shop, "You said: and the other one?")
    assert house.rows("SELECT COUNT(*) FROM inbox") == [(2,)]


async def test_typing_is_shown_while_a_tool_runs(telegram: TelegramHouse) -> None:
    async def slowly(call: ToolCall) -> Returned:
        await asyncio.sleep(1.2)
        return Returned({"id": "re_1"})

    telegram.tools.answers["stripe__create_refund"] = slowly
    card = await telegram.asks()
    await telegram.ana.taps(card, "Approve")
    await telegram.chris.sees(telegram.bot, "Your refund is done.")
    typing = [call.params for call in telegram.fake.called("sendChatAction")]
    assert {str(call["chat_id"]) for call in typing} == {str(telegram.chris.id)}


async def test_menus_are_for_who_may_use_them(telegram: TelegramHouse) -> None:
    await telegram.fake.until(lambda: telegram.fake.menu({"type": "chat", "chat_id": telegram.group.id}))
    assert telegram.fake.menu()[:2] == ["start", "help"] and "approve" not in telegram.fake.menu()
    assert telegram.fake.menu(language="de") == telegram.fake.menu()
    assert "approve" in telegram.fake.menu({"type": "chat", "chat_id": telegram.group.id})


def _sticker(chat: int) -> object:
    from datetime import UTC, datetime  # noqa: PLC0415

    from channels.base import Inbound  # noqa: PLC0415

    place = f"telegram:{chat}"
    return Inbound("telegram", "default", "1.99", place, str(chat), "Chris", "", datetime.now(UTC), readable=False)
