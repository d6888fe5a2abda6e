"""What operators see of runs, and of what waits for them."""

import asyncio
import json
from html import escape

import pytest

from channels.text import visible
from engine.errors import ErrorCode
from engine.run import RunStatus
from engine.tools import CallOutcome, Refused, Returned, ToolCall, Unknown
from storage import restore
from storage.transaction import Sql, Transaction
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_hostile_input import HOSTILE
from tests.flow.test_in_doubt import CHECKABLE, WIRE, in_doubt, lost
from tests.flow.web.conftest import SignIn
from tests.unit.workflows import file, handoff, message, tool, trigger

ASK = file([trigger(), handoff("ask", "Pay {{message}}?"), message("yes", "Yes."), message("no", "No.")],
           "start > ask", "ask.approved > yes", "ask.rejected > no")  # fmt: skip
KEEPS = file(
    [trigger(), tool("look", "bank__look", arguments={}, outputVariable="account"),
     handoff("ask", "Pay {{account.iban}}?", secret=["account.iban", "account.pin", "account.card.cvc"],
             variables=["message"]),
     tool("wire", "bank__wire", arguments={"to": "{{account.iban}}"}, outputVariable="wired"), message("no", "No.")],
    "start > look", "look > ask", "ask.approved > wire", "ask.rejected > no",
)  # fmt: skip
IBAN, PIN, SECRET = "DE02120300000000202051", "739", "hidden"
ACCOUNT = {"iban": IBAN, "pin": PIN, "card": {"cvc": 77, "kind": "gold"}, "owner": "Chris C."}
PAGES = ("/runs", "/doubts", "/letters", "/workflows", "/workflows/refunds", "/workflows/refunds/picture.svg",
         "/workflows/refunds/reload", "/workflows/refunds/simulate", "/workflows/check")  # fmt: skip


def failing(call: ToolCall) -> CallOutcome:
    return Refused(ErrorCode.TOOL_FAILED, "no such <b>account</b>")


async def run_of(house: House) -> str:
    await house.quiet()
    return str(house.rows("SELECT id FROM run ORDER BY started_at DESC")[0][0])


async def test_only_operators_get_in_and_a_refusal_is_on_record(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK)
    await house.say("100")
    run, ana, olga = await run_of(house), await sign_in(house, "ana"), await sign_in(house, "olga")
    paths = [*PAGES, f"/runs/{run}"]
    for path in paths:
        assert (await ana.get(path)).status == 403, path
        assert (await olga.get(path)).status == 200, path
    asked = [row[0] for row in house.rows("SELECT subject FROM audit WHERE event = 'command.refused'")]
    assert len(asked) == len(paths)
    for path in (f"/runs/{run}/resume", "/letters/1/retry", "/workflows/refunds/reload", "/workflows/refunds/simulate"):
        assert (await ana.post(path, story="x")).status == 403, path


async def test_a_run_is_listed_where_it_stands_and_found_by_filters(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK)
    for who in ("chris", "dana"):
        await house.say("100", who)
        await house.sees("I have escalated*", who)
    olga = await sign_in(house, "olga")
    await house.quiet()
    page = await olga.get("/runs")
    assert page.words.count("Waiting") >= 3 and page.text.count("data-item") == 2
    assert all(word in page.words for word in ("play:chris", "play:dana", "ask", "Acme Refunds", "Open 2"))
    await house.tap("ana", "Approve")
    await house.sees("Yes.", "dana")
    await house.quiet()
    assert "play:dana" not in (await olga.get("/runs")).words
    assert "play:dana" in (await olga.get("/runs?state=done")).words
    assert "play:dana" in (await olga.get("/runs?state=ended&bot=refunds&customer=play:dana")).words
    [(version,)] = house.rows("SELECT DISTINCT workflow_id FROM run")
    assert (await olga.get(f"/runs?workflow={version}")).text.count("data-item") == 1
    assert (await olga.get("/runs?customer=play:dana")).text.count("data-item") == 0


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("state=nonsense", "There is no such state"),
        ("customer=somebody", "A customer is written as"),
        ("workflow=abc", "A version is written"),
        ("beyond=zzz&back=1", ""),
        ("beyond=9999999999999999-" + "a" * 26, ""),
        ("beyond=99999999999999999999-a", ""),
        ("bot=%00%ED%A0%80&customer=play:%00", ""),
        ("bot='; DROP TABLE run; --&state=held", ""),
    ],
)
async def test_a_bad_filter_is_told_or_left_out(open_house: OpenHouse, sign_in: SignIn, query: str, told: str) -> None:
    house = await open_house(ASK)
    olga = await sign_in(house, "olga")
    page = await olga.get(f"/runs?{query}")
    assert page.status == 200 and told in page.words


@pytest.mark.parametrize("run", ["x", "a" * 26, "A" * 200, "%00", "..%2f..", "%F0%9F%98%80"])
async def test_a_run_that_is_not_there_is_missing(open_house: OpenHouse, sign_in: SignIn, run: str) -> None:
    house = await open_house(ASK)
    olga = await sign_in(house, "olga")
    for path in (f"/runs/{run}", f"/runs/{run}/resume"):
        assert (await olga.get(path)).status == 404, path
    assert (await olga.post(f"/runs/{run}/resume")).status == 404


async def test_pages_of_runs_lead_on_and_back(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(file([trigger(), message("hi", "Hello.")], "start > hi"))
    for number in range(60):
        await house.hear(str(number), f"u{number}")
    await house.quiet()
    olga = await sign_in(house, "olga")
    await house.quiet()
    first = await olga.get("/runs?state=done")
    assert first.text.count("data-item") == 50
    older = first.text.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = await olga.get(older)
    assert second.text.count("data-item") == 10 and 'rel="next"' not in second.text
    newer = second.text.split('rel="prev" href="')[1].split('"')[0].replace("&amp;", "&")
    again = await olga.get(newer)
    assert [again.text.count("data-item"), 'rel="prev"' in again.text] == [50, False]
    assert "Done 60" in first.words


async def test_a_run_tells_its_variables_steps_calls_requests_and_record(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house = await in_doubt(open_house)
    olga = await sign_in(house, "olga")
    page = await olga.get(f"/runs/{await run_of(house)}")
    [call] = house.tools.calls("bank__wire")
    for word in ("account 7", "Stopped", "waits for an operator", "bank__wire", call.key, "in doubt", "run.started",
                 "tool.unknown", "must not be repeated", "the line went dead", "play:chris"):  # fmt: skip
        assert str(word) in page.words, word
    [(asked,)] = house.rows("SELECT id FROM handoff")
    assert page.text.count(f'href="/handoffs/{asked}"') == 2


async def test_an_operator_gets_no_link_to_a_teams_request(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK)
    await house.say("100")
    run, olga = await run_of(house), await sign_in(house, "olga")
    page = await olga.get(f"/runs/{run}")
    assert "Approval" in page.words and "/handoffs/" not in page.text


async def test_what_is_secret_is_shown_nowhere(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(KEEPS)
    house.tools.answers["bank__look"] = lambda call: Returned(dict(ACCOUNT))
    house.tools.answers["bank__wire"] = lambda call: Unknown(f"lost {IBAN}")
    await house.say("pay me")
    await house.tap("ana", "Approve", await house.card("Waiting*"))
    await house.card("Was bank__wire carried out?")
    run, olga = await run_of(house), await sign_in(house, "olga")
    [(asked,)] = house.rows("SELECT id FROM handoff WHERE kind = 'doubt'")
    for path in (f"/runs/{run}", "/doubts", f"/handoffs/{asked}"):
        page = await olga.get(path)
        assert IBAN not in page.text and f">{PIN}<" not in page.text, path
        assert "bank__wire" in page.words, path
    form = next(each for each in page.forms(f"/handoffs/{asked}/act") if "reveal" in each.get("token", ""))
    assert IBAN in (await olga.post(f"/handoffs/{asked}/act", **form)).text
    assert len(house.audit("secret.revealed")) == 1
    words = (await olga.get(f"/runs/{run}")).words
    assert '"cvc":77' not in words and f"account.card {SECRET}" in words
    assert "Chris C." in words and f"account.pin {SECRET}" in words


async def test_a_secret_is_hidden_however_json_spells_it(open_house: OpenHouse, sign_in: SignIn) -> None:
    word = 'say "friend"\nand enter'
    arguments = {"to": {"word": "{{account.iban}}", "pin": "{{account.pin}}"}, "owner": "{{account.owner}}"}
    document = json.loads(KEEPS)
    [wire] = [node for node in document["nodes"] if node["id"] == "wire"]
    wire["data"]["arguments"] = arguments
    house = await open_house(json.dumps(document))
    house.tools.answers["bank__look"] = lambda call: Returned(ACCOUNT | {"iban": word, "pin": "09"})
    house.tools.answers["bank__wire"] = lambda call: Returned({"heard": [f"it was {word}"], "pins": ["09"]})
    await house.say("pay me")
    await house.tap("ana", "Approve", await house.card("Waiting*"))
    await house.quiet()
    assert json.loads(house.tools.calls("bank__wire")[0].arguments)["to"]["word"] == word
    page = await (await sign_in(house, "olga")).get(f"/runs/{await run_of(house)}")
    assert "bank__wire" in page.words and "friend" not in page.words and '"09"' not in page.words


async def test_of_a_run_whose_workflow_is_lost_no_value_is_shown(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK)
    await house.say("canary-value")
    run, olga = await run_of(house), await sign_in(house, "olga")
    await house.app.store._run(changed("UPDATE workflow SET document = ?", "no json"))  # type: ignore[attr-defined]
    page = await olga.get(f"/runs/{run}")
    assert page.status == 200 and "message" in page.words and "canary-value" not in page.words.replace("Pay", "")


def changed(sql: str, *values: object) -> Transaction[None]:
    """A row changed behind the application's back."""
    yield Sql(sql, values)


async def test_doubts_and_failures_are_listed_oldest_first_with_what_is_known(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house = await in_doubt(open_house)
    house.tools.answers["bank__wire"] = failing
    await house.say("account 8", "dana")
    await house.card("*no such <b>account</b>*")
    olga = await sign_in(house, "olga")
    page = await olga.get("/doubts")
    [call, _] = house.tools.calls("bank__wire")
    assert page.text.count("data-item") == 2
    assert page.words.index("Call in doubt") < page.words.index("Failure")
    for word in ("account 7", str(call.key), "the line went dead", "Can be said not to have happened from"):
        assert word in page.words, word
    assert "no such <b>account</b>" in page.words and "<b>account" not in page.text
    await house.tap("olga", "Stop", await house.card("*no such <b>account</b>*"))
    await house.quiet()
    assert (await olga.get("/doubts")).text.count("data-item") == 1


async def test_a_look_that_found_nothing_is_told(open_house: OpenHouse, sign_in: SignIn) -> None:
    nothing = lost(0, {"reference": "", "listed": 0})
    house = await in_doubt(open_house, config=CHECKABLE, bank__wire=lost(), bank__look=nothing)
    olga = await sign_in(house, "olga")
    assert 'What a look found {"reference":"","listed":0}' in (await olga.get("/doubts")).words


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_a_hostile_text_is_plain_text_on_every_page(open_house: OpenHouse, sign_in: SignIn, text: str) -> None:
    house = await open_house(WIRE)
    house.tools.answers["bank__wire"] = lambda call: Refused(ErrorCode.TOOL_FAILED, text)
    await house.say(text)
    await house.card("*The tool answered*")
    run, olga = await run_of(house), await sign_in(house, "olga")
    for path in (f"/runs/{run}", "/doubts", "/runs"):
        page = await olga.get(path)
        assert page.status == 200 and len(page.text) < 200_000
        assert "<img src=x" not in page.text and "<script>alert" not in page.text and "\u202e" not in page.text, path
    page = await olga.get(f"/runs/{run}")
    assert escape(visible(text)[:200]) in page.text.replace("&#34;", "&quot;").replace("&#39;", "&#x27;")


async def test_a_held_run_goes_on_by_one_confirmed_click_and_in_the_operators_name(
    open_house: OpenHouse, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await open_house(ASK)
    await house.say("100")
    run, olga = await run_of(house), await sign_in(house, "olga")
    assert (await olga.get(f"/runs/{run}/resume")).status == 404
    assert "not under review" in (await olga.post(f"/runs/{run}/resume")).words
    await house.app.store._run(restore.hold("older", house.app._ground.clock.now()))  # type: ignore[attr-defined]
    await house.quiet()
    assert "Under review" in (await olga.get("/runs?state=held")).words
    page = await olga.get(f"/runs/{run}/resume")
    assert "may do again what was done since" in page.words and "ask" in page.words
    assert house.rows("SELECT status FROM run") == [(RunStatus.HELD.value,)], "a look changes nothing"
    pages = await asyncio.gather(*(olga.post(f"/runs/{run}/resume") for _ in range(3)))
    assert sorted("The run goes on." in page.words for page in pages) == [False, False, True]
    assert [actor for actor, _ in house.audit("run.resumed")] == ["web:olga"]
    assert [actor for actor, _ in house.audit("restore.ended")] == ["web:olga"]
    await house.tap("ana", "Approve", await house.card("Waiting*"))
    await house.sees("*Yes.")


async def test_german_operators_read_german(open_house: OpenHouse, sign_in: SignIn) -> None:
    config = CONFIG.replace('play = "olga", admin', 'play = "olga", locale = "de", admin')
    house = await in_doubt(open_house, config=config)
    run, olga = await run_of(house), await sign_in(house, "olga")
    for path, word in (("/runs", "Läufe"), (f"/runs/{run}", "Werkzeugaufrufe"), ("/doubts", "Ungewisser Aufruf"),
                       ("/letters", "Alles wurde zugestellt"), ("/workflows", "Knoten"),
                       ("/workflows/refunds/simulate", "Geschichte")):  # fmt: skip
        assert word in (await olga.get(path)).words, path


async def test_an_erased_run_tells_that_it_was(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(file([trigger(), message("hi", "Hello.")], "start > hi"))
    await house.say("canary")
    await house.sees("Hello.")
    run, olga = await run_of(house), await sign_in(house, "olga")
    assert "canary" in (await olga.get(f"/runs/{run}")).words
    await house.say("/forget")
    await house.quiet()
    await house.say("/forget yes")
    await house.quiet()
    page = await olga.get(f"/runs/{run}")
    assert json.loads(house.rows("SELECT state FROM run")[0][0]).get("variables") is None
    assert "was erased" in page.words and "canary" not in page.words


async def test_the_seeds_run_shows_no_code(house: House, sign_in: SignIn) -> None:
    await house.say("I want a refund")
    await house.sees("*e-mail address*")
    await house.say("ana@example.com")
    code = await house.code("ana@example.com")
    run, olga = await run_of(house), await sign_in(house, "olga")
    page = await olga.get(f"/runs/{run}")
    assert "waits for the customer" in page.words and code not in page.text
