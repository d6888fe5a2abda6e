"""A mail that does not arrive: the request says so, others are asked, the operators know, and nothing is believed
that the provider has not signed.
"""

import time
from typing import Any

import pytest

from tests.fakes.resend_api import Email
from tests.flow.mail.conftest import Open
from tests.flow.mail.house import ANA, BEN, OLGA, MailHouse, links

EVERYWHERE = '"email:members", "play:review"'
BY_MAIL = 'notify = ["email"]\noperators = ["email:olga@example.com"]'


async def hook(house: MailHouse, kind: str, email: Email, **changes: Any) -> int:
    return await house.fake.tell(f"{house.address}/webhooks/resend", kind, email, **changes)


async def asked(house: MailHouse) -> Email:
    await house.say("I want a refund")
    return await house.card_mail(ANA)


@pytest.mark.parametrize("kind", ["bounced", "complained", "suppressed"])
async def test_a_lost_card_is_posted_at_the_next_place_and_operators_are_told(open_mail: Open, kind: str) -> None:
    house = await open_mail(post=EVERYWHERE, bot=BY_MAIL)
    card = await asked(house)
    ben = await house.card_mail(BEN)
    assert await house.cards() == [], "the bot asks by mail only"
    assert await hook(house, kind, card) == 200
    body = await house.card("Waiting*")
    assert body["notice"] == "No mail arrives at ana@example.com, so other places were asked."
    told = await house.mail(OLGA)
    assert "ana@example.com" in told.body["text"]
    [(unreached,)] = house.rows("SELECT unreached FROM handoff")
    assert unreached == '["email:ana@example.com"]'
    assert house.audit("mail.lost") == [("resend", {"kind": kind, "place": "email:ana@example.com"})]
    page = await house.get(links(ben)["Genehmigen"])
    assert "An ana@example.com kommt keine Mail an" in page.text
    await house.tap("ana", "Approve", body)
    await house.sees("Your refund is done.")


async def test_where_there_is_no_other_place_the_operators_get_the_card(open_mail: Open) -> None:
    house = await open_mail(bot='operators = ["email:olga@example.com"]')
    await hook(house, "bounced", await asked(house))
    await house.mail(OLGA, "Finance")


async def test_an_event_that_is_told_again_changes_nothing(open_mail: Open) -> None:
    house = await open_mail(post=EVERYWHERE, bot=BY_MAIL)
    card = await asked(house)
    for _ in range(3):
        assert await hook(house, "bounced", card, id="msg_1") == 200
    await house.quiet()
    assert len(await house.cards()) == 1
    assert len([one for one in house.fake.emails if one.to == OLGA]) == 1


async def test_what_resend_has_not_signed_is_refused(open_mail: Open) -> None:
    house = await open_mail(post=EVERYWHERE, bot=BY_MAIL)
    card = await asked(house)
    spoiled: list[dict[str, Any]] = [
        {"secret": "whsec_" + "QUJD" * 10}, {"signature": "v1,bm8="}, {"signature": "none"}, {"at": time.time() - 301},
        {"at": time.time() + 301}, {"without": ("svix-id",)}, {"without": ("svix-timestamp",)},
        {"without": ("svix-signature",)}, {"body": b"{}"}, {"body": b"\xff\xfe"}, {"body": b""},
    ]  # fmt: skip
    for changes in spoiled:
        assert await hook(house, "bounced", card, **changes) == 401, changes
    await house.still(0.1)
    assert await house.cards() == []
    assert house.rows("SELECT unreached FROM handoff") == [(None,)]


async def test_other_events_and_other_mails_are_taken_and_forgotten(open_mail: Open) -> None:
    house = await open_mail(post=EVERYWHERE, bot=BY_MAIL)
    card = await asked(house)
    stranger = Email("e1", "k", {**card.body, "tags": []}, "<m>")
    other = Email("e2", "k", {**card.body, "to": ["elsewhere@example.com"]}, "<m>")
    for kind, email in (("delivered", card), ("opened", card), ("bounced", stranger), ("bounced", other)):
        assert await hook(house, kind, email) == 200
    assert await house.cards() == []


async def test_a_bounce_after_the_decision_asks_nobody_any_more(open_mail: Open) -> None:
    house = await open_mail(post=EVERYWHERE, bot=BY_MAIL)
    card = await asked(house)
    await house.decide(links(card)["Approve"])
    await house.sees("Your refund is done.")
    await hook(house, "bounced", card)
    await house.mail(OLGA)
    await house.quiet()
    assert await house.cards() == []
    results = [key for key in house.fake.requests if key.startswith("result.")]
    assert len(results) == len(set(results)) == 2, "what became of it is told once, whatever comes after"


@pytest.mark.errors("Invalid `to` field")
async def test_a_place_that_refuses_the_mail_at_once_is_told_to_the_operators(open_mail: Open) -> None:
    house = await open_mail(post='"email:änä@example.com", "play:review"', bot='operators = ["play:review"]')
    await house.say("I want a refund")
    await house.sees("*A card*email:änä@example.com*could not be delivered*", "ana")
