"""The list of requests on the dashboard: who sees what, in which order, and how long it may wait."""

import asyncio
import re

import pytest

from bot.dashboard.queue_search import PAGE
from engine.errors import ErrorCode
from engine.tools import Refused
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking
from tests.flow.web.conftest import SignIn
from tests.flow.web.requests import hear, link, listed, row, three_ways
from tests.flow.web_house import Page, Visitor, words_of


async def failing(open_house: OpenHouse, config: str = CONFIG) -> House:
    house = await open_house(three_ways(), config)
    house.tools.answers["stripe__create_refund"] = lambda call: Refused(ErrorCode.TOOL_FAILED, "bank holiday")
    return house


async def test_everybody_sees_what_is_theirs_and_nothing_else(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await failing(open_house)
    money, law, failed = await hear(house, "refund", "law: a letter", "fail now")
    theirs = {"ana": [money], "ben": [money], "lea": [law], "olga": [failed]}
    for who, ids in theirs.items():
        visitor = await sign_in(house, who)
        for path in ("/", "/?state=all", "/?q=" + "user", f"/?q={ids[0][:8]}", "/?state=all&unclaimed=1"):
            assert listed(await visitor.get(path)) == ids, (who, path)
        for other in {money, law, failed} - set(ids):
            assert other not in (await visitor.get(f"/?state=all&q={other}")).text.replace(f'value="{other}"', "")
    nobody = await sign_in(house, "")
    assert (await nobody.get("/", follow=False)).status == 303
    await house.say("/dashboard", "otto")
    await house.quiet()
    assert not [text for text in await house.texts_at("play:review") if "/sign-in/" in text and "otto" in text.lower()]


async def test_another_team_sees_it_once_it_is_asked(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(three_ways())
    [law] = await hear(house, "law: a letter")
    ana, lea = await sign_in(house, "ana"), await sign_in(house, "lea")
    assert listed(await ana.get("/?state=all")) == []
    assert listed(await lea.get("/")) == [law]
    assert "Step 1 of 2. Needed: 1 of legal. No vote yet." in words_of(row(await lea.get("/"), law))
    await house.tap("lea", "Approve")
    await house.quiet()
    page = await ana.get("/")
    assert listed(page) == listed(await lea.get("/")) == [law]
    assert "for legal, Finance" in words_of(row(page, law))
    await house.tap("ana", "Approve")
    await house.quiet()
    assert listed(await ana.get("/")) == []
    page = await lea.get("/?state=approved")
    assert listed(page) == [law]
    assert "Approved" in words_of(row(page, law)) and "Ana, " in words_of(row(page, law))


async def test_a_row_says_what_it_is_about_and_nothing_hidden(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking(reason="For {{user_name}}: {{message}}", secret=["message"], variables=["message"]))
    [one] = await hear(house, "canary-4711 <b>x</b>")
    ana = await sign_in(house, "ana")
    page = await ana.get("/")
    assert "For User000: hidden" in words_of(row(page, one))
    assert "Acme Refunds" in row(page, one) and "for Finance" in words_of(row(page, one))
    for words in ("canary", "4711", "canary-4711", "message"):
        assert listed(await ana.get(f"/?state=all&q={words}")) == [], words
    assert listed(await ana.get("/?q=user000")) == [one]
    words = [word for (word,) in house.rows("SELECT word FROM found_word")]
    assert not [word for word in words if "canary" in word or "4711" in word]


async def test_what_customers_write_is_shown_as_text(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking(reason="{{message}}"))
    [one] = await hear(house, "<script>alert(1)</script> \u202e\"' javascript:1 {{7*7}}")
    page = await (await sign_in(house, "ana")).get("/")
    assert "<script>alert" not in page.text and "&lt;script&gt;alert(1)&lt;/script&gt;" in row(page, one)


@pytest.mark.parametrize(
    ("minutes", "urgency"), [(1, "In time"), (40, "Soon"), (61, "Late"), (110, "Late")]
)  # reminded of after an hour, over after two
async def test_how_pressing_a_request_is_stands_in_words(
    open_house: OpenHouse, sign_in: SignIn, minutes: int, urgency: str
) -> None:
    house = await open_house(three_ways())
    [one] = await hear(house, "refund")
    await house.advance(minutes=minutes)
    ana = await sign_in(house, "ana")
    words = words_of(row(await ana.get("/"), one))
    assert urgency in words and re.search(r"\d+ (minutes?|hours?) left", words), words
    assert "badge" in row(await ana.get("/"), one)


async def test_time_that_is_up_and_time_that_stands(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking())
    [one] = await hear(house, "hello")
    ana = await sign_in(house, "ana")
    assert "left" not in words_of(row(await ana.get("/"), one))
    await house.say(f"/ask {one[:6]} Which order?", "ana")
    await house.quiet()
    assert "Waits for the customer" in words_of(row(await ana.get("/"), one))


async def led(visitor: Visitor, page: Page, rel: str) -> tuple[list[list[str]], Page]:
    """What stands on a page and all that follow it that way, and the last of them."""
    seen = [listed(page)]
    for _ in range(10):
        if where := link(page, rel):
            page = await visitor.get(where)
            seen.append(listed(page))
    return seen, page


async def test_pages_lead_through_all_and_back(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking())
    ids = await hear(house, *["hello"] * 120)
    assert len(ids) == 120
    ana = await sign_in(house, "ana")
    for path in ("/", "/?q=user&unclaimed=1"):
        page = await ana.get(path)
        assert "120 requests" in page.words and not link(page, "prev")
        seen, last = await led(ana, page, "next")
        assert [len(each) for each in seen] == [PAGE] * 6
        assert [each for part in seen for each in part] == ids
        assert (await led(ana, last, "prev"))[0] == seen[::-1]
    for handoff in ids[:30]:
        await house.say(f"/reject {handoff[:6]} no", "ana")
    await house.quiet()
    seen, last = await led(ana, await ana.get("/?state=all"), "next")
    flat = [each for part in seen for each in part]
    assert flat[:90] == ids[30:] and flat[90:] == ids[:30][::-1], "what is open comes first"
    assert (await led(ana, last, "prev"))[0] == seen[::-1]


async def test_an_old_place_in_the_list_goes_on_where_it_was(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking())
    ids = await hear(house, *["hello"] * (PAGE + 3))
    ana = await sign_in(house, "ana")
    where = link(await ana.get("/"), "next")
    for handoff in (ids[0], ids[PAGE - 1], ids[PAGE]):
        await house.say(f"/approve {handoff[:6]}", "ana")
    await house.quiet()
    page = await ana.get(where)
    assert listed(page) == ids[PAGE + 1 :]
    assert listed(await ana.get(link(page, "prev"))) == ids[1 : PAGE - 1]


async def test_who_looks_after_a_request_and_who_may(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(three_ways())
    money, law = await hear(house, "refund", "law")
    ana, ben = await sign_in(house, "ana"), await sign_in(house, "ben")
    await ana.get("/")
    page = await ana.post("/queue/claim", id=money, back="/?mine=1")
    assert (page.address, listed(page)) == ("/?mine=1", [money])
    assert "Ana looks after it" in words_of(row(page, money)) and page.forms("/queue/release")
    assert "You look after this now" in page.words or "look after" in page.words
    await ben.get("/")
    page = await ben.post("/queue/claim", id=money)
    assert "Ana" in page.words and not page.forms("/queue/claim") and not page.forms("/queue/release")
    assert listed(await ben.get("/?unclaimed=1")) == listed(await ben.get("/?mine=1")) == []
    assert listed(await ben.get("/?person=ana")) == [money]
    page = await ana.post("/queue/release", id=money, back="//evil.example")
    assert (page.address, listed(page)) == ("/", [money])
    assert listed(await ben.get("/?unclaimed=1")) == [money]
    unseen = [await ana.post("/queue/claim", id=each) for each in (law, "x" * 26, "")]
    assert [page.status for page in unseen] == [404] * 3
    assert len({page.text for page in unseen}) == 1, "what is not theirs looks like what is not there"
    assert [actor for actor, _ in house.audit("decision.refused")] == ["web:ana"]
    assert house.rows("SELECT progress FROM handoff WHERE id = ?", law) == [(None,)]


async def test_a_list_that_is_empty_says_so(house: House, sign_in: SignIn) -> None:
    ana = await sign_in(house, "ana")
    assert "Nothing waits for you." in (await ana.get("/")).words
    assert "You look after no request" in (await ana.get("/?mine=1")).words
    assert "No request fits these filters." in (await ana.get("/?state=rejected")).words
    page = await ana.get("/?q=zebra")
    assert "No request has these words." in page.words and 'href="/?q=zebra&amp;state=all"' in page.text


async def test_an_open_page_is_told_and_shows_the_change(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking())
    ana = await sign_in(house, "ana")
    assert listed(await ana.get("/")) == []
    async with ana.http.get(f"{ana.address}/live") as stream:
        await house.quiet()
        told = asyncio.ensure_future(_states(stream, 2))
        await asyncio.sleep(0.6)
        [one] = await hear(house, "hello")
        async with asyncio.timeout(2):
            assert len(set(await told)) == 2
    assert listed(await ana.get("/")) == [one], "however little time the lists had"
    await house.tap("ana", "Approve")
    assert listed(await ana.get("/")) == []


async def _states(stream: object, count: int) -> list[bytes]:
    found: list[bytes] = []
    async for line in stream.content:  # type: ignore[attr-defined]
        if line.startswith(b"data: ") and line not in found:
            found.append(line)
        if len(found) == count:
            break
    return found


async def test_a_list_that_is_behind_says_so_and_leaves_nothing_open_out(
    open_house: OpenHouse, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await open_house(three_ways())
    [known] = await hear(house, "refund")
    ana = await sign_in(house, "ana")
    assert listed(await ana.get("/")) == [known]

    async def stuck() -> bool:
        return False

    monkeypatch.setattr(house.app._web.indexer, "_page", stuck)
    fresh, law = await hear(house, "refund", "law", first=7)
    page = await ana.get("/")
    assert listed(page) == [known, fresh] and "not in this list yet: it is as of" in page.words
    assert listed(await (await sign_in(house, "lea")).get("/")) == [law]
    assert listed(await ana.get("/?q=user007")) == []
    await house.tap("ana", "Approve", next(c["body"] for c in await house.cards() if c["body"]["handoff"] == known))
    assert listed(await ana.get("/")) == [fresh], "what was decided meanwhile waits no longer"
    monkeypatch.undo()
    await house.app._web.indexer.sweep()
    page = await ana.get("/?q=user007")
    assert listed(page) == [fresh] and "not in this list yet" not in page.words


async def test_a_deputy_sees_what_waits_for_whoever_is_away(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(three_ways())
    [law] = await hear(house, "law")
    ana = await sign_in(house, "ana")
    assert listed(await ana.get("/")) == []
    await house.say("/away until 3d @Ana", "lea")
    await house.quiet()
    await house.app.ties.refresh()
    assert listed(await ana.get("/")) == [law]
