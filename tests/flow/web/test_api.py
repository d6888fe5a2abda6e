"""The API: the same desk as data, for the same people, and what is sent twice counts once."""

import asyncio
import json
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest

from bot.api.deciding import Deciding
from tests.flow.conftest import OpenHouse
from tests.flow.house import House
from tests.flow.test_authority import asking
from tests.flow.test_edits import a_card
from tests.flow.test_in_doubt import in_doubt
from tests.flow.test_votes import choosing
from tests.flow.web.conftest import SignIn
from tests.flow.web.programs import Program, program, token_of

ALL = {"ana": ("read", "decide"), "ben": ("read", "decide"), "lea": ("read", "decide"),
       "olga": ("read", "decide", "operate")}  # fmt: skip
Enter = Callable[[House], Any]


@pytest.fixture
async def programs(sign_in: SignIn) -> Any:
    """Makes a program for each of these people, with all that their keys may be for."""
    async with AsyncExitStack() as stack:

        async def enter(house: House, *names: str) -> list[Program]:
            return [
                await stack.enter_async_context(program(house, await token_of(await sign_in(house, name), *ALL[name])))
                for name in names
            ]

        yield enter


async def asked(open_house: OpenHouse, workflow: str = "", **data: Any) -> tuple[House, str]:
    """A house in which something is asked, and the id of that request."""
    house = await open_house(workflow or asking(**data))
    await house.say("hello")
    return house, str((await house.card("For Chris"))["handoff"])


async def test_a_request_is_listed_shown_and_approved(open_house: OpenHouse, programs: Enter) -> None:
    house, id = await asked(open_house)
    [ana] = await programs(house, "ana")
    [listed] = (await ana.get("/handoffs")).body["items"]
    shown = (await ana.get(f"/handoffs/{id}")).body
    assert listed.items() <= shown.items()
    assert (shown["id"], shown["state"], shown["reason"], shown["team"]) == (id, "pending", "For Chris", "finance")
    assert shown["actions"] == ["approve", "reject", "claim", "release"]
    [call] = shown["calls"]
    assert call["tool"] == "stripe__create_refund"
    said = (await ana.get(f"/handoffs/{id}/transcript")).body["lines"]
    assert next((line["side"], line["text"]) for line in said) == ("customer", "hello")
    answer = await ana.decide(id, "approve", reason="fine with me")
    assert (answer.status, answer.body["state"], answer.body["outcome"]) == (200, "approved", "Approved.")
    decision = answer.body["decision"]
    assert (decision["by"], decision["by_name"], decision["reason"]) == ("ana", "Ana", "fine with me")
    await house.sees("Paid.")
    [sent] = house.tools.calls("stripe__create_refund")
    assert json.loads(sent.arguments).items() >= json.loads(call["arguments"]).items()
    assert (await ana.get("/handoffs")).body == {"items": [], "next": ""}
    assert [each["id"] for each in (await ana.get("/handoffs?state=approved")).body["items"]] == [id]
    assert "the API" in (await house.card("Approved by Ana*"))["status"]
    [(actor, detail)] = house.audit("handoff.approved")
    assert actor == "ana" and detail["via"].startswith("api:ana.")


async def test_who_comes_too_late_is_told_who_won(open_house: OpenHouse, programs: Enter) -> None:
    house, id = await asked(open_house)
    ana, ben = await programs(house, "ana", "ben")
    answers = await asyncio.gather(ana.decide(id, "approve"), ben.decide(id, "reject", reason="no"))
    assert sorted(answer.status for answer in answers) == [200, 409]
    won, lost = sorted(answers, key=lambda answer: answer.status)
    assert (lost.code, lost.body["state"]) == ("late", won.body["state"])
    assert lost.body["decision"]["by_name"] == won.body["decision"]["by_name"] and lost.body["detail"]
    await house.quiet()
    assert len(house.tools.sent) == (won.body["state"] == "approved")


async def test_the_same_key_and_wish_are_answered_the_same_and_count_once(
    open_house: OpenHouse, programs: Enter
) -> None:
    house, id = await asked(open_house, undo="10m")
    ana, ben = await programs(house, "ana", "ben")
    first = await asyncio.gather(*(ana.decide(id, "approve", key="k1") for _ in range(5)))
    assert [(each.status, each.body) for each in first] == [(200, first[0].body)] * 5
    assert first[0].body["state"] == "settling"
    assert len(house.audit("handoff.settling")) == 1
    assert (await ben.decide(id, "undo", key="k1")).body["state"] == "pending", "a key is its program's own"
    assert (await ana.decide(id, "approve", key="k1")).body == first[0].body
    assert len(house.audit("handoff.settling")) == 1
    for other in ({"action": "reject"}, {"action": "approve", "reason": "x"}, {"action": "approve", "edition": 1}):
        assert (await ana.decide(id, key="k1", **other)).code == "key-reused"
    refused = [await ana.decide(id, "undo", key="k2") for _ in range(2)]
    assert [(each.status, each.body) for each in refused] == [(409, refused[0].body)] * 2
    await house.advance(hours=25)
    assert (await ana.decide(id, "approve", key="k1")).body["state"] == "settling"
    assert len(house.audit("handoff.settling")) == 2, "a key is known for a day"


async def test_a_wish_whose_answer_was_lost_is_known_again(
    open_house: OpenHouse, programs: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, id = await asked(open_house, undo="10m")
    ana, ben = await programs(house, "ana", "ben")
    outcome = Deciding._outcome

    async def killed(*_: Any) -> None:
        raise asyncio.CancelledError

    monkeypatch.setattr(Deciding, "_outcome", killed)
    with pytest.raises(Exception, match=r"(?i)disconnected|eof|reset"):
        await ana.decide(id, "approve", key="k1")
    monkeypatch.setattr(Deciding, "_outcome", outcome)
    assert house.rows("SELECT answer FROM api_answer") == [(None,)]
    assert (await ben.decide(id, "undo")).status == 200
    answer = await ana.decide(id, "approve", key="k1")
    assert (answer.status, answer.body["state"]) == (200, "pending"), "it was done once, and undone since"
    assert len(house.audit("handoff.settling")) == 1


async def test_a_vote_counts_and_says_what_is_missing(open_house: OpenHouse, programs: Enter) -> None:
    house, id = await asked(open_house, quorum=2)
    ana, ben, lea = await programs(house, "ana", "ben", "lea")
    assert (await lea.get("/handoffs")).body["items"] == [], "whoever else is asked stands in the request alone"
    first = await ana.decide(id, "approve")
    assert (first.status, first.body["state"], "One vote so far" in first.body["outcome"]) == (200, "pending", True)
    assert [vote["by"] for vote in (await ben.get(f"/handoffs/{id}")).body["votes"]] == ["ana"]
    assert (await ben.decide(id, "approve")).body["state"] == "approved"


async def test_an_option_is_chosen_by_its_id(open_house: OpenHouse, programs: Enter) -> None:
    house, id = await asked(open_house, choosing())
    [ana] = await programs(house, "ana")
    shown = (await ana.get(f"/handoffs/{id}")).body
    assert ([each["id"] for each in shown["options"]], shown["actions"]) == (
        ["full", "half", "none"], ["choose", "claim", "release"],
    )  # fmt: skip
    assert (await ana.decide(id, "choose")).code == "incomplete"
    assert (await ana.decide(id, "choose", option="all")).code == "incomplete"
    assert (await ana.decide(id, "approve")).code == "late"
    answer = await ana.decide(id, "choose", option="half")
    assert (answer.body["state"], answer.body["decision"]["option"]) == ("chosen", "half")


async def test_a_reason_that_is_wanted_must_be_given(open_house: OpenHouse, programs: Enter) -> None:
    house, id = await asked(open_house, require_reason="reject")
    [ana] = await programs(house, "ana")
    answer = await ana.decide(id, "reject")
    assert (answer.status, answer.code, bool(answer.body["detail"])) == (422, "incomplete", True)
    assert (await ana.decide(id, "reject", reason="  ")).code == "incomplete"
    assert (await ana.decide(id, "reject", reason="Not theirs")).body["state"] == "rejected"


async def test_a_yes_holds_for_the_edition_that_was_looked_at(open_house: OpenHouse, programs: Enter) -> None:
    house, card = await a_card(open_house)
    id = card["handoff"]
    [ana] = await programs(house, "ana")
    await house.say(f"/edit {card['short_id']} total 99", "ben")
    await house.quiet()
    answer = await ana.decide(id, "approve", edition=0)
    assert (answer.status, answer.code, answer.body["edition"]) == (409, "changed", 1)
    assert (await ana.decide(id, "approve", edition=(await ana.get(f"/handoffs/{id}")).body["edition"])).status == 200


async def test_a_request_is_claimed_by_one(open_house: OpenHouse, programs: Enter) -> None:
    house, id = await asked(open_house)
    ana, ben = await programs(house, "ana", "ben")
    assert (await ana.decide(id, "claim")).status == 200
    assert (await ben.decide(id, "claim")).code == "claimed"
    assert [len((await each.get("/handoffs?mine=true")).body["items"]) for each in (ana, ben)] == [1, 0]
    assert (await ben.decide(id, "release")).status == 200
    assert (await ben.decide(id, "claim")).status == 200
    assert (await ben.get(f"/handoffs/{id}")).body["assignee"] == "ben"


async def test_nobody_decides_their_own_request(open_house: OpenHouse, programs: Enter) -> None:
    house = await open_house(asking())
    await house.hear("money please", "ana")
    id = (await house.card("For Ana"))["handoff"]
    ana, ben = await programs(house, "ana", "ben")
    assert (await ana.get(f"/handoffs/{id}")).body["actions"] == ["claim", "release"]
    answer = await ana.decide(id, "approve")
    assert (answer.status, answer.code, answer.body["state"]) == (403, "refused", "pending")
    assert answer.body["detail"] == "This is your own request: somebody else has to decide."
    assert (await ana.decide(id, "claim")).status == 200
    assert (await ben.decide(id, "approve")).status == 200


async def test_a_doubt_is_for_operators_with_a_key_for_it(
    open_house: OpenHouse, programs: Enter, sign_in: SignIn
) -> None:
    house = await in_doubt(open_house)
    id = (await house.cards())[-1]["body"]["handoff"]
    ana, olga = await programs(house, "ana", "olga")
    assert (await ana.get(f"/handoffs/{id}")).status == 404
    assert (await ana.decide(id, "stop")).status == 404
    assert (await ana.get("/handoffs?state=all")).body["items"] == []
    shown = (await olga.get(f"/handoffs/{id}")).body
    assert shown["kind"] == "doubt" and {"confirm", "stop"} <= set(shown["actions"])
    async with program(house, await token_of(await sign_in(house, "olga"), "read", "decide")) as without:
        assert (await without.decide(id, "stop")).code == "scope-missing"
    assert (await olga.decide(id, "approve")).code == "refused"
    answer = await olga.decide(id, "confirm", reason="re_99")
    assert (answer.status, answer.body["state"]) == (200, "confirmed")
    run = (await olga.get(f"/runs/{shown['run']}")).body
    assert (run["id"], id in run["handoffs"]) == (shown["run"], True)


async def test_bad_requests_are_told_what_is_wrong_with_them(open_house: OpenHouse, programs: Enter) -> None:
    house, id = await asked(open_house)
    [ana] = await programs(house, "ana")
    path, key = f"/handoffs/{id}/decision", {"Idempotency-Key": "k"}
    for body, wrong in (
        ({"action": "approve"}, "edition"), ({"action": "approve", "edition": 0, "force": True}, "force: unknown"),
        ({"action": "settle", "edition": 0}, "action"), ({"action": "approve", "edition": "0"}, "edition"),
        ({"action": "approve", "edition": True}, "edition"), ({"action": "approve", "edition": -1}, "edition"),
        ({"action": "reject", "edition": 0, "reason": "x" * 2001}, "reason"), ([], "no object"), ("x", "no object"),
    ):  # fmt: skip
        answer = await ana.ask("POST", path, json=body, **key)
        assert (answer.status, answer.code) == (422, "bad-body"), body
        assert wrong in " ".join(answer.body["errors"]), body
    for text in ("{", '{"action":"approve","action":"reject","edition":0}', '{"edition":NaN}', "[" * 20_000, "\xff"):
        async with ana.http.post(
            f"{ana.address}/api/v1{path}", data=text.encode("latin-1"),
            headers={"Authorization": f"Bearer {ana.token}", "Content-Type": "application/json", **key},
        ) as response:  # fmt: skip
            assert response.status == 422, text[:20]
    assert (await ana.ask("POST", path, json={"action": "approve", "edition": 0})).code == "key-missing"
    assert (await ana.ask("POST", path, **{**key, "Content-Type": "text/plain"})).code == "not-json"
    assert (await ana.ask("POST", path, json={"reason": "x" * 70_000}, **key)).code == "too-large"
    for query in ("limit=0", "limit=101", "limit=x", "limit=٣", "sort=up", "state=", "mine=1", "limit=1&limit=2",
                  "cursor=%00", "cursor=AAAA", "cursor=" + "A" * 101):  # fmt: skip
        assert (await ana.get(f"/handoffs?{query}")).status == 400, query
    for path in ("/handoffs/x", "/handoffs/", f"/handoffs/{id}/", "/handoffs/%00", "/nothing", "//me"):
        assert (await ana.get(path)).code == "not-found", path
    wrong_way = await ana.ask("DELETE", "/handoffs")
    assert (wrong_way.code, wrong_way.headers["Allow"]) == ("bad-method", "GET")
    assert house.audit("handoff.approved") == []
    assert (await ana.decide(id, "reject", reason="half a pair \ud800")).code == "bad-body"
    hostile = await ana.decide(id, "reject", reason="nul \x00")
    assert hostile.body["decision"]["reason"] == "nul \ufffd"


async def test_pages_hold_every_request_once(open_house: OpenHouse, programs: Enter) -> None:
    house = await open_house(asking())
    for number in range(7):
        await house.hear("hello", f"customer{number}")
    await house.quiet()
    ana, lea = await programs(house, "ana", "lea")
    known = {id for (id,) in house.rows("SELECT id FROM handoff")}
    assert len(known) == 7
    await ana.decide(min(known), "approve")
    seen, cursor = [], ""
    for _ in range(10):
        page = (await ana.get(f"/handoffs?state=all&limit=3&cursor={cursor}")).body
        seen += [(each["opened_at"], each["id"]) for each in page["items"]]
        cursor = page["next"]
        if not cursor:
            break
    assert seen == sorted(seen, reverse=True) and len(seen) == 7 and {id for _, id in seen} == known
    assert len((await ana.get("/handoffs?state=open")).body["items"]) == 6
    assert len((await ana.get("/handoffs?state=all&bot=refunds&team=finance")).body["items"]) == 7
    for other in ("bot=else", "team=legal"):
        assert (await ana.get(f"/handoffs?state=all&{other}")).body["items"] == []
    assert (await lea.get("/handoffs?state=all")).body == {"items": [], "next": ""}


async def test_the_record_and_figures_are_for_whom_they_are(open_house: OpenHouse, programs: Enter) -> None:
    house, id = await asked(open_house)
    ana, lea, olga = await programs(house, "ana", "lea", "olga")
    await ana.decide(id, "approve")
    await house.quiet()
    rows, after = [], 0
    while after is not None:
        page = (await olga.get(f"/audit?limit=2&after={after}")).body
        rows += page["items"]
        after = page["next"]
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    assert len(rows) == house.rows("SELECT COUNT(*) FROM audit")[0][0]
    about = (await olga.get(f"/audit?subject={id}")).body["items"]
    assert {"handoff.opened.approval", "handoff.approved"} <= {row["event"] for row in about}
    figures = (await ana.get("/stats")).body
    assert (figures["opened"], figures["waiting"], figures["outcomes"]) == (1, 0, {"approved": 1})
    assert figures["seconds"]["half"] >= 0
    assert (await lea.get("/stats")).body["opened"] == 0
    assert (await olga.get("/stats?bot=else")).body["opened"] == 0


async def test_every_route_shows_everybody_what_is_theirs_and_nothing_else(
    open_house: OpenHouse, programs: Enter
) -> None:
    house, id = await asked(open_house)
    people = dict(zip(("", "ana", "lea", "olga"), [None, *await programs(house, "ana", "lea", "olga")], strict=True))
    run = (await people["ana"].get(f"/handoffs/{id}")).body["run"]
    wish = {"action": "approve", "edition": 0}
    expected = {
        ("GET", "/me"): (401, 200, 200, 200),
        ("GET", "/handoffs"): (401, 200, 200, 200),
        ("GET", "/handoffs/{id}"): (401, 200, 404, 404),
        ("GET", "/handoffs/{id}/transcript"): (401, 200, 404, 404),
        ("GET", "/runs/{id}"): (401, 403, 403, 200),
        ("GET", "/audit"): (401, 403, 403, 200),
        ("GET", "/stats"): (401, 200, 200, 200),
        ("POST", "/handoffs/{id}/decision"): (401, 200, 404, 404),
    }
    assert house.app.server
    served = {
        (route.method, route.resource.canonical.removeprefix("/api/v1"))
        for route in house.app.server._app.router.routes()
        if route.resource and route.resource.canonical.startswith("/api/v1/")
    } - {("GET", "/openapi.json"), ("HEAD", "/openapi.json")}
    assert served == set(expected)
    async with program(house) as nobody:
        for (method, path), statuses in expected.items():
            for name, status in sorted(zip(people, statuses, strict=True), key=lambda pair: pair[0] == "ana"):
                sent = path.replace("{id}", run if path.startswith("/runs") else id)
                body, key = (wish, {"Idempotency-Key": name or "n"}) if method == "POST" else (None, {})
                answer = await (people[name] or nobody).ask(method, sent, json=body, **key)
                assert answer.status == status, (method, path, name, answer.body)
                if status in (401, 403, 404):
                    assert "hello" not in str(answer.body) and "Chris" not in str(answer.body)
    missing = await people["lea"].get("/handoffs/" + "a" * 26)
    assert missing.body == (await people["lea"].get(f"/handoffs/{id}")).body, "theirs or not there looks the same"
    assert (await people["ana"].decide(id, "stop")).code == "scope-missing"


async def test_what_is_masked_on_cards_is_masked_here(open_house: OpenHouse, programs: Enter) -> None:
    house = await open_house()
    await house.say("I want a refund for order 45678")
    await house.verify()
    card = await house.card("*2150*")
    [ana] = await programs(house, "ana")
    shown = (await ana.get(f"/handoffs/{card['handoff']}")).body
    assert [(fact["label"], fact["value"], fact["note"]) for fact in shown["facts"]] == [
        (row["label"], row["value"], row["note"]) for row in card["facts"]
    ]
    assert [call["arguments"] for call in shown["calls"]] == [call["raw"] for call in card["calls"]]
