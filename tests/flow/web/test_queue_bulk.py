"""Requests that are decided together on the dashboard: only harmless ones, after a look, each by itself."""

import aiohttp

from channels.web.dashboard.queue_views import MOST_TOGETHER
from tests.flow.conftest import OpenHouse
from tests.flow.test_authority import asking
from tests.flow.web.conftest import SignIn
from tests.flow.web.requests import hear, listed, picked, three_ways
from tests.flow.web_house import Page, Visitor


async def sent(visitor: Visitor, ids: list[str], action: str = "approve", **more: str) -> Page:
    """Send the form of chosen requests."""
    data = aiohttp.FormData(
        [("csrf", visitor.csrf), *(("id", each) for each in ids), ("action", action), *more.items()]
    )
    address = visitor.address
    async with visitor.http.post(f"{address}/bulk", data=data, headers={"Origin": address}) as response:
        return await visitor._page(response)


async def test_what_is_chosen_is_listed_first_and_then_decided(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking(bulk=True))
    ids = await hear(house, *["hello"] * 4)
    ana = await sign_in(house, "ana")
    page = await ana.get("/?bulk=1")
    assert picked(page) == [f"{each}.0" for each in ids]
    page = await sent(ana, [*ids[:3], ids[0]], back="/?bulk=1")
    assert "Approve 3 requests" in page.words and "Nothing is decided yet." in page.words
    assert page.text.count('type="hidden" name="id"') == 3
    assert house.rows("SELECT COUNT(*) FROM decision") == [(0,)]
    await house.tap("ben", "Reject", (await house.cards())[0]["body"])
    await house.say("no", "ben")
    await house.quiet()
    page = await sent(ana, ids[:3], sure="yes", reason="all of them are small")
    assert "Already rejected by Ben" in page.words
    assert page.words.count("Approved.") == 2
    await house.quiet()
    rows = house.rows("SELECT handoff_id, person, action, reason, via FROM decision WHERE person = 'ana' ORDER BY id")
    assert rows == [(each, "ana", "approve", "all of them are small", "web:ana") for each in ids[1:3]]
    assert listed(await ana.get("/")) == [ids[3]]
    again = await sent(ana, ids[:3], sure="yes")
    assert "Already approved by Ana" in again.words, "sent again it changes nothing"
    assert house.rows("SELECT COUNT(*) FROM decision") == [(3,)]


async def test_a_reason_that_must_be_given_is_asked_for(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking(bulk=True, requireReason="reject"))
    ids = await hear(house, *["hello"] * 2)
    ana = await sign_in(house, "ana")
    await ana.get("/")
    page = await sent(ana, ids, "reject")
    assert "<textarea" in page.text and " required" in page.text.partition("<textarea")[2][:80]
    page = await sent(ana, ids, "reject", sure="yes", reason="  ")
    assert "Please give a reason." in page.words and house.rows("SELECT COUNT(*) FROM decision") == [(0,)]
    page = await sent(ana, ids, "reject", sure="yes", reason="asked for twice")
    assert page.words.count("Rejected, with your reason.") == 2


async def test_what_must_be_looked_at_alone_is_left(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking())
    [one] = await hear(house, "hello")
    ana = await sign_in(house, "ana")
    page = await ana.get("/")
    assert picked(page) == [] and 'id="together"' not in page.text
    for sure in ({}, {"sure": "yes"}):
        page = await sent(ana, [one], **sure)
        assert "This one is decided alone, on its own page." in page.words
        assert "Approve one request" not in page.words
    assert house.rows("SELECT COUNT(*) FROM decision") == [(0,)]


async def test_what_is_not_theirs_looks_like_what_is_not_there(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(three_ways())
    money, law = await hear(house, "refund", "law")
    lea = await sign_in(house, "lea")
    await lea.get("/")
    for sure in ({}, {"sure": "yes"}):
        texts = []
        for each in (money, "x" * 26):
            page = await sent(lea, [each], **sure)
            assert "There is no such request here for you." in page.words
            texts.append(page.text.replace(each[:6], "ID"))
        assert texts[0] == texts[1]
    assert {detail["refusal"] for _, detail in house.audit("decision.refused")} == {"not-reviewer"}
    assert house.rows("SELECT COUNT(*) FROM decision") == [(0,)]
    assert law in listed(await lea.get("/"))


async def test_forms_that_say_nothing_or_too_much(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking(bulk=True))
    ids = await hear(house, "hello")
    ana = await sign_in(house, "ana")
    await ana.get("/")
    assert "Please choose requests first." in (await sent(ana, [])).words
    page = await sent(ana, [f"{n:026}" for n in range(MOST_TOGETHER + 1)], sure="yes")
    assert f"{MOST_TOGETHER} requests at a time are the most" in page.words
    assert (await sent(ana, ids, "withdraw", sure="yes")).status == 404
    assert (await sent(ana, ["../../etc", "x y", ""], sure="yes")).status == 200
    assert house.rows("SELECT COUNT(*) FROM decision") == [(0,)]


async def test_nobody_approves_their_own_together_with_others(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking(bulk=True))
    ids = await hear(house, "hello")
    await house.hear("hello", "ana", id="own")
    await house.quiet()
    [own] = [number for (number,) in house.rows("SELECT id FROM handoff WHERE requester = 'play:ana'")]
    ana = await sign_in(house, "ana")
    await ana.get("/")
    page = await sent(ana, [*ids, own], sure="yes")
    assert page.words.count("Approved.") == 1
    assert house.rows("SELECT state FROM handoff WHERE id = ?", own) == [("pending",)]
