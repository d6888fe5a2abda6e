"""The real `resend` and `aiosmtplib` clients against servers that refuse what the providers refuse."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import resend

from channels.base import ChannelError, Gone, MessageRef, Rejected, RetryAfter, Unconfirmed, Unreachable
from channels.email.letter import Letter, Locked, Repeated
from channels.email.resend_post import ResendPost
from channels.email.settings import EmailSettings
from channels.email.smtp_post import SmtpPost
from tests.fakes.resend_api import Refused, ResendFake, resend_fake
from tests.fakes.smtp_server import SmtpFake, smtp_fake

SENDER = "Acme <approvals@example.com>"
LETTER = Letter("ana@example.com", "Zusage: 2.150 €", "Hello\n", "<p>Hello</p>", "<one@example.com>", tags={"a": "b"})


@pytest.fixture
async def fake() -> AsyncIterator[ResendFake]:
    async with resend_fake() as server:
        yield server


@pytest.fixture
async def post(fake: ResendFake) -> AsyncIterator[ResendPost]:
    made = ResendPost(EmailSettings("resend", SENDER, api_key=fake.api_key, api_base=fake.address))
    yield made
    await made.close()


@pytest.fixture
async def server() -> AsyncIterator[SmtpFake]:
    async with smtp_fake() as running:
        yield running


def by_smtp(server: SmtpFake, **changes: Any) -> SmtpPost:
    return SmtpPost(EmailSettings("smtp", SENDER, smtp_url=changes.get("url", server.url())))


async def test_a_mail_reaches_resend_as_it_was_made(fake: ResendFake, post: ResendPost) -> None:
    ref = await post.send(replace(LETTER, thread="<root@example.com>"), "key.1")
    [email] = fake.emails
    assert (email.id, email.key, email.to) == (ref, "key.1", "ana@example.com")
    assert email.body["html"] == "<p>Hello</p>"
    assert email.body["headers"]["In-Reply-To"] == email.body["headers"]["References"] == "<root@example.com>"
    assert await post.message_id(ref) == email.message_id


async def test_one_key_is_one_mail(fake: ResendFake, post: ResendPost) -> None:
    fake.faults = ["lose the answer"]
    with pytest.raises(Unreachable):
        await post.send(LETTER, "key.1")
    assert await post.send(LETTER, "key.1") == fake.emails[0].id
    with pytest.raises(Repeated):
        await post.send(replace(LETTER, text="Something else"), "key.1")
    assert len(fake.emails) == 1


async def test_a_try_beside_another_under_the_key_waits(fake: ResendFake, post: ResendPost) -> None:
    fake.faults = ["slow"]
    first = asyncio.create_task(post.send(LETTER, "key.1"))
    await asyncio.sleep(0.1)
    with pytest.raises(RetryAfter):
        await post.send(LETTER, "key.1")
    await first
    assert len(fake.emails) == 1


@pytest.mark.parametrize(
    ("status", "name", "expected"),
    [
        (429, "daily_quota_exceeded", RetryAfter), (401, "missing_api_key", Locked), (403, "invalid_api_key", Locked),
        (401, "restricted_api_key", Locked), (500, "application_error", Unreachable), (503, "outage", Unreachable),
        (422, "validation_error", Rejected), (403, "validation_error", Rejected), (451, "security_error", Rejected),
        (409, "invalid_idempotent_request", Repeated), (409, "concurrent_idempotent_requests", RetryAfter),
    ],
)  # fmt: skip
async def test_each_error_of_resend_has_its_meaning(
    fake: ResendFake, post: ResendPost, status: int, name: str, expected: type[ChannelError]
) -> None:
    fake.faults = [Refused(status, name, "no")]
    with pytest.raises(ChannelError) as raised:
        await post.send(LETTER, "key.1")
    assert type(raised.value) is expected
    assert fake.api_key not in str(raised.value)
    await post.send(LETTER, "key.1")
    assert len(fake.emails) == 1


async def test_a_limit_is_waited_for_as_long_as_resend_says(fake: ResendFake, post: ResendPost) -> None:
    fake.per_second = 1
    await post.send(LETTER, "key.1")
    with pytest.raises(RetryAfter) as later:
        await post.send(LETTER, "key.2")
    assert later.value.seconds == 1


async def test_what_resend_would_not_take_is_refused_for_good(fake: ResendFake, post: ResendPost) -> None:
    for letter in (replace(LETTER, to="ana"), replace(LETTER, to="änä@example.com"), replace(LETTER, subject="a\nb"),
                   replace(LETTER, tags={"a b": "c"})):  # fmt: skip
        with pytest.raises(Rejected):
            await post.send(letter, "key.1")
    stranger = ResendPost(
        EmailSettings("resend", "Acme <a@elsewhere.org>", api_key=fake.api_key, api_base=fake.address)
    )
    with pytest.raises(Rejected):
        await stranger.send(LETTER, "key.1")
    await stranger.close()
    assert fake.emails == []


async def test_two_accounts_in_one_process_do_not_mix(fake: ResendFake, post: ResendPost) -> None:
    async with resend_fake(api_key="re_other_987654321", domain="other.org") as second:
        settings = EmailSettings("resend", "B <b@other.org>", api_key=second.api_key, api_base=second.address)
        other = ResendPost(settings)
        tasks = [who.send(LETTER, f"key.{number}") for number in range(10) for who in (post, other)]
        await asyncio.gather(*tasks)
        await other.close()
        assert (len(fake.emails), len(second.emails)) == (10, 10)
    assert resend.api_url == "https://api.resend.com"


async def test_an_account_is_looked_at_without_sending(fake: ResendFake, post: ResendPost) -> None:
    [fine] = await post.look()
    fake.may_read = False
    [send_only] = await post.look()
    fake.may_read, fake.domain_status = True, "pending"
    [pending] = await post.look()
    fake.api_key = "re_another_1"
    [wrong] = await post.look()
    problems = [found.problem for found in (fine, send_only, pending, wrong)]
    assert problems == ["", "", "doctor-mail-domain", "doctor-mail-key"]
    assert fake.emails == []


async def test_nobody_at_home_is_no_doubt() -> None:
    nobody = ResendPost(EmailSettings("resend", SENDER, api_key="re_1", api_base="http://127.0.0.1:9"))
    with pytest.raises(Unreachable):
        await nobody.send(LETTER, "key.1")
    [found] = await nobody.look()
    assert found.problem == "doctor-unreachable"
    await nobody.close()


async def test_a_mail_reaches_a_mail_server_in_both_parts(server: SmtpFake) -> None:
    post = by_smtp(server)
    letter = replace(LETTER, thread="<root@example.com>")
    assert await post.send(letter, "k") == LETTER.id
    await post.send(letter, "k")
    first, second = server.mails
    assert str(first["Subject"]) == LETTER.subject
    assert (first["Message-ID"], first["In-Reply-To"], first["From"]) == (LETTER.id, "<root@example.com>", SENDER)
    plain, html = first.get_body(("plain",)), first.get_body(("html",))
    assert plain and plain.get_content().strip() == "Hello"
    assert html and html.get_content().strip() == "<p>Hello</p>"
    assert first["Message-ID"] == second["Message-ID"], "by that a mailbox may know it for the same"
    assert await post.message_id(MessageRef(LETTER.id)) == LETTER.id


@pytest.mark.parametrize(
    ("stage", "answer", "expected"),
    [
        ("RCPT", "550 no <ana@example.com> here", Gone), ("RCPT", "451 try later", RetryAfter),
        ("DATA", "554 spam", Rejected), ("DATA", "452 too full", RetryAfter), ("DROP", "yes", Unconfirmed),
    ],
)  # fmt: skip
async def test_each_refusal_of_a_mail_server_has_its_meaning(
    server: SmtpFake, stage: str, answer: str, expected: type[ChannelError]
) -> None:
    server.refusals = {stage: [answer]}
    with pytest.raises(ChannelError) as raised:
        await by_smtp(server).send(LETTER, "k")
    assert type(raised.value) is expected
    assert "@" not in str(raised.value)


async def test_a_mail_server_is_looked_at_without_sending(server: SmtpFake) -> None:
    wrong, nobody = by_smtp(server, url=server.url("guess")), by_smtp(server, url="smtp://127.0.0.1:9")
    found = [(await post.look())[0].problem for post in (by_smtp(server), wrong, nobody)]
    assert found == ["", "doctor-mail-login", "doctor-unreachable"]
    with pytest.raises(Locked):
        await wrong.send(LETTER, "k")
    with pytest.raises(Unreachable):
        await nobody.send(LETTER, "k")
    assert server.mails == []


async def test_a_server_elsewhere_is_not_spoken_to_without_tls(
    server: SmtpFake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("channels.email.smtp_post.Server.is_here", False)
    with pytest.raises(Unreachable, match="STARTTLS"):
        await by_smtp(server).send(LETTER, "k")
    assert server.mails == []
