"""What a talk needs of Telegram: every message by its name, what it replies to, edits, rooms that are heard whole."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiogram.types import Update, User
from pydantic import ValidationError

from channels.base import Gone, Inbound, MessageRef, Rejected
from channels.telegram.hearing import Ear
from channels.telegram.places import Places
from channels.telegram.settings import DEFAULT
from channels.views import Button, Content, FilesView, TextView
from tests.contract.any_cards import NOON
from tests.contract.telegram_account import Account, Notebook, account

PDF, PICTURE = Content("offer.pdf", "application/pdf", b"%PDF-1"), Content("a.png", "image/png", b"\x89PNG\r\n")
STATUS = TextView("You talk with Chris.", (Button("/handback", "Give back"), Button("Hello!", "Say hello")))


@pytest.fixture
async def post() -> AsyncIterator[Account]:
    async with account() as made:
        yield made


# --- who and what is heard ----------------------------------------------------------------------------------------


async def test_a_reply_names_what_it_answers_as_that_was_named(post: Account) -> None:
    bot = post.fake.bot
    said = await post.channel.post_text(post.private, TextView("Which order?"), "1")
    file = await post.channel.post_files(post.private, FilesView("our offer", contents=(PDF,)), "2")
    picture = await post.channel.post_files(post.private, FilesView("", contents=(PICTURE,)), "3")
    first = await post.chris.says(bot, "order 17", reply_to=post.message(said))
    await post.chris.sends_document(bot, reply_to=first)
    heard = await post.hears(2)
    own = [
        one for one in post.chris.chat(bot).live() if one.media.get("document", {}).get("file_name") == "receipt.pdf"
    ]
    for message in (post.message(file), post.message(picture), own[0]):
        await post.chris.says(bot, "this one", reply_to=message)
    heard = await post.hears(5)
    assert [one.reply_to for one in heard] == [said, heard[0].ref, file, picture, heard[1].ref]
    assert [one.ref for one in heard[:2]] == [f"2001/{first.id}", f"2001/{own[0].id}"]
    assert file.endswith("f") and not picture.endswith("f"), "what is edited by its caption says so"


async def test_an_edit_is_heard_as_the_new_text_of_what_was_heard(post: Account) -> None:
    first = await post.chris.says(post.fake.bot, "order 17")
    photo = await post.chris.sends_photo(post.fake.bot, caption="broken")
    await post.hears(2)
    post.clock.moment += timedelta(hours=1)
    await post.chris.edits(first, "order 18")
    await post.chris.edits(photo, "broken, see?")
    *before, words, caption = await post.hears(4)
    assert [(one.text, one.is_edit) for one in (words, caption)] == [("order 18", True), ("broken, see?", True)]
    assert [one.ref for one in before] == [words.ref, caption.ref] and caption.attachments
    assert len({one.update_id for one in (*before, words, caption)}) == 4
    assert words.at == NOON + timedelta(hours=1), "an edit is as old as its text"
    assert not any(one.is_edit for one in before)


async def test_an_edit_in_a_group_is_heard_as_the_message_would_be(post: Account) -> None:
    talk = await post.ana.says(post.forum, "just talking")
    await post.ana.edits(talk, "still talking")
    asked = await post.ana.says(post.forum, "/pending")
    await post.ana.edits(asked, "/pending all")
    heard = await post.hears(2)
    assert [(one.text, one.is_edit) for one in heard] == [("/pending", False), ("/pending all", True)]


async def test_in_a_room_everything_of_people_is_heard_and_elsewhere_nothing_more(post: Account) -> None:
    fake, ana, forum = post.fake, post.ana, post.forum
    room, other = fake.topic(forum, "Chris"), fake.topic(forum, "Lunch")
    place = f"{post.desk}/{room.id}"
    post.rooms.add(place)
    first = await ana.says(forum, "who takes this?", thread=room.id)
    await ana.says(forum, "I do", reply_to=first)
    await ana.edits(first, "who takes it?")
    lunch = await ana.says(forum, "pizza?", thread=other.id)
    await ana.says(forum, "yes", reply_to=lunch)
    await ana.says(forum, "/stats@other_bot", thread=room.id)
    await ana.says(forum, "/pending@assent_bot", reply_to=lunch)
    fake.close_topic(forum, room)
    await ana.sends_voice(forum, thread=room.id)
    fake.promote(forum, ana, anonymous=True)
    await ana.says(forum, "as the group", thread=room.id)
    heard = await post.hears(6)
    named = MessageRef(f"{forum.id}/{first.id}")
    assert [(one.text, one.place, one.reply_to) for one in heard] == [
        ("who takes this?", place, ""),
        ("I do", place, named),
        ("who takes it?", place, ""),
        ("/pending@assent_bot", f"{post.desk}/{other.id}", ""),
        ("", place, ""),
        ("as the group", place, ""),
    ]
    assert heard[4].attachments and heard[5].user_id == f"chat{forum.id}"


async def test_a_reply_to_our_message_is_heard_in_any_topic(post: Account) -> None:
    topic = post.fake.topic(post.forum, "Cards")
    said = await post.channel.post_text(f"{post.desk}/{topic.id}", TextView("A card."), "1")
    await post.ana.says(post.forum, "approve", reply_to=post.message(said))
    [heard] = await post.hears(1)
    assert (heard.reply_to, heard.place) == (said, f"{post.desk}/{topic.id}")


async def test_an_edit_that_only_a_newer_library_can_read_is_heard(post: Account) -> None:
    chat, user = {"id": 2001, "type": "private"}, {"id": 2001, "is_bot": False, "first_name": "Chris"}
    raw = {"update_id": 9, "edited_message": {
        "message_id": 5, "date": 1_790_000_000, "edit_date": 1_790_000_100, "chat": chat, "from": user,
        "text": "order 18", "paid_media": {"star_count": "a new kind"},
    }}  # fmt: skip
    with pytest.raises(ValidationError):
        Update.model_validate(raw)
    me = User(id=7, is_bot=True, first_name="Assent", username="assent_bot")
    heard = Ear(DEFAULT, me, Places("telegram", Notebook()), lambda place: False).read(raw, NOON)
    assert isinstance(heard, Inbound) and (heard.text, heard.is_edit, heard.ref) == ("order 18", True, "2001/5")
    where = {"latitude": 1.0, "longitude": 2.0, "live_period": 60}
    moving = {**raw["edited_message"], "location": where}  # type: ignore[dict-item]
    del moving["text"], moving["paid_media"]
    assert Ear(DEFAULT, me, Places("telegram", Notebook()), lambda place: False).read(
        {"update_id": 10, "edited_message": moving}, NOON
    ) is None  # fmt: skip


async def test_edits_are_asked_for(post: Account) -> None:
    await post.chris.says(post.fake.bot, "hello")
    await post.hears(1)
    assert "edited_message" in (post.fake.bot.queue.allowed or ())


# --- texts --------------------------------------------------------------------------------------------------------


async def test_a_text_replies_to_what_is_there(post: Account) -> None:
    asked = await post.chris.says(post.fake.bot, "order 17")
    [heard] = await post.hears(1)
    said = await post.channel.post_text(post.private, TextView("It is on its way.", reply_to=heard.ref), "1")
    assert post.message(said).reply_to is asked
    long = TextView("One. " * 1500, reply_to=heard.ref)
    last = post.message(await post.channel.post_text(post.private, long, "2"))
    pieces = [one for one in post.chris.chat(post.fake.bot).live() if one.text.startswith("One.")]
    assert [one.reply_to for one in pieces] == [asked, None] and pieces[-1] is last
    post.fake.delete_message(asked)
    for gone in (heard.ref, "-4000001/7", "12/34/5"):
        said = await post.channel.post_text(post.private, TextView("Anything else?", reply_to=gone), f"3{gone}")
        assert post.message(said).reply_to is None


async def test_a_text_is_edited_with_its_buttons(post: Account) -> None:
    ref = await post.channel.post_text(post.private, TextView("One moment."), "1")
    message = post.message(ref)
    await post.channel.edit_text(post.private, ref, STATUS)
    assert (message.text, message.buttons) == ("You talk with Chris.", ["Give back", "Say hello"])
    await post.channel.edit_text(post.private, ref, STATUS)  # unchanged
    await post.channel.edit_text(post.private, ref, TextView("x" * 5000))
    assert message.text == "x" * 4095 + "…" and not message.buttons
    with pytest.raises(Rejected):
        await post.channel.edit_text(post.private, ref, TextView(" "))
    post.fake.delete_message(message)
    with pytest.raises(Gone):
        await post.channel.edit_text(post.private, ref, STATUS)
    for other in ("-4000001/7", "nonsense"):
        with pytest.raises(Gone):
            await post.channel.edit_text(post.private, MessageRef(other), STATUS)


async def test_what_stands_under_a_file_is_edited(post: Account) -> None:
    for number, content in enumerate((PDF, PICTURE)):
        ref = await post.channel.post_files(post.private, FilesView("our offer", contents=(content,)), f"{number}")
        await post.channel.edit_text(post.private, ref, TextView("y" * 2000))
        assert post.message(ref).text == "y" * 1023 + "…"


# --- buttons ------------------------------------------------------------------------------------------------------


async def test_a_button_says_its_token_and_a_command_may_be_given_again(post: Account) -> None:
    message = post.message(await post.channel.post_text(post.private, STATUS, "1"))
    assert (await post.chris.taps(message, "Give back")).text == "Give back"
    await post.end()
    await post.begin()
    await post.chris.taps(message, "Say hello")
    await post.chris.taps(message, "Give back")
    heard = await post.hears(3)
    assert [(one.text, one.ref) for one in heard] == [("/handback", ""), ("Hello!", ""), ("/handback", "")]
    assert message.buttons == ["Give back", "Say hello"]


async def test_an_answer_is_given_once(post: Account) -> None:
    offers = (Button("Yes, please", "Yes"), Button("No", "No"), Button("x" * 62, "Long"), Button("No" * 40, "No" * 40))
    message = post.message(await post.channel.post_text(post.private, TextView("Sure?", offers), "1"))
    data = [button["callback_data"] for button in message.all_buttons()]
    assert data == ["s2:Yes, please", "s1:1", "s1:2", "s1:3"], "what is said as labelled was so in earlier releases"
    await post.chris.taps(message, "Yes")
    [heard] = await post.hears(1)
    assert heard.text == "Yes, please"
    assert await post.fake.until(lambda: not message.buttons)


async def test_nobody_can_make_a_button_say_what_it_does_not(post: Account) -> None:
    message = post.message(await post.channel.post_text(post.private, STATUS, "1"))
    tap = post.fake.forged_tap(post.chris, post.chris.chat(post.fake.bot), "s2:/approve 17", message)
    assert (await tap.answer()).alert
    assert post.house.heard == [] and post.house.taps[0].token == ""
