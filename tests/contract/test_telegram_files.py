"""Files of talks on Telegram: fetched with their contents, and shown by id or by contents, together where it can be."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from channels.base import Gone, MessageRef, Rejected, RetryAfter, Unreachable
from channels.views import Attachment, Content, FilesView
from tests.contract.telegram_account import Account, account
from tests.fakes.telegram.messages import Message

PDF, PICTURE = Content("offer.pdf", "application/pdf", b"%PDF-1"), Content("a.png", "image/png", b"\x89PNG\r\n")
TEXT = Content("a b.txt", "text/plain", b"hello")


@pytest.fixture
async def post() -> AsyncIterator[Account]:
    async with account() as made:
        yield made


# --- fetching -----------------------------------------------------------------------------------------------------


async def sent(post: Account, **more: object) -> Attachment:
    """What the account hears of a file of Chris's."""
    await post.chris.sends_document(post.fake.bot, "bill.pdf", b"%PDF-2", **more)  # type: ignore[arg-type]
    [*_, heard] = await post.hears(len(post.house.heard) + 1)
    return heard.attachments[0]


async def test_a_file_is_fetched(post: Account) -> None:
    assert await post.channel.fetch(await sent(post)) == b"%PDF-2"


async def test_what_no_bot_is_given_is_not_tried(post: Account) -> None:
    large = await sent(post, size=(20 << 20) + 1)
    for file in (large, replace(large, size=0), replace(await sent(post), account="other")):
        with pytest.raises(Rejected):
            await post.channel.fetch(file)
    assert len(post.fake.called("getFile")) == 1, "only the one whose size was not known was asked for"


async def test_a_file_that_is_gone(post: Account) -> None:
    file = await sent(post)
    with pytest.raises(Gone):
        await post.channel.fetch(replace(file, ref="nonsense"))
    post.fake.faults.status(404, "file")
    with pytest.raises(Gone) as gone:
        await post.channel.fetch(file)
    assert post.fake.token not in f"{gone.value} {gone.value.__cause__}"
    post.fake.lose_file(next(one for one in post.chris.chat(post.fake.bot).live() if one.media))
    with pytest.raises(Gone):
        await post.channel.fetch(file)


async def test_trouble_on_the_way_is_told(post: Account) -> None:
    file = await sent(post)
    for arm, error in (
        (lambda faults: faults.status(500, "getFile"), Unreachable),
        (lambda faults: faults.flood(3, "getFile"), RetryAfter),
        (lambda faults: faults.status(502, "file"), Unreachable),
        (lambda faults: faults.drop_before("file", 2), Unreachable),  # the client asks again by itself
        (lambda faults: faults.flood(3, "file"), RetryAfter),
    ):
        arm(post.fake.faults)
        with pytest.raises(error):
            await post.channel.fetch(file)
    assert await post.channel.fetch(file) == b"%PDF-2"


async def test_with_a_token_that_was_revoked_nothing_is_lost(post: Account) -> None:
    file = await sent(post)
    post.fake.revoke()
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await post.channel.fetch(file)
    assert len(post.fake.called("getFile")) <= 1


# --- showing ------------------------------------------------------------------------------------------------------


async def shown(post: Account, view: FilesView, key: str = "1") -> list[Message]:
    """What a view becomes in the forum; the first one is what the channel answers with."""
    before = len(post.forum.live())
    ref = await patiently(post, view, key)
    messages = post.forum.live()[before:]
    assert post.message(ref) is messages[0]
    return messages


async def patiently(post: Account, view: FilesView, key: str) -> MessageRef:
    """Post files, again under the same key as long as it is not their turn."""
    while True:
        try:
            return await post.channel.post_files(post.desk, view, key)
        except RetryAfter as later:
            await post.clock.sleep(later.seconds)


def data_of(post: Account, message: Message) -> bytes:
    media = next(iter(message.media.values()))
    found = media[0] if isinstance(media, list) else media
    return post.fake.world.files.by_id[found["file_id"]].upload.data


def kinds(messages: list[Message]) -> list[str]:
    return [next(iter(one.media), "text") for one in messages]


async def test_contents_are_shown_with_their_names(post: Account) -> None:
    [document] = await shown(post, FilesView("From Chris", contents=(PDF,)))
    assert (document.text, document.media["document"]["file_name"]) == ("From Chris", "offer.pdf")
    assert data_of(post, document) == b"%PDF-1"
    [photo] = await shown(post, FilesView("", contents=(PICTURE,)))
    assert "photo" in photo.media and data_of(post, photo) == PICTURE.data
    large = Content("b.jpg", "image/jpeg", b"\xff\xd8\xff" + bytes(10 << 20))
    assert kinds(await shown(post, FilesView("", contents=(large,)))) == ["document"]
    assert len(post.fake.called("sendPhoto")) == 1, "what is too large for a photo is not tried as one"


async def test_several_are_albums_of_their_kind(post: Account) -> None:
    asked = await post.ana.says(post.forum, "the bills?")
    reply = f"{post.forum.id}/{asked.id}"
    pictures = [replace(PICTURE, name=f"{number}.png") for number in range(11)]
    messages = await shown(post, FilesView("All", contents=(PDF, TEXT, *pictures), reply_to=reply))
    assert kinds(messages) == ["document"] * 2 + ["photo"] * 11
    assert [one.text for one in messages] == ["All"] + [""] * 12
    assert [one.reply_to for one in messages[:3]] == [asked, asked, None], "an album replies as one"
    albums = [one.album for one in messages]
    assert len({*albums[:2]}) == 1 and len({*albums[2:12]}) == 1 and albums[12] is None and albums[0] != albums[2]


async def test_files_of_the_account_and_contents_are_shown_together(post: Account) -> None:
    bill = await sent(post)
    await post.chris.sends_photo(post.fake.bot)
    await post.chris.sends_voice(post.fake.bot)
    heard = await post.hears(3)
    own = (bill, *heard[1].attachments, *heard[2].attachments, *heard[2].attachments)
    other = Attachment("discord", "default", "1/2/3", "document", "elsewhere.pdf")
    messages = await shown(post, FilesView("From Chris", (*own, other), (PICTURE, replace(PDF, data=b""))))
    assert kinds(messages) == ["document", "photo", "voice", "voice", "photo"]
    assert {one.album for one in messages} == {None}, "voice notes are no album"
    assert messages[0].text == "From Chris\n📎 elsewhere.pdf\n📎 offer.pdf"
    [named] = await shown(post, FilesView("From Chris", (other,)), "2")
    assert named.text == "From Chris\n📎 elsewhere.pdf"
    assert await post.channel.post_files(post.desk, FilesView("nothing"), "3") == ""


async def test_a_caption_that_is_too_long_comes_first(post: Account) -> None:
    long = "word " * 400
    messages = await shown(post, FilesView(long, contents=(PDF,)))
    assert kinds(messages) == ["text", "document"] and messages[0].text == long.strip() and not messages[1].text


async def test_a_picture_that_is_no_photo_to_telegram_is_a_document(post: Account) -> None:
    broken = Content("a.png", "image/png", b"not really")
    messages = await shown(post, FilesView("See", contents=(PICTURE, broken)))
    assert kinds(messages) == ["document"] * 2 and messages[0].text == "See"
    assert [data_of(post, one) for one in messages] == [PICTURE.data, broken.data]


async def test_a_repetition_goes_on_behind_what_is_out(post: Account) -> None:
    view = FilesView("All", contents=(PDF, TEXT, PICTURE))
    post.fake.faults.flood(3, "sendPhoto")
    with pytest.raises(RetryAfter):
        await post.channel.post_files(post.desk, view, "1")
    ref = await post.channel.post_files(post.desk, view, "1")
    assert kinds(post.forum.live()[-3:]) == ["document", "document", "photo"]
    assert len(post.forum.live()) == 3 and post.message(ref) is post.forum.live()[0]


async def test_albums_keep_to_the_pace_of_a_group(post: Account) -> None:
    post.fake.limits.floods = True
    album = FilesView("", contents=tuple(replace(PDF, name=f"{number}.pdf") for number in range(10)))
    for number in range(8):
        await patiently(post, FilesView("a", contents=(PDF,)) if number % 3 else album, f"{number}")
    assert post.fake.limits.refused == 0
