"""The same by a mail server: one story, one thread, and what happens when it refuses or is away."""

from collections.abc import AsyncIterator
from email.message import EmailMessage

import pytest

from tests.fakes.resend_api import Email
from tests.fakes.smtp_server import SmtpFake, smtp_fake
from tests.flow.mail.conftest import Open
from tests.flow.mail.house import CONFIG, MailHouse, links

BY_RESEND = CONFIG[CONFIG.index('provider = "resend"') : CONFIG.index("[mcp.orders]")]


@pytest.fixture
async def server() -> AsyncIterator[SmtpFake]:
    async with smtp_fake() as running:
        yield running


async def by_smtp(server: SmtpFake, open_mail: Open, **options: str) -> MailHouse:
    lines = f'provider = "smtp"\nfrom = "Acme <approvals@example.com>"\nsmtp_url = "{server.url()}"\n'
    return await open_mail(config=CONFIG.replace(BY_RESEND, lines), **options)


async def mail(house: MailHouse, server: SmtpFake, to: str, subject: str) -> EmailMessage:
    async def look() -> EmailMessage | None:
        return next((one for one in server.mails if to in one["To"] and one["Subject"].startswith(subject)), None)

    async def instead() -> list[tuple[str, str]]:
        return [(str(one["To"]), str(one["Subject"])) for one in server.mails]

    found: EmailMessage = await house.until(look, instead, f"{subject} for {to}")
    return found


def plain(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


async def test_a_request_is_decided_by_a_mail_of_a_mail_server(server: SmtpFake, open_mail: Open) -> None:
    house = await by_smtp(server, open_mail)
    await house.say("Ein Kaffeevollautomat für 2.150 € – kaputt, " + "sehr " * 200 + "ärgerlich")
    card = await mail(house, server, "Ana@example.com", "Approval needed")
    page = await house.decide(links(Email("", "", {"text": plain(card)}, ""))["Approve"])
    assert "Approved by Ana" in page.text
    result = await mail(house, server, "Ana@example.com", "Re: ")
    assert result["In-Reply-To"] == result["References"] == card["Message-ID"]
    assert result["Message-ID"] != card["Message-ID"]
    html = card.get_body(("html",))
    assert html is not None and "für 2.150 €" in html.get_content()
    await house.sees("Your refund is done.")


@pytest.mark.errors("no such user")
async def test_an_address_that_is_refused_is_told_and_asked_no_more(server: SmtpFake, open_mail: Open) -> None:
    server.refusals = {"RCPT": ["550 5.1.1 no such user"] * 9}
    house = await by_smtp(server, open_mail, post='"email:members", "play:review"', bot='operators = ["play:review"]')
    await house.say("I want a refund")
    await house.sees("*A card for email:ana@example.com could not be delivered*no such user*", "ana")
    await house.quiet()
    assert server.mails == []


async def test_a_passing_refusal_is_tried_again(server: SmtpFake, open_mail: Open) -> None:
    server.refusals = {"DATA": ["451 4.3.0 later"] * 2}
    house = await by_smtp(server, open_mail)
    await house.say("I want a refund")

    async def put_off() -> bool:
        return house.rows("SELECT COUNT(*) FROM effect WHERE kind = 'card' AND detail LIKE '%451%'") == [(2,)]

    await house.until(put_off, house.state, "both wait")
    await house.advance(seconds=61)
    await mail(house, server, "Ana@example.com", "Approval needed")
    await mail(house, server, "ben@example.com", "")


async def test_the_status_says_that_the_password_is_refused(server: SmtpFake, open_mail: Open) -> None:
    server_url, house = server.url, None
    server.url = lambda password="": server_url("guess")  # type: ignore[method-assign, assignment]
    house = await by_smtp(server, open_mail)
    await house.say("I want a refund")

    async def told() -> bool:
        return house.app.channels["email"].status().problem == "doctor-mail-refused"

    await house.until(told, house.state, "the status says it")
    async with house.http.get(f"{house.address}/readyz") as answer:
        assert answer.status == 503
        assert "the mail provider refuses us" in await answer.text()
