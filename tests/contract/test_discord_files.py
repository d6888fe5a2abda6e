"""Files of a talk: fetched from where Discord keeps them today, and uploaded by their contents."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from channels.base import ChannelError, Gone, Rejected, RetryAfter, Unreachable
from channels.discord import files
from channels.views import Attachment, Content, FilesView
from tests.contract.discord_talk import Talk, on_stage, ref_of
from tests.fakes.discord.messages import Message
from tests.fakes.discord.rights import Right


@pytest.fixture
async def talk() -> AsyncIterator[Talk]:
    async with on_stage() as made:
        yield made


async def sent(talk: Talk, data: bytes = b"picture") -> tuple[Message, Attachment]:
    """Chris sends a file."""
    said = await talk.chris.says(talk.fake.bot, "here", files={"proof.png": data})
    return said, (await talk.hears("here")).attachments[0]


def shown(talk: Talk) -> list[tuple[str, list[str]]]:
    """What the bot posted among the reviewers: texts and files."""
    return [(one.text, [file.upload.name for file in one.attachments]) for one in talk.desk.live()]


def content(name: str, size: int = 1) -> Content:
    return Content(name, "text/plain", b"x" * size)


# --- fetching ---------------------------------------------------------------------------------------------------------


async def test_a_file_is_fetched_from_where_it_lies_today(talk: Talk) -> None:
    said, file = await sent(talk)
    assert await talk.account.fetch(file) == b"picture"
    [old] = said.attachments
    del talk.fake.world.attachments[old.path]
    new = replace(old, channel_id=1)
    said.attachments = [new]
    talk.fake.world.attachments[new.path] = new
    assert await talk.account.fetch(file) == b"picture"


async def test_a_file_that_is_there_no_more_is_gone(talk: Talk) -> None:
    said, file = await sent(talk)
    for other in (replace(file, ref="nothing"), replace(file, account="another"), replace(file, channel="telegram")):
        with pytest.raises(Gone):
            await talk.account.fetch(other)
    assert not talk.fake.called("get_message"), "of files of others nothing is asked"
    kept = talk.fake.world.attachments.pop(said.attachments[0].path)
    with pytest.raises(Gone):
        await talk.account.fetch(file)
    talk.fake.world.attachments[kept.path] = kept
    said.attachments = []
    with pytest.raises(Gone):
        await talk.account.fetch(file)
    talk.fake.delete_message(said)
    with pytest.raises(Gone):
        await talk.account.fetch(file)


async def test_a_file_that_is_too_large_is_not_even_asked_for(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    _, file = await sent(talk, b"x" * 300_000)
    assert files.MOST_FETCHED == 25 * 2**20
    with pytest.raises(Rejected):
        await talk.account.fetch(replace(file, size=files.MOST_FETCHED + 1))
    assert not talk.fake.called("get_message")
    monkeypatch.setattr(files, "MOST_FETCHED", 299_999)
    with pytest.raises(Rejected):
        await talk.account.fetch(replace(file, size=0))
    monkeypatch.setattr(files, "MOST_FETCHED", 300_000)
    assert len(await talk.account.fetch(file)) == 300_000


async def test_where_files_are_kept_may_be_away(talk: Talk) -> None:
    said, file = await sent(talk)
    said.attachments = [replace(said.attachments[0], address="http://127.0.0.1:1")]
    with pytest.raises(Unreachable):
        await talk.account.fetch(file)
    talk.fake.faults.broken_json("get_message")
    with pytest.raises(Unreachable):
        await talk.account.fetch(file)


# --- showing ----------------------------------------------------------------------------------------------------------


async def test_contents_are_uploaded_together(talk: Talk) -> None:
    asked = await talk.ana.says(talk.desk, "which?")
    view = FilesView("From *Chris*", contents=(content("a.txt"), content("b.txt")), reply_to=ref_of(asked))
    ref = await talk.account.post_files(talk.place, view, "key")
    assert shown(talk) == [("which?", []), (r"From \*Chris\*", ["a.txt", "b.txt"])]
    message = talk.desk.live()[-1]
    assert ref == ref_of(message) and message.reply_to is asked and not message.pinged
    answer = await talk.ana.says(talk.desk, "thank you", reply_to=message)
    assert (await talk.hears("thank you")).reply_to == ref, "a reply names it as we do"
    assert answer.reply_to is message


async def test_a_file_that_cannot_be_shown_is_named(talk: Talk) -> None:
    said, file = await sent(talk)
    await talk.account.post_files(talk.place, FilesView("From Chris", (replace(file, size=9 * 2**20),)), "large")
    talk.fake.delete_message(said)
    await talk.account.post_files(talk.place, FilesView("From Chris", (file,)), "gone")
    named = [("From Chris\n📎 proof.png", [])] * 2
    assert shown(talk) == named
    await talk.account.post_files(talk.place, FilesView("From Chris: film.mov, 80 MB"), "a name")
    await talk.account.post_files(talk.place, FilesView("From Chris", (replace(file, channel="telegram"),)), "foreign")
    assert shown(talk) == [*named, ("From Chris: film.mov, 80 MB", [])]


async def test_no_message_has_more_files_than_discord_takes(talk: Talk) -> None:
    many = FilesView("many", contents=tuple(content(f"{number}.txt") for number in range(23)))
    await talk.account.post_files(talk.place, many, "many")
    assert [(text, len(names)) for text, names in shown(talk)] == [("many", 10), ("", 10), ("", 3)]
    talk.desk.messages.clear()
    large = FilesView("large", contents=tuple(content(f"{number}.txt", 4 * 2**20) for number in range(5)))
    await talk.account.post_files(talk.place, large, "large")
    assert [len(names) for _, names in shown(talk)] == [2, 2, 1]


async def test_files_are_shown_once_per_key(talk: Talk) -> None:
    _, file = await sent(talk)
    view = FilesView("From Chris", (file,), (content("a.txt"),))
    talk.fake.faults.drop_after("create_message")
    for _ in range(3):
        with contextlib.suppress(ChannelError):
            await talk.account.post_files(talk.place, view, "key")
    assert shown(talk) == [("From Chris", ["proof.png"]), ("", ["a.txt"])]
    await talk.account.post_files(talk.place, view, "another key")
    assert len(shown(talk)) == 4


async def test_what_is_refused_in_the_middle_goes_on_there(talk: Talk) -> None:
    """Minutes later, when Discord has forgotten what it knew by its nonce."""
    talk.fake.limits.nonce_life = 0.0
    view = FilesView("many", contents=tuple(content(f"{number}.txt") for number in range(11)))
    talk.fake.faults.flood(30.0, "create_message", spared=1)
    with pytest.raises(RetryAfter):
        await talk.account.post_files(talk.place, view, "key")
    await talk.account.post_files(talk.place, view, "key")
    assert [len(names) for _, names in shown(talk)] == [10, 1]


async def test_a_file_that_discord_refuses_is_rejected_and_texts_go_on(talk: Talk) -> None:
    with pytest.raises(Rejected):
        await talk.account.post_files(talk.place, FilesView("", contents=(content("a", 11 * 2**20),)), "large")
    talk.fake.deny(talk.desk, talk.guild.roles[talk.guild.id], Right.ATTACH_FILES)
    with pytest.raises(Gone):
        await talk.account.post_files(talk.place, FilesView("", contents=(content("a"),)), "no right")
    await talk.card()
    assert shown(talk) == [("a card", [])]
