"""Files in mails, by either provider: whole, under their names, the same bytes each time; what has no room is named."""

import base64
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any, cast

import pytest

from bot.i18n import Locales
from channels.base import Gone, MessageRef, Rejected, Unreachable
from channels.email.channel import Email, Surroundings
from channels.email.letter import Post
from channels.email.resend_post import ResendPost
from channels.email.settings import EmailSettings
from channels.email.smtp_post import SmtpPost
from channels.views import Attachment, Content, FilesView, TextView
from tests.fakes.resend_api import ResendFake, resend_fake
from tests.fakes.shelf import PDF, PNG
from tests.fakes.smtp_server import SmtpFake, smtp_fake

SENDER, PLACE = "Acme <approvals@example.com>", "email:ana@example.com"
VIEW = FilesView(
    "From the customer, for abcdef",
    contents=(
        Content("Käse.png", "image/png", PNG),
        Content("b.pdf", "application/pdf", PDF),
        Content("c.txt", "text/plain", b"Gr\xfc\xdfe\r\n.\r\nFrom x"),
    ),
)
Sent = list[tuple[str, Mapping[str, tuple[str, bytes]]]]
"""The text of each mail, and its files: name to media type and contents."""


class Nobody:
    """Everything that the channel knows of people and links, where there is nobody."""

    def reader(self, address: str) -> None:
        return None


@dataclass
class Ground:
    """The mail channel on one provider; `sent` reads what arrived there."""

    email: Email
    sent: Callable[[], Sent]
    post: Post
    lose_the_answer: Callable[[], None]
    most_bytes: Callable[[int], None]


def _of_resend(fake: ResendFake) -> Sent:
    def files(body: Mapping[str, Any]) -> Mapping[str, tuple[str, bytes]]:
        return {
            one["filename"]: (one["content_type"], base64.b64decode(one["content"]))
            for one in body.get("attachments", [])
        }

    return [(one.body["text"], files(one.body)) for one in fake.emails]


def _bytes(part: Any) -> bytes:
    return cast(bytes, part.get_payload(decode=True))


def _of_smtp(fake: SmtpFake) -> Sent:
    def files(mail: EmailMessage) -> Mapping[str, tuple[str, bytes]]:
        parts = mail.iter_attachments()
        return {
            str(part.get_filename()): (part.get_content_type(), cast(bytes, part.get_payload(decode=True)))
            for part in parts
        }

    def text(mail: EmailMessage) -> str:
        body = mail.get_body(("plain",))
        assert body and mail.get_body(("html",))
        return str(body.get_content())

    return [(text(mail), files(mail)) for mail in fake.mails]


@pytest.fixture(params=["resend", "smtp"])
async def ground(request: pytest.FixtureRequest) -> AsyncIterator[Ground]:
    post: Post
    async with AsyncExitStack() as stack:
        settings = EmailSettings(request.param, SENDER, "http://127.0.0.1:1")
        if request.param == "resend":
            fake = await stack.enter_async_context(resend_fake())
            settings = EmailSettings("resend", SENDER, api_key=fake.api_key, api_base=fake.address)
            post = ResendPost(settings)

            def limit(most: int, fake: ResendFake = fake) -> None:
                fake.most_bytes = most

            sent, lose = lambda: _of_resend(fake), lambda: fake.faults.append("lose the answer")
        else:
            server = await stack.enter_async_context(smtp_fake(50_000))
            settings = EmailSettings("smtp", SENDER, smtp_url=server.url())
            post = SmtpPost(settings)

            def limit(most: int) -> None:
                """It is that server's own."""

            sent, lose = lambda: _of_smtp(server), lambda: server.refusals.setdefault("DROP", []).append("now")
        parts: list[Any] = [Nobody(), None, None, None, Locales(strict=True).text, None, ("en",)]
        email = Email(settings, cast(Any, Surroundings)(*parts), post)
        yield Ground(email, sent, post, lose, limit)
        await post.close()


async def test_files_go_out_whole_and_under_their_names(ground: Ground) -> None:
    assert await ground.email.post_files(PLACE, VIEW, "key.1")
    [(text, files)] = ground.sent()
    assert text.strip() == VIEW.caption
    assert files == {content.name: (content.media_type, content.data) for content in VIEW.contents}


async def test_what_has_no_room_is_named(ground: Ground) -> None:
    cast(Any, ground.post).room = 2500
    await ground.email.post_files(PLACE, VIEW, "key.1")
    [(text, files)] = ground.sent()
    assert set(files) == {"Käse.png", "c.txt"}
    assert "b.pdf is not attached:" in text


async def test_a_provider_that_takes_less_gets_the_names(ground: Ground) -> None:
    ground.most_bytes(50_000)
    large = FilesView("caption", contents=(Content("large.bin", "application/octet-stream", b"." * 60_000),))
    assert await ground.email.post_files(PLACE, large, "key.1")
    [(text, files)] = ground.sent()
    assert files == {} and "large.bin is not attached:" in text


async def test_what_was_not_brought_is_in_the_caption_and_what_lies_elsewhere_is_named(ground: Ground) -> None:
    await ground.email.post_files(PLACE, FilesView("caption", (Attachment("x", "y", "z", name="a.pdf"),)), "key.1")
    assert [(text.split(), files) for text, files in ground.sent()] == [(["caption", "a.pdf"], {})]


async def test_a_mail_is_the_same_each_time_it_is_made(ground: Ground) -> None:
    if isinstance(ground.post, ResendPost):
        ground.lose_the_answer()
        with pytest.raises(Unreachable):
            await ground.email.post_files(PLACE, VIEW, "key.1")
        await ground.email.post_files(PLACE, VIEW, "key.1")
        fewer = FilesView(VIEW.caption, contents=VIEW.contents[:1])
        assert await ground.email.post_files(PLACE, fewer, "key.1") == "", (
            "the mail is out, and stays the one that it is"
        )
        assert len(ground.sent()) == 1
    else:
        assert isinstance(ground.post, SmtpPost)
        letter = ground.email._composer.files("ana@example.com", "en", VIEW, 10**6, "key.1")
        bare = ground.email._composer.files("ana@example.com", "en", FilesView("caption"), 10**6, "key.1")
        for one in (letter, bare):
            first, second = (ground.post._message(one) for _ in range(2))
            del first["Date"], second["Date"]
            assert first.as_bytes() == second.as_bytes()


async def test_a_mail_has_no_rooms_no_edits_and_nothing_to_fetch(ground: Ground) -> None:
    assert await ground.email.open_room(PLACE, MessageRef("1"), "A talk", "key") == PLACE
    await ground.email.close_room(PLACE)
    with pytest.raises(Rejected, match="a mail cannot be edited"):
        await ground.email.edit_text(PLACE, MessageRef("1"), TextView("other words"))
    with pytest.raises(Gone):
        await ground.email.fetch(Attachment("email", "default", "1"))
    assert ground.sent() == []
