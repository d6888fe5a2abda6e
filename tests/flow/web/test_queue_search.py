"""What can be looked for in the list of requests, what its address may say, and that nothing forgotten is found."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.dashboard.indexing import AT_ONCE
from engine.tools import Returned
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking
from tests.flow.test_forgetting import traces
from tests.flow.web.conftest import SignIn
from tests.flow.web.requests import hear, listed, row, three_ways
from tests.flow.web_house import words_of
from tests.unit.workflows import SEED, file, handoff, message, tool, trigger

OTHER = '[bots.help]\nname = "Helpdesk"\nworkflow = "workflow.json"\nteam = "finance"\n'


def looking_up() -> str:
    """A workflow that looks an order up, and asks about it."""
    nodes = [
        trigger(),
        tool("look", "orders__get_order", outputVariable="order"),
        handoff("ask", "Refund: {{message}}"),
    ]
    ways = ("start > look", "look > ask", "ask.approved > yes", "ask.rejected > no")
    return file([*nodes, message("yes", "Yes."), message("no", "No.")], *ways)


async def test_the_form_narrows_by_each_thing_and_by_all_at_once(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(looking_up(), CONFIG + OTHER)
    totals = iter((12.5, 700, 2150))
    house.tools.answers["orders__get_order"] = lambda call: Returned({"id": "A-77", "total": next(totals)})
    first, second, third = await hear(house, "broken lamp", "Käse für Ärger", "broken chair")
    await house.say(f"/claim {second[:6]}", "ben")
    await house.say(f"/reject {third[:6]} because", "ben")
    await house.quiet()
    ana = await sign_in(house, "ana")

    async def found(**query: str) -> list[str]:
        path = "&".join(f"{name}={value}" for name, value in query.items())
        return listed(await ana.get(f"/?{path}"))

    everything = [first, second, third]
    assert await found(state="all") == everything
    assert await found(state="closed") == await found(state="rejected") == [third]
    assert await found(state="approved") == []
    assert await found(state="all", q="broken") == [first, third]
    assert await found(state="all", q="BROK+lam") == [first]
    assert await found(q="kase+arger") == await found(q="K%C3%84SE") == [second]
    assert await found(q="2150", state="all") == [third]
    assert await found(q="ben", state="all") == [second, third], "who looks after it, and who has decided it"
    assert await found(person="ben") == [second] and await found(person="ben", state="closed") == [third]
    assert await found(min="12.50", max="700") == [first, second]
    assert await found(min="701", state="all") == [third]
    assert await found(bot="help") == [] and await found(bot="refunds", team="finance") == [first, second]
    today = house.app._web.readers.clock.now().date()
    assert await found(**{"from": str(today), "to": str(today), "state": "all"}) == everything
    assert await found(to=str(today - timedelta(days=1)), state="all") == []
    assert await found(**{"from": str(today + timedelta(days=1))}) == []
    assert await found(unclaimed="1") == [first]
    assert await found(bulk="1") == []
    assert await found(state="all", q="broken", min="1", person="ben", bot="refunds", team="finance") == [third]
    page = await ana.get("/?state=all&q=broken&min=1&mine=1")
    assert 'value="broken"' in page.text and '<option value="all" selected>' in page.text


@pytest.mark.parametrize(
    "query",
    [
        "state=nothing", "bot=nobody", "team=legal", "person=nobody", "min=much", "max=-1", "min=1e400", "min=NaN",
        "from=yesterday", "to=2026-02-30", "from=0001-01-01", "after=9.1.x", "before=0.99999999999999999999.x",
        "after=0.1.x%27--", "mine=maybe", "bulk=2", "q=" + "x" * 201, "from=%00", "q=%ff" * 40 + "x" * 100,
    ],
)  # fmt: skip
async def test_what_an_address_says_wrongly_is_told_and_left_out(house: House, sign_in: SignIn, query: str) -> None:
    ana = await sign_in(house, "ana")
    page = await ana.get(f"/?{query}")
    assert page.status == 200 and "is not understood here, and was left out" in page.words, page.words


@pytest.mark.parametrize(
    "query", ["q=%27%22%3B--+%25_+%5C+%F0%9F%98%80", "q=%00", "q=+++", "q=" + "a+" * 90, "zebra=1"]
)
async def test_odd_words_are_looked_for_like_any_others(house: House, sign_in: SignIn, query: str) -> None:
    ana = await sign_in(house, "ana")
    page = await ana.get(f"/?{query}&state=all")
    assert page.status == 200 and "is not understood" not in page.words


async def test_nothing_of_a_forgotten_customer_is_found_or_kept(house: House, sign_in: SignIn) -> None:
    await house.say("canary-wish for order 45678")
    await house.verify("canary-person@example.com")
    await house.tap("ana", "Approve", await house.card("Waiting*"))
    await house.quiet()
    ana = await sign_in(house, "ana")
    assert len(listed(await ana.get("/?state=all&q=canary+person"))) == 1
    assert len(listed(await ana.get("/?state=all&min=2000"))) == 1
    assert [word for word in ("canary", "chris") if traces(house.folder, word)] == ["canary", "chris"]
    await house.say("/forget yes")
    await house.sees("Erased: *")
    await house.quiet()
    for _ in range(2):
        for path in ("q=canary", "q=person", "q=chris", "q=45678", "min=1", "max=99999"):
            assert listed(await ana.get(f"/?state=all&{path}")) == [], path
        [left] = listed(await ana.get("/?state=all&q=ana+acme"))
        assert "Erased: what this request was about" in words_of(row(await ana.get("/?state=all"), left))
        assert traces(house.folder, "canary") == []
        words = [word for (word,) in house.rows("SELECT word FROM found_word WHERE word NOT LIKE ' %'")]
        assert sorted(words) == sorted({left, "acme", "refunds", "ana", *_label_words()})
        await house.app._web.indexer.sweep()


def _label_words() -> set[str]:
    """The words of the node that asks, which are the workflow's own."""
    [asking_node] = [each for each in json.loads(SEED)["nodes"] if each["data"].get("actionType") == "human_handoff"]
    text = f"{asking_node['id']} {asking_node['data'].get('label', '')}"
    return {word for word in text.lower().replace("_", " ").replace("-", " ").split() if word}


async def test_lists_are_made_again_from_the_record(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(three_ways())
    ids = await hear(house, *["refund"] * 3, "law")
    await house.say(f"/reject {ids[0][:6]} no", "ana")
    await house.quiet()
    ana = await sign_in(house, "ana")
    await ana.get("/")
    kept = "SELECT * FROM found ORDER BY handoff", "SELECT word, opened_at, handoff FROM found_word ORDER BY 1, 2, 3"
    before = [house.rows(each) for each in kept]
    assert len(before[0]) == 4
    record = house.app._web.indexer._record
    at = (await record.next("found"))[0]
    await record.reached("found", at, 0)  # a kill before it was noted how far they are
    assert (await house.app._web.indexer.catch_up()).rows == 0
    assert [house.rows(each) for each in kept] == before
    assert AT_ONCE <= 500


async def test_a_house_without_a_dashboard_keeps_no_lists(open_house: OpenHouse, tmp_path: Path) -> None:
    house = await open_house(asking(), CONFIG.replace("playground = true", "playground = true\ndashboard = false"))
    await hear(house, "hello")
    assert [job.id for job in house.app.scheduler._scheduler.get_jobs() if job.id == "lists"] == []
    assert house.rows("SELECT COUNT(*) FROM found") == [(0,)]
