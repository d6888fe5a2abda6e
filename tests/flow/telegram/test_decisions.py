"""Cards in a Telegram group, and what becomes of taps."""

import asyncio

from tests.fakes.telegram.fake import TelegramFake
from tests.flow.telegram.conftest import Open
from tests.flow.telegram_house import DIRECT, TelegramHouse


async def test_a_tap_decides_and_everybody_reads_it(telegram: TelegramHouse) -> None:
    card = await telegram.asks("refund for the espresso machine")
    assert card.buttons[:2] == ["Approve", "Reject"]
    assert [telegram_style(card, label) for label in ("Approve", "Reject")] == ["success", "danger"]
    answer = await telegram.ana.taps(card, "Approve")
    assert (answer.text, answer.alert) == ("Approved.", False)
    await telegram.chris.sees(telegram.bot, "Your refund is done.")
    done = await telegram.ana.sees(telegram.group, "Approved by Ana")
    assert (done.id, done.buttons) == (card.id, [])
    assert "refund for the espresso machine" in done.text, "the facts stay on the card"
    assert telegram.states() == {"approved": 1}


async def test_a_stranger_is_refused_in_words_and_nothing_happens(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    answer = await telegram.otto.taps(card, "Approve")
    assert answer.alert and "not a reviewer" in answer.text
    assert telegram.states() == {"pending": 1}
    refused = telegram.rows("SELECT actor FROM audit WHERE event = 'decision.refused'")
    assert refused == [("telegram:1009",)]


async def test_whoever_comes_second_is_told_who_won(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    first, second = telegram.ana.presses(card, "Approve"), telegram.ben.presses(card, "Approve")
    answers = {(await first.answer()).text, (await second.answer()).text}
    [won] = answers & {"Approved."}
    [lost] = answers - {won}
    assert lost.startswith(("Already approved by Ana", "Already approved by Ben"))
    late = await telegram.ben.taps(card, "Approve") if card.buttons else None
    assert late is None or late.alert
    assert telegram.states() == {"approved": 1}


async def test_reject_asks_who_tapped_and_takes_their_reply(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    await telegram.ana.taps(card, "Reject")
    waiting = await telegram.ana.sees(telegram.group, "Ana is rejecting this")
    assert "Duplicate" not in waiting.buttons and "Asked for twice" in waiting.buttons
    question = await telegram.ana.sees(telegram.group, "Ana: Please write the reason")
    assert question.keyboard == {"force_reply": True, "selective": True}
    await telegram.ben.says(telegram.group, "what is this about?", reply_to=question)
    await telegram.ana.says(telegram.group, "It was opened", reply_to=question)
    await telegram.ana.sees(telegram.group, "Rejected, with your reason.")
    await telegram.chris.sees(telegram.bot, "No refund: It was opened")
    await telegram.ana.sees(telegram.group, "Rejected by Ana")
    assert telegram.rows("SELECT reason, person FROM decision") == [("It was opened", "ana")]


async def test_an_offered_reason_is_one_tap(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    await telegram.ana.taps(card, "Reject")
    waiting = await telegram.ana.sees(telegram.group, "is rejecting", button="Asked for twice")
    await telegram.ben.taps(waiting, "Asked for twice")
    await telegram.chris.sees(telegram.bot, "No refund: Asked for twice")
    assert telegram.rows("SELECT reason, person FROM decision") == [("Asked for twice", "ben")]


async def test_more_shows_rarer_actions_and_the_conversation_as_a_file(telegram: TelegramHouse) -> None:
    card = await telegram.asks("my first line")
    await telegram.ana.taps(card, "More")
    await telegram.fake.until(lambda: "Back" in card.buttons)
    assert "Open in private" in card.buttons
    url = next(button["url"] for button in card.all_buttons() if "url" in button)
    assert url.startswith(f"https://t.me/{telegram.bot.user.username}?start=h_")
    await telegram.ana.taps(card, "Whole conversation")
    talk = await telegram.ana.sees(telegram.group, "The conversation behind", after=card)
    assert talk.reply_to is card and talk.media["document"]["file_name"].endswith(".txt")
    await telegram.ana.taps(card, "Back")
    await telegram.fake.until(lambda: "Approve" in card.buttons)
    answer = await telegram.otto.taps(card, "More")
    assert answer.alert and "not a reviewer" in answer.text


async def test_a_link_opens_the_request_in_private_and_both_copies_stay_true(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    [(handoff,)] = telegram.rows("SELECT id FROM handoff")
    await telegram.ana.starts(telegram.bot, f"h_{handoff}")
    mine = await telegram.ana.sees(telegram.bot, "refund please", button="Approve")
    await telegram.ana.taps(mine, "Approve")
    await telegram.ana.sees(telegram.bot, "Approved by Ana")
    await telegram.fake.until(lambda: "Approved by Ana" in card.text)
    assert card.buttons == [] and mine.buttons == []
    await telegram.otto.starts(telegram.bot, f"h_{handoff}")
    said = await telegram.otto.sees(telegram.bot, "")
    assert "refund please" not in said.text


async def test_a_forged_payload_is_refused_in_words(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    [(handoff,)] = telegram.rows("SELECT id FROM handoff")
    for data in ("", "h1:", f"h1:{handoff}:stop", "h1:nobody:approve", f"h1:{handoff}:expire", "x" * 64):
        tap = telegram.fake.forged_tap(telegram.ana, telegram.group, data, message=card)
        answer = await tap.answer()
        assert answer.alert and answer.text == "I do not know this button. Nothing happened.", data
    # The very payload of the button, but on a message that has no such button.
    other = await telegram.ana.says(telegram.group, "hello")
    tap = telegram.fake.forged_tap(telegram.ana, telegram.group, f"h1:{handoff}:approve", message=other)
    assert (await tap.answer()).alert
    assert telegram.states() == {"pending": 1}


async def test_a_word_in_reply_to_the_card_asks_for_a_tap(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    await telegram.ben.says(telegram.group, "Approve!", reply_to=card)
    asked = await telegram.ben.sees(telegram.group, "Do you mean", button="Approve")
    assert telegram.states() == {"pending": 1}, "a message alone decides nothing"
    await telegram.ben.says(telegram.group, "hm, what is this?", reply_to=card)
    await telegram.otto.says(telegram.group, "approve", reply_to=card)
    await telegram.otto.sees(telegram.group, "You are not a reviewer")
    await telegram.ben.taps(asked, "Approve")
    await telegram.chris.sees(telegram.bot, "Your refund is done.")
    await telegram.fake.until(lambda: "Approve" not in asked.buttons)
    assert "Approve" not in asked.buttons, "no live button stays"


async def test_an_edited_message_decides_nothing(telegram: TelegramHouse) -> None:
    await telegram.asks()
    [(handoff,)] = telegram.rows("SELECT id FROM handoff")
    said = await telegram.ana.says(telegram.group, "/help")
    await telegram.ana.sees(telegram.group, "I post here what needs a decision")
    await telegram.ana.edits(said, f"/approve {handoff}")
    await telegram.ana.says(telegram.group, "/pending")
    await telegram.ana.sees(telegram.group, "One request waits")
    assert telegram.states() == {"pending": 1}


async def test_typed_commands_decide_for_people_and_not_for_masks(telegram: TelegramHouse) -> None:
    await telegram.asks()
    [(handoff,)] = telegram.rows("SELECT id FROM handoff")
    telegram.fake.promote(telegram.group, telegram.ben, anonymous=True)
    await telegram.ben.says(telegram.group, f"/approve {handoff[:8]}")
    await telegram.ben.sees(telegram.group, "I cannot see who you are")
    assert telegram.states() == {"pending": 1}
    await telegram.ana.says(telegram.group, f"/reject@{telegram.bot.user.username} {handoff[:8]} too late")
    await telegram.chris.sees(telegram.bot, "No refund: too late")


async def test_a_channel_is_nobody_whoever_writes_as_it(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    [(handoff,)] = telegram.rows("SELECT id FROM handoff")
    board = telegram.fake.channel("Board", telegram.ana)
    telegram.fake.promote(telegram.group, telegram.bot)
    for said in (f"/approve {handoff}", f"/reject {handoff} no", "/pending", f"/handoff {handoff}"):
        typed = await telegram.ana.says(telegram.group, said, as_channel=board)
        await telegram.ana.sees(telegram.group, "I cannot see who you are", after=typed)
    typed = await telegram.ana.says(telegram.group, "approve", reply_to=card, as_channel=board)
    await telegram.ana.sees(telegram.group, "You are not a reviewer", after=typed)
    # Words that were asked of Ana are hers, and not those of a channel that she could write as.
    await telegram.ana.taps(card, "Reject")
    question = await telegram.ana.sees(telegram.group, "Please write the reason")
    await telegram.ana.says(telegram.group, "not by me", reply_to=question, as_channel=board)
    await telegram.ben.says(telegram.group, "/pending")
    await telegram.ben.sees(telegram.group, "One request waits")
    assert telegram.states() == {"rejecting": 1}
    people = telegram.rows("SELECT DISTINCT user_id FROM conversation WHERE place LIKE 'telegram:-%' ORDER BY 1")
    assert people == [("1002",), (f"chat{board.id}",)], "a channel is known by its own number and by nobody's"


async def test_what_a_linked_channel_posts_is_nobodys_word(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    [(handoff,)] = telegram.rows("SELECT id FROM handoff")
    telegram.fake.promote(telegram.group, telegram.bot)
    board = telegram.fake.channel("Board", telegram.ana)
    heard = telegram.rows("SELECT COUNT(*) FROM inbox")
    for text in (f"/approve {handoff}", "approve", f"@{telegram.bot.user.username} approve"):
        telegram.fake.linked_post(board, telegram.group, text, reply_to=card)
        await telegram.ana.says(board, text)
    await telegram.ben.says(telegram.group, "/help")
    await telegram.ben.sees(telegram.group, "I post here what needs a decision")
    assert telegram.states() == {"pending": 1}
    assert telegram.rows("SELECT COUNT(*) - 1 FROM inbox") == heard, "it is not even written down"


async def test_a_tap_of_an_anonymous_admin_carries_the_real_person(telegram: TelegramHouse) -> None:
    card = await telegram.asks()
    telegram.fake.promote(telegram.group, telegram.ben, anonymous=True)
    await telegram.ben.taps(card, "Approve")
    await telegram.ana.sees(telegram.group, "Approved by Ben")


async def test_cards_go_to_topics_and_answers_stay_there(open_telegram: Open, fake: TelegramFake) -> None:
    forum = fake.forum("Review", fake.user(1001, "Ana"))
    topic = fake.topic(forum, "Refunds")
    house = await open_telegram(group=forum, post=f'"telegram:{forum.id}/{topic.id}"')
    card = await house.asks()
    assert card.thread_id == topic.id
    await house.ana.taps(card, "Reject")
    question = await house.ana.sees(house.group, "Please write the reason")
    assert question.thread_id == topic.id
    # Every message of a topic names the topic's first one: that is no answer to anything.
    await house.ana.says(house.group, "lunch?", thread=topic.id)
    await asyncio.sleep(0.3)
    assert house.states() == {"rejecting": 1}
    await house.ana.says(house.group, "No receipt", reply_to=question, thread=topic.id)
    await house.chris.sees(house.bot, "No refund: No receipt")


async def test_nobody_decides_the_own_request(open_telegram: Open) -> None:
    house = await open_telegram(DIRECT)
    await house.ana.says(house.bot, "money for me")
    card = await house.ben.sees(house.group, "money for me", button="Approve")
    answer = await house.ana.taps(card, "Approve")
    assert answer.alert and "your own request" in answer.text
    await house.ben.taps(card, "Approve")
    await house.ana.sees(house.bot, "Your refund is done.")


def telegram_style(card: object, label: str) -> str:
    return next(button["style"] for button in card.all_buttons() if button["text"] == label)  # type: ignore[attr-defined]
