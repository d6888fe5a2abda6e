"""Figures are what a plain count finds, and nobody is told more than what they may decide."""

import itertools
from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from channels.web.dashboard.sheets import line
from storage import statistics, writer
from storage.transaction import Transaction
from tests.flow.conftest import OpenHouse
from tests.flow.house import House
from tests.flow.test_authority import asking
from tests.flow.web.conftest import SignIn
from tests.flow.web.figures_story import ZONE, all_asked, moment, open_at, spread_of, table, weeks
from tests.flow.web_house import words_of

SPREAD = ("decided", "agreed", "rejected", "rate", "half", "most")


async def test_figures_are_those_of_a_plain_count(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await weeks(open_house)
    olga, asked = await sign_in(house, "olga"), all_asked(house)
    assert len(asked) >= 30 and {each.state for each in asked} >= {"approved", "rejected", "timed_out", "pending"}

    states = Counter("open" if each.state == "pending" else each.state for each in asked)
    assert {row["state"]: int(row["count"]) for row in await table(olga, "outcomes")} == states

    for row in await table(olga, "teams"):
        theirs = [each for each in asked if each.team == row["team"]]
        waiting = sum(each.state == "pending" for each in theirs)
        assert (row["opened"], row["waiting"]) == (str(len(theirs)), str(waiting))
        assert {name: row[name] for name in SPREAD} == spread_of(theirs)

    people = {row["person"]: {name: row[name] for name in SPREAD} for row in await table(olga, "people")}
    assert people == {
        **{who: spread_of([each for each in asked if each.person == who]) for who in ("ana", "ben", "lea")},
        "all": spread_of(asked),
    }
    for row in await table(olga, "nodes"):
        assert {name: row[name] for name in SPREAD} == spread_of([each for each in asked if each.node == row["node"]])

    zone = ZoneInfo(ZONE)
    for row in await table(olga, "hours"):
        then = [each for each in asked if moment(each.opened).astimezone(zone).hour == int(row["hour"])]
        expected = spread_of(then)
        assert (row["opened"], row["half"], row["most"]) == (str(len(then)), expected["half"], expected["most"])

    points = await table(olga, "backlog")
    found = [(datetime.fromisoformat(row["at"]), int(row["waiting"])) for row in points]
    assert len(found) > 25 and max(count for _, count in found) >= 3
    assert [count for _, count in found[:-1]] == [open_at(asked, at) for at, _ in found[:-1]]
    assert found[-1][1] == states["open"]
    assert {at.astimezone(zone).time().isoformat() for at, _ in found[1:-1]} == {"00:00:00"}

    now = moment(max(each.opened for each in asked)) + timedelta(hours=5, minutes=13)
    ages = [int(row["waiting"]) for row in await table(olga, "ages")]
    hours = [(now - moment(each.opened)) / timedelta(hours=1) for each in asked if each.state == "pending"]
    edges = [0, 1, 4, 24, 168, 10_000]
    assert ages == [sum(low <= age < high for age in hours) for low, high in itertools.pairwise(edges)]


async def test_a_period_has_a_beginning_and_an_end(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await weeks(open_house, 12)
    olga, asked, zone = await sign_in(house, "olga"), all_asked(house), ZoneInfo(ZONE)
    days = sorted({moment(each.opened).astimezone(zone).date() for each in asked})
    first, last = days[1], days[-2]
    inside = [each for each in asked if first <= moment(each.opened).astimezone(zone).date() <= last]
    query = f"from={first}&to={last}"
    assert 0 < len(inside) < len(asked)
    assert sum(int(row["count"]) for row in await table(olga, "outcomes", query)) == len(inside)
    assert sum(int(row["opened"]) for row in await table(olga, "hours", query)) == len(inside)
    for row in await table(olga, "backlog", query):
        assert int(row["waiting"]) == open_at(asked, datetime.fromisoformat(row["at"])), row
    page = await olga.get(f"/stats?{query}")
    assert f'value="{first}"' in page.text and "Nothing to count" not in page.words


async def test_reviewers_see_their_teams_and_of_people_only_themselves(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await weeks(open_house, 6)
    ana, lea, asked = await sign_in(house, "ana"), await sign_in(house, "lea"), all_asked(house)
    finance = [each for each in asked if each.team == "finance"]
    assert [row["team"] for row in await table(ana, "teams")] == ["finance"]
    assert [row["team"] for row in await table(lea, "teams")] == ["legal"]
    people = {row["person"]: row for row in await table(ana, "people")}
    assert set(people) == {"ana", "all"}
    assert int(people["all"]["decided"]) == int(spread_of(finance)["decided"]) > int(people["ana"]["decided"]) > 0
    page = (await ana.get("/stats")).words
    assert "for operators only" in page and "Ben" not in page and "Legal" not in page and "law" not in page
    assert "for operators only" not in (await (await sign_in(house, "olga")).get("/stats")).words


async def test_what_is_not_theirs_looks_as_if_it_were_not_there(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await weeks(open_house, 3)
    ana = await sign_in(house, "ana")
    for theirs, nobodys in (("team=legal", "team=nobody"), ("bot=refunds&team=legal", "bot=refunds&team=x")):
        other, missing = await ana.get(f"/stats?{theirs}"), await ana.get(f"/stats?{nobodys}")
        assert other.status == missing.status == 200
        assert "no such bot or team here for you" in other.words
        assert await table(ana, "outcomes", theirs) == await table(ana, "outcomes", nobodys)
    lea = await sign_in(house, "lea")
    assert "no such bot or team here" in (await lea.get("/stats?bot=refunds")).words, "a bot of another team"


@pytest.mark.parametrize(
    "query",
    [
        "days=-1", "days=8", "days=x", "days=" + "9" * 5000, "from=x", "to=2026-13-01", "from=0001-01-01",
        "to=9999-12-31", "from=2026-11-02&to=2026-11-01", "from=%00", "days=%ff", "bot=%00&team=%F0%9F%98%80%ed%a0%80",
    ],
)  # fmt: skip
async def test_bad_parameters_are_told_in_words(house: House, sign_in: SignIn, query: str) -> None:
    ana = await sign_in(house, "ana")
    page = await ana.get(f"/stats?{query}")
    assert page.status == 200
    assert ("was not understood" in page.words) or ("no such bot or team" in page.words), page.words
    assert (await ana.get(f"/stats.csv?table=outcomes&{query}")).status == 200


async def test_a_file_of_no_table_is_missing(house: House, sign_in: SignIn) -> None:
    ana = await sign_in(house, "ana")
    for query in ("", "?table=", "?table=accounts", "?table=%00"):
        assert (await ana.get(f"/stats.csv{query}")).status == 404


async def test_without_any_request_there_is_a_page_all_the_same(house: House, sign_in: SignIn) -> None:
    page = await (await sign_in(house, "ana")).get("/stats?from=2999-01-01")
    assert page.status == 200 and "Nothing to count" in page.words


async def test_what_happens_meanwhile_is_counted(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking(remind=[], escalate=[{"after": "30m", "to": "legal"}]))
    await house.say("hello")
    await house.card("For Chris")
    await house.advance(minutes=31)
    await house.app.alarm.sweep()
    await house.quiet()
    await house.tap("ana", "Approve")
    await house.quiet()
    olga, otto = await sign_in(house, "olga"), await sign_in(house, "lea")
    rows = {row["event"]: (row["times"], row["requests"]) for row in await table(olga, "events")}
    assert rows.pop("handoff.escalated") == ("1", "1") and set(rows.values()) == {("0", "0")}
    others = await table(otto, "events")
    assert {row["times"] for row in others} == {"0"}, "of another team"


async def test_what_is_cut_off_is_told(open_house: OpenHouse, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    house = await weeks(open_house, 3)
    olga = await sign_in(house, "olga")
    told = ("Times are those of the newest 2 closed requests", "counted in the newest 5 rows of the record, back to")
    before = (await olga.get("/stats")).words
    monkeypatch.setattr(statistics, "MOST_TIMES", 2)
    monkeypatch.setattr(statistics, "MOST_ENTRIES", 5)
    monkeypatch.setattr("bot.dashboard.statistics.MOST_TIMES", 2)
    monkeypatch.setattr("bot.dashboard.statistics.MOST_ENTRIES", 5)
    after = (await olga.get("/stats")).words
    assert [words in before for words in told] == [False, False]
    assert [words in after for words in told] == [True, True]


async def test_a_page_asks_the_database_as_often_for_many_as_for_few(
    open_house: OpenHouse, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, statements = await open_house(asking(remind=[])), list[str]()
    olga = await sign_in(house, "olga")

    async def asked() -> list[str]:
        await house.quiet()
        statements.clear()
        await table(olga, "teams")
        ours = ("COUNT(*) FROM handoff h", "JOIN decision d", "audit a JOIN handoff h", "d JOIN handoff h")
        return [text for text in statements if any(part in text for part in ours) and "LEFT JOIN" not in text]

    playing = writer._play

    def heard(connection: Any, transaction: Transaction[Any]) -> Any:
        return playing(connection, _listened(transaction, statements))

    monkeypatch.setattr(writer, "_play", heard)
    few = await asked()
    for number in range(5):
        await house.hear("hello", f"u{number}")
        await house.tap("ana", "Approve", await house.card(f"For U{number}"))
    assert await asked() == few and 3 < len(few) < 10


def _listened(transaction: Transaction[Any], statements: list[str]) -> Transaction[Any]:
    sql = next(transaction, None)
    while sql is not None:
        statements.append(sql.text)
        try:
            sql = transaction.send((yield sql))
        except StopIteration as end:
            return end.value
    return None


async def test_each_chart_has_its_numbers_as_a_table(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await weeks(open_house, 5)
    page = await (await sign_in(house, "olga")).get("/stats")
    figures = page.text.split("<figure")[1:]
    assert len(figures) >= 5
    for figure in figures:
        picture, _, rest = figure.partition("</figure>")
        assert "<figcaption>" in picture and 'role="img"' in picture and "<rect" in picture
        table_below = rest.split("</details>")[0]
        assert "<summary>As a table</summary>" in table_below and "<td" in table_below
        assert words_of(picture.split('aria-label="')[1].split('"')[0])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_no_spreadsheet_executes_a_cell(text: str) -> None:
    cell = line([text, 'a "b"', None, 3])
    assert cell.lstrip('"').startswith("'") and cell.endswith(',"a ""b""",,3\r\n')
