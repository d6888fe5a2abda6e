"""Requests are decided by the links in mails: once, by whom they are for, and never by looking."""

import asyncio
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from channels.base import Tap
from channels.tokens import CardToken, encode
from engine.errors import ErrorCode
from engine.tools import Refused, Returned, Unknown
from tests.flow.mail.conftest import Open
from tests.flow.mail.house import ANA, BEN, CONFIG, DIRECT, OLGA, MailHouse, links
from tests.unit.workflows import SEED


async def asked(house: MailHouse, text: str = "I want a refund") -> dict[str, str]:
    """A request, up to Ana's mail; answers its links."""
    await house.say(text)
    return links(await house.card_mail())


async def test_the_refund_story_is_decided_by_mail(open_mail: Open) -> None:
    house = await open_mail(SEED)
    await house.say("I want a refund")
    await house.verify("chris@example.com")
    card = await house.mail(ANA, "Approval needed")
    text = card.body["text"]
    for part in ("Refund $2150.00 for order #45678 (chris@example.com)", "stripe__create_refund", '"order_id"',
                 "Acme Refunds", "verified by code mailed at", "Espresso machine", "I want a refund"):  # fmt: skip
        assert part in text, part
        assert part.split('"')[0] in card.body["html"]
    page = await house.get(links(card)["Approve"])
    assert "Refund $2150.00 for order #45678" in page.text
    assert "I am Ana, and this is my decision." in page.text
    page = await house.decide(links(card)["Approve"])
    assert "Approved by Ana at" in page.text and "on e-mail" in page.text
    await house.sees("*$2150.00 has been approved and processed*")
    [(person, action, via, _)] = house.decisions()
    assert (person, action, via) == ("ana", "approve", f"email:{ANA}")
    assert len(house.tools.calls("stripe__create_refund")) == 1
    result = await house.mail(ANA, "Re: Approval needed")
    assert "Approved by Ana" in result.body["text"]
    assert result.body["headers"]["In-Reply-To"] == card.message_id
    result = await house.mail(BEN, "Re: ")
    assert "von Ana" in result.body["text"]


async def test_everybody_of_the_team_gets_a_mail_of_their_own_in_their_language(mail: MailHouse) -> None:
    await mail.say("I want a refund")
    ana, ben = await mail.card_mail(ANA), await mail.card_mail(BEN)
    await mail.still()
    assert len(mail.fake.emails) == 2
    assert set(links(ana)) == {"Approve", "Reject"}
    assert set(links(ben)) == {"Genehmigen", "Ablehnen"}
    assert not set(links(ana).values()) & set(links(ben).values())


async def test_a_rejection_takes_a_reason(mail: MailHouse) -> None:
    url = (await asked(mail))["Reject"]
    page = await mail.decide(url, reason="Outside the 30 days")
    assert "Rejected by Ana" in page.text and "Outside the 30 days" in page.text
    await mail.sees("No refund: Outside the 30 days")
    assert mail.decisions()[0][3] == "Outside the 30 days"


async def test_a_reason_that_is_required_is_asked_for_again(open_mail: Open) -> None:
    strict = {"nodes": [dict(node) for node in DIRECT["nodes"]], "edges": DIRECT["edges"]}
    strict["nodes"][1] = {**strict["nodes"][1], "data": {**strict["nodes"][1]["data"], "requireReason": "reject"}}
    house = await open_mail(strict)
    url = (await asked(house))["Reject"]
    assert " required" in (await house.get(url)).raw.partition("<textarea")[2].partition(">")[0]
    page = await house.decide(url, reason="  ")
    assert page.status == 409 and "A reason is required" in page.text
    assert house.decisions() == []
    assert "Rejected" in (await house.decide(url, reason="No")).text


async def test_an_approval_can_need_a_reason_too(open_mail: Open) -> None:
    strict = {**DIRECT, "nodes": [dict(node) for node in DIRECT["nodes"]]}
    strict["nodes"][1] = {**strict["nodes"][1], "data": {**strict["nodes"][1]["data"], "requireReason": "always"}}
    house = await open_mail(strict)
    url = (await asked(house))["Approve"]
    assert (await house.decide(url)).status == 409
    assert "Approved by Ana" in (await house.decide(url, reason="Looks right")).text
    assert house.decisions()[0][3] == "Looks right"


async def test_hostile_words_are_shown_as_words(mail: MailHouse) -> None:
    url = (await asked(mail, "<script>alert(1)</script> {{7*7}} http://evil.example"))["Reject"]
    page = await mail.get(url)
    assert "<script>alert(1)</script> {{7*7}}" in page.text and "<script" not in page.raw
    card = mail.fake.to("Ana@example.com")[0].body
    assert "<script" not in card["html"] and 'href="http://evil' not in card["html"]
    page = await mail.decide(url, reason="a\x00b <b>&amp;</b>\r\nc" + "x" * 9000)
    assert "a\ufffdb <b>&amp;</b> c" in page.text
    assert mail.decisions()[0][3].startswith("a\ufffdb <b>&amp;</b>\nc") and len(mail.decisions()[0][3]) == 4000


async def test_a_link_works_once_and_then_says_who_decided(mail: MailHouse) -> None:
    mine = await asked(mail)
    theirs = links(await mail.card_mail(BEN))
    form = (await mail.get(mine["Approve"])).fields
    await mail.decide(mine["Approve"])
    for url in (*mine.values(), *theirs.values()):
        page = await mail.get(url)
        assert page.status == 200 and "Ana" in page.text and "<form" not in page.raw
    again = await mail.post_form(mine["Approve"], {**form, "sure": "yes"})
    assert again.status == 409 and "Approved by Ana" in again.text
    assert len(mail.decisions()) == 1
    assert len(mail.tools.calls("stripe__create_refund")) == 1


async def test_two_people_at_the_same_moment_are_one_decision(mail: MailHouse) -> None:
    mine, theirs = await asked(mail), links(await mail.card_mail(BEN))
    [_, reject] = theirs.values()
    both = await asyncio.gather(mail.decide(mine["Approve"]), mail.decide(reject, reason="No"))
    assert len(mail.decisions()) == 1
    winner = {"ana": "Ana", "ben": "Ben"}[mail.decisions()[0][0]]
    assert all(winner in page.text for page in both)


async def test_a_request_decided_elsewhere_says_so_when_the_mail_is_opened(open_mail: Open) -> None:
    house = await open_mail(post='"email:members", "play:review"')
    mine = await asked(house)
    assert await house.tap("ana", "Approve", await house.card("Waiting*")) == "Approved."
    page = await house.get(mine["Reject"])
    assert "Approved by Ana" in page.text and "on the playground" in page.text
    result = await house.mail(ANA, "Re: ")
    assert "the playground" in result.body["text"]


async def test_nobody_decides_the_own_request_by_mail(mail: MailHouse) -> None:
    await mail.post("say", {"side": "customer", "who": "chris", "text": "hi", "id": "abcdefgh1", "locale": "en"})
    mine = links(await mail.card_mail())
    [(handoff,)] = mail.rows("SELECT id FROM handoff")
    with closing(sqlite3.connect(mail.folder / "assent.db")) as books, books:
        books.execute("UPDATE handoff SET requester = 'email:ana@example.com' WHERE id = ?", (handoff,))
    page = await mail.decide(mine["Approve"])
    assert page.status == 409 and "your own request" in page.text
    assert mail.decisions() == []


async def test_who_left_the_team_cannot_decide_any_more(open_mail: Open) -> None:
    house = await open_mail()
    mine = await asked(house)
    house = await open_mail(config=CONFIG.replace('members = ["ana", "ben"]', 'members = ["ben"]'))
    page = await house.get(mine["Approve"])
    assert page.status == 403 and "not a reviewer" in page.text
    assert "asks:" not in page.text, "nothing of the request is shown either"
    sent = await house.post_form(mine["Approve"], {"sure": "yes"})
    assert sent.status == 403
    assert house.decisions() == []


async def test_an_address_that_is_nobodys_gets_facts_and_no_links(open_mail: Open) -> None:
    house = await open_mail(post='"email:finance@example.com", "email:lea@example.com"')
    await house.say("I want a refund")
    listed, lea = await house.card_mail("finance@example.com"), await house.card_mail("lea@example.com")
    assert "asks: I want a refund" in listed.body["text"] and links(listed) == {}
    assert "belongs to nobody who decides" in listed.body["text"]
    page = await house.get(links(lea)["Approve"])
    assert page.status == 403, "Lea has a name and an address, and is no member"


async def test_a_link_is_bound_to_its_visit_and_to_what_approve_calls(mail: MailHouse) -> None:
    mine = await asked(mail)
    [(question,)] = mail.rows("SELECT question FROM handoff")
    changes = (
        ("question", question.replace('\\"order_id\\":\\"1\\"', '\\"order_id\\":\\"2\\"')),
        ("question", question.replace("I want a refund", "I want two refunds")),
        ("opened_at", 1),
        ("node", "another"),
    )
    for column, value in changes:
        with closing(sqlite3.connect(mail.folder / "assent.db")) as books, books:
            [(before,)] = books.execute(f"SELECT {column} FROM handoff").fetchall()
            assert value != before
            books.execute(f"UPDATE handoff SET {column} = ?", (value,))
        page = await mail.decide(mine["Approve"])
        assert page.status == 410 and "not asked any more" in page.text, column
        with closing(sqlite3.connect(mail.folder / "assent.db")) as books, books:
            books.execute(f"UPDATE handoff SET {column} = ?", (before,))
    assert mail.decisions() == []
    assert "Approved by Ana" in (await mail.decide(mine["Approve"])).text


async def test_a_card_that_is_sent_again_is_the_very_same_mail(mail: MailHouse) -> None:
    mail.fake.faults = ["lose the answer"]
    await mail.say("I want a refund")
    await mail.card_mail()

    async def put_off() -> bool:
        return bool(mail.rows("SELECT 1 FROM effect WHERE kind = 'card' AND detail IS NOT NULL"))

    await mail.until(put_off, mail.state, "one waits")
    await mail.advance(days=1)
    await mail.card_mail(BEN)
    await mail.quiet()
    assert len(mail.fake.emails) == 2 and len(mail.fake.requests) == 3
    assert mail.rows("SELECT COUNT(*) FROM effect WHERE state = 'dead'") == [(0,)]


async def test_a_link_expires(mail: MailHouse) -> None:
    mine = await asked(mail)
    await mail.advance(days=13, hours=23)
    assert (await mail.get(mine["Approve"])).status == 200
    await mail.advance(hours=2)
    page = await mail.decide(mine["Approve"])
    assert page.status == 410 and "too old" in page.text
    assert mail.decisions() == []


async def test_a_form_is_of_its_own_page_and_for_an_hour(mail: MailHouse) -> None:
    mine = await asked(mail)
    other = (await mail.get(mine["Reject"])).fields
    fresh = (await mail.get(mine["Approve"])).fields
    # Not the last letter: some of its bits mean nothing, and the form would now and then be the true one.
    forged = {"form": ("B" if fresh["form"][0] == "A" else "A") + fresh["form"][1:]}
    for fields in ({}, {"form": ""}, other, forged):
        page = await mail.post_form(mine["Approve"], {**fields, "sure": "yes"})
        assert page.status == 400 and "nothing was decided" in page.text
    page = await mail.post_form(mine["Approve"], fresh)
    assert page.status == 400 and "set the tick" in page.text
    await mail.advance(hours=2)
    page = await mail.post_form(mine["Approve"], {**fresh, "sure": "yes"})
    assert page.status == 400
    assert mail.decisions() == []


@pytest.mark.parametrize("origin", ["https://evil.example", ""])
async def test_a_form_from_another_site_is_refused(mail: MailHouse, origin: str) -> None:
    mine = await asked(mail)
    fields = (await mail.get(mine["Approve"])).fields
    page = await mail.post_form(mine["Approve"], {**fields, "sure": "yes"}, origin=origin)
    assert page.status == 403
    async with mail.http.post(
        mine["Approve"], data={**fields, "sure": "yes"}, headers={"Origin": "null", "Sec-Fetch-Site": "cross-site"}
    ) as response:
        assert response.status == 403
    assert mail.decisions() == []


async def test_every_answer_of_a_link_wears_the_headers(mail: MailHouse) -> None:
    mine = await asked(mail)
    for url in (mine["Approve"], f"{mail.address}/a/nothing"):
        page = await mail.get(url)
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "script" not in policy
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert page.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in page.headers


async def test_operators_decide_failures_by_mail(open_mail: Open) -> None:
    house = await open_mail(bot='operators = ["email:olga@example.com"]')
    house.tools.answers["stripe__create_refund"] = lambda call: Unknown("the line went dead")
    await house.decide((await asked(house))["Approve"])
    card = await house.mail(OLGA, "Was stripe__create_refund carried out?")
    assert set(links(card)) == {"It happened", "It did not happen", "Stop the request"}
    page = await house.decide(links(card)["It happened"], reason="re_77")
    assert "Olga" in page.text and "re_77" in page.text
    await house.sees("Your refund is done.")
    page = await house.get(links(card)["It did not happen"])
    assert "Olga" in page.text and "<form" not in page.raw


async def test_a_failure_is_retried_by_mail(open_mail: Open) -> None:
    house = await open_mail(bot='operators = ["email:members"]')
    house.tools.answers["stripe__create_refund"] = lambda call: Refused(ErrorCode.TOOL_FAILED, "closed")
    await house.decide((await asked(house))["Approve"])
    card = await house.mail(OLGA, "stopped")
    house.tools.answers["stripe__create_refund"] = lambda call: Returned({"ok": True})
    assert "Retried by Olga" in (await house.decide(links(card)["Retry"])).text
    await house.sees("Your refund is done.")


async def test_a_tap_with_a_stolen_token_needs_the_account(mail: MailHouse) -> None:
    await asked(mail)
    [(handoff,)] = mail.rows("SELECT id FROM handoff")
    token = encode(CardToken(handoff, "approve"))
    answer = await mail.app.taps.tap(Tap("email", "default", "email:x@y.org", "x@y.org", "X", token))
    assert answer.alert and mail.decisions() == []


# --- a code besides ---------------------------------------------------------------------------------------------------


def guarded(wanted: object) -> dict[str, Any]:
    """The direct workflow with a handoff whose mails' links ask for a code."""
    nodes = [dict(node) for node in DIRECT["nodes"]]
    nodes[1] = {**nodes[1], "data": {**nodes[1]["data"], "confirmByCode": wanted}}
    return {**DIRECT, "nodes": nodes}


async def test_a_marked_request_wants_a_mailed_code_besides(open_mail: Open) -> None:
    house = await open_mail(guarded(True))
    url = (await asked(house))["Approve"]
    page = await house.get(url)
    assert "needs a code besides, which goes to Ana@example.com" in page.text
    refused = await house.post_form(url, {**page.fields, "sure": "yes"})
    assert refused.status == 409 and "not the code" in refused.text
    untold = await house.post_form(url, {**page.fields, "send_code": "yes"})
    assert untold.status == 400 and "set the tick" in untold.text, "a program's form mails nothing either"
    assert len(house.fake.to("Ana@example.com")) == 1
    sent = await house.post_form(url, {**page.fields, "sure": "yes", "send_code": "yes"})
    assert sent.status == 200 and "on its way" in sent.text
    code = await house.code(ANA)
    wrong = await house.post_form(url, {**sent.fields, "sure": "yes", "code": f"{(int(code) + 1) % 10**6:06d}"})
    assert wrong.status == 409 and house.decisions() == []
    done = await house.post_form(url, {**sent.fields, "sure": "yes", "code": f" {code[:3]} {code[3:]}"})
    assert done.status == 303
    assert [row[:2] for row in house.decisions()] == [("ana", "approve")]


@pytest.mark.parametrize(("amount", "wanted"), [("2150.00", True), ("1000", False), ("900", False)])
async def test_above_an_amount_a_code_is_asked_for(open_mail: Open, amount: str, wanted: bool) -> None:
    house = await open_mail(guarded("{{message}} > 1000"))
    page = await house.get((await asked(house, amount))["Approve"])
    assert ("needs a code besides" in page.text) is wanted


async def test_what_cannot_be_compared_is_an_error_and_not_a_no(open_mail: Open) -> None:
    house = await open_mail(guarded("{{message}} > 1000"), bot='operators = ["play:review"]')
    await house.say("a lot")
    await house.card("*confirmByCode*")
    assert house.fake.emails == []


async def test_five_tries_per_code_and_three_codes_an_hour(open_mail: Open) -> None:
    house = await open_mail(guarded(True))
    url = (await asked(house))["Approve"]
    fields = {**(await house.get(url)).fields, "sure": "yes"}
    for number in range(3):
        page = await house.post_form(url, {**fields, "send_code": "yes"})
        assert page.status == 200, number
        code = await house.code(ANA)
        for guess in range(6):
            wrong = f"{(int(code) + 1 + guess) % 10**6:06d}"
            assert (await house.post_form(url, {**fields, "code": wrong})).status == 409
        assert (await house.post_form(url, {**fields, "code": code})).status == 409, "its tries are used up"
        await house.advance(seconds=31)
    page = await house.post_form(url, {**fields, "send_code": "yes"})
    assert page.status == 409 and "another code yet" in page.text
    assert house.decisions() == []
