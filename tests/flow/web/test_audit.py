"""The record for operators: what they find in it, how its chain is checked, and copies of it."""

import asyncio
import csv
import io
import json
import re
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from bot.dashboard.events import EVENTS
from engine.step import AuditEntry
from storage import record
from storage.audit import AuditRow, Head
from storage.verify import Chain
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking
from tests.flow.web.conftest import SignIn
from tests.flow.web_house import Page, Visitor

_ROW = re.compile(r'<tr id="row-(\d+)"')


def numbers(page: Page) -> list[int]:
    """The numbers of the rows on a page, from top to bottom."""
    return [int(number) for number in _ROW.findall(page.text)]


def standing(house: House, where: str = "1 = 1", *values: object) -> list[int]:
    """The numbers of rows in the table, newest first."""
    return [number for (number,) in house.rows(f"SELECT id FROM audit WHERE {where} ORDER BY id DESC", *values)]


async def told(house: House) -> str:
    """Two requests: one approved by Ana, one refused to Otto; answers the id of the first."""
    for user, who in (("u1", "ana"), ("u2", "otto")):
        await house.hear("hello", user)
        await house.tap(who, "Approve", await house.card(f"For {user.title()}"))
        await house.quiet()
    return str(house.rows("SELECT id FROM handoff ORDER BY opened_at")[0][0])


@pytest.fixture
async def asked(open_house: OpenHouse) -> House:
    return await open_house(asking(remind=[]))


async def test_the_newest_rows_come_first_with_what_they_are_about(asked: House, sign_in: SignIn) -> None:
    handoff, olga = await told(asked), await sign_in(asked, "olga")
    page = await olga.get("/audit")
    assert numbers(page) == standing(asked) and len(numbers(page)) > 10
    ((run, number, digest),) = asked.rows(
        "SELECT h.run_id, a.id, a.hash FROM audit a JOIN handoff h ON h.id = a.subject WHERE event = 'handoff.approved'"
    )
    assert f'href="/handoffs/{handoff}"' in page.text and f'href="/runs/{run}"' in page.text
    row = page.text.partition(f'id="row-{number}"')[2].partition("</tr>")[0]
    assert "Approved" in row and "handoff.approved" in row and "Ana" in row and digest[:12] in row
    assert "&#34;via&#34;: &#34;play:review&#34;" in row and "<details>" in row


@pytest.mark.parametrize("who", ["ana", "lea"])
async def test_it_is_for_operators(asked: House, sign_in: SignIn, who: str) -> None:
    guest = await sign_in(asked, who)
    for path in ("/audit", "/audit.csv", "/audit.jsonl", "/audit?subject=x"):
        page = await guest.get(path)
        assert page.status == 403 and not numbers(page) and "for operators" in page.words
    assert (await guest.post("/audit/verify")).status == 403
    assert asked.audit("audit.exported") == asked.audit("audit.verified") == []


async def test_filters_find_what_they_say(asked: House, sign_in: SignIn) -> None:
    handoff, olga = await told(asked), await sign_in(asked, "olga")
    await sign_in(asked, "ana")
    today = datetime.now(UTC).date()

    async def found(query: str) -> list[int]:
        return numbers(await olga.get(f"/audit?{query}"))

    assert await found("event=decision.refused") == standing(asked, "event = 'decision.refused'") != []
    assert await found(f"subject={handoff}") == standing(asked, "subject = ?", handoff) != []
    assert await found(f"subject={handoff[:9]}") == standing(asked, "subject LIKE ?", f"{handoff[:9]}%")
    assert await found("subject=%25") == await found("subject=_") == [], "no pattern"
    anas = standing(asked, "actor IN ('ana', 'web:ana', 'play:ana')")
    assert await found("actor=ana") == anas and len(anas) > len(standing(asked, "actor = 'ana'")) > 0
    assert await found("actor=web:ana") == standing(asked, "actor = 'web:ana'") != []
    assert await found("actor=play:otto") == standing(asked, "actor = 'play:otto'") != []
    both = standing(asked, "actor = 'ana' AND subject = ?", handoff)
    assert await found(f"actor=ana&subject={handoff}&event=handoff.approved&from={today}") == both != []
    assert await found(f"to={today - timedelta(days=1)}") == await found(f"from={today + timedelta(days=1)}") == []
    assert "No row is like that" in (await olga.get("/audit?event=nothing")).words


async def test_days_are_the_readers_own(open_house: OpenHouse, sign_in: SignIn) -> None:
    zone = CONFIG.replace('play = "olga"', 'play = "olga", timezone = "Pacific/Kiritimati"')
    house = await open_house(asking(remind=[]), zone)
    await told(house)
    await house.advance(days=2)
    await house.hear("hello", "u3")
    await house.card("For U3")
    await house.quiet()
    olga = await sign_in(house, "olga")
    (began, ended) = house.rows("SELECT MIN(at), MAX(at) FROM audit")[0]
    there = [datetime.fromtimestamp(at / 1e6, UTC) + timedelta(hours=14) for at in (began, ended)]
    last = await olga.get(f"/audit?from={there[1].date()}")
    first = await olga.get(f"/audit?to={there[0].date()}")
    assert numbers(last) and numbers(first) and set(numbers(last)).isdisjoint(numbers(first))
    midnight = datetime.combine(there[1].date(), datetime.min.time(), UTC) - timedelta(hours=14)
    assert numbers(last) == standing(house, "at >= ?", midnight.timestamp() * 1e6)


async def test_it_is_read_page_by_page_to_its_beginning(
    asked: House, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    await told(asked)
    olga = await sign_in(asked, "olga")
    monkeypatch.setattr("bot.dashboard.audit.SHOWN", 5)
    assert await walked(olga, "/audit") == standing(asked)
    monkeypatch.setattr(record, "REACH", 4)
    page = await olga.get("/audit?event=process.started")
    assert numbers(page) == [] and "No row like that was found back to" in page.words
    assert await walked(olga, "/audit?event=process.started") == standing(asked, "event = 'process.started'") == [1]


async def walked(guest: Visitor, path: str) -> list[int]:
    """The rows of all pages, by the links from each to the next."""
    found = list[int]()
    for _ in range(50):
        page = await guest.get(path)
        found += numbers(page)
        link = re.search(r'<a rel="next" href="([^"]+)"', page.text)
        if not link:
            return found
        path = link[1].replace("&amp;", "&")
    raise AssertionError("there is no end of it")


@pytest.mark.parametrize(
    ("query", "is_bad"),
    [("from=x", True), ("to=2026-02-30", True), ("before=-3", True), ("before=x", True), ("before=" + "9" * 40, True),
     ("from=0001-01-01", True), ("to=9999-12-31", True), ("before=999999999999999", False), ("event=%00", False),
     ("actor=%ff%ed%a0%80", False), ("subject=" + "x" * 5000, False), ("event='%20OR%201=1--", False)],
)  # fmt: skip
async def test_bad_parameters_are_told_and_left_out(asked: House, sign_in: SignIn, query: str, is_bad: bool) -> None:
    olga = await sign_in(asked, "olga")
    page = await olga.get(f"/audit?{query}")
    assert page.status == 200 and ("was not understood" in page.words) is is_bad
    assert (await olga.get(f"/audit.csv?{query}")).status == (400 if is_bad else 200)


# --- the check -------------------------------------------------------------------------------------------------------


async def checked(house: House, olga: Visitor) -> str:
    """Press the button, and wait for what it comes to."""
    await olga.get("/audit")
    before = len(house.audit("audit.verified"))
    page = await olga.post("/audit/verify")
    assert page.status == 200 and "The check has begun" in page.words

    async def look() -> bool:
        return len(house.audit("audit.verified")) > before

    await house.until(look, house.state, "a check")
    page = await olga.get("/audit")
    return page.text.partition('class="result">')[2].partition("<")[0]


async def test_a_whole_record_is_found_whole_and_that_is_on_record(asked: House, sign_in: SignIn) -> None:
    await told(asked)
    olga = await sign_in(asked, "olga")
    result = await checked(asked, olga)
    ((actor, detail),) = asked.audit("audit.verified")
    assert actor == "web:olga" and result.endswith(f"{detail['rows']} rows, head {detail['head']}")
    assert asked.rows("SELECT hash FROM audit WHERE id = ?", detail["rows"]) == [(detail["head"],)]


TAMPERED = {
    'UPDATE audit SET detail = \'{"via":"x"}\' WHERE id = 4': ("Row 4 is not as it was written", 4, "changed"),
    "UPDATE audit SET detail = 'no JSON' WHERE id = 4": ("Row 4 is not as it was written", 4, "changed"),
    "DELETE FROM audit WHERE id = 3": ("Row 3 is missing", 3, "missing"),
    "DELETE FROM audit WHERE id IN (3, 4, 5)": ("Rows 3 to 5 are missing", 3, "missing"),
}


@pytest.mark.parametrize("sql", TAMPERED)
async def test_a_row_that_was_changed_is_named(asked: House, sign_in: SignIn, sql: str) -> None:
    await told(asked)
    olga = await sign_in(asked, "olga")
    words, number, why = TAMPERED[sql]
    with closing(sqlite3.connect(asked.folder / "assent.db")) as books, books:
        books.execute(sql)
    assert words in await checked(asked, olga)
    assert [detail for _, detail in asked.audit("audit.verified")] == [{"broken": number, "why": why}]
    assert (await olga.get("/audit")).status == (await olga.get("/audit.jsonl")).status == 200


async def test_who_asks_meanwhile_joins_the_first_check(
    asked: House, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    await told(asked)
    olga = await sign_in(asked, "olga")
    going, reading = asyncio.Event(), record.StoredRecord.page

    async def page(self: record.StoredRecord, after: int) -> tuple[Head, Sequence[AuditRow]]:
        await going.wait()
        return await reading(self, after)

    monkeypatch.setattr(record.StoredRecord, "page", page)
    await olga.get("/audit")
    first = await olga.post("/audit/verify")
    second = await olga.post("/audit/verify")
    assert "has begun" in first.words and "under way already" in second.words
    assert re.search("Checking: 0 of [0-9]+ rows", second.words) and "data-again" in second.text
    assert "The record is whole" not in second.words
    going.set()

    async def look() -> bool:
        return "The record is whole" in (await olga.get("/audit")).words

    await asked.until(look, asked.state, "a result")
    assert len(asked.audit("audit.verified")) == 1


async def test_others_are_served_while_it_is_checked(
    asked: House, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    await told(asked)
    olga = await sign_in(asked, "olga")
    monkeypatch.setattr("bot.dashboard.checking.SLICE", 1)
    turns, follow = list[int](), Chain.follow

    def followed(self: Chain, row: AuditRow) -> None:
        turns.append(row.number)
        asyncio.get_running_loop().call_soon(turns.append, 0)
        follow(self, row)

    monkeypatch.setattr(Chain, "follow", followed)
    await checked(asked, olga)
    assert len(turns) > 20 and turns[1::2] == [0] * len(turns[1::2]), "each slice gives way"


# --- copies ----------------------------------------------------------------------------------------------------------


async def exported(house: House, form: str) -> str:
    """What `assent audit export` prints beside the running application."""
    command = (sys.executable, "-m", "bot", "audit", "export", "--format", form, "--config")
    process = await asyncio.create_subprocess_exec(
        *command, str(house.folder / "assent.toml"), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    return out.decode()


async def test_a_copy_is_what_the_command_prints(
    asked: House, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    await told(asked)
    olga = await sign_in(asked, "olga")
    monkeypatch.setattr("bot.dashboard.audit.BATCH", 7)
    printed = {form: await exported(asked, form) for form in ("json", "csv")}
    rows, cells = await olga.get("/audit.jsonl"), await olga.get("/audit.csv")
    assert rows.headers["Content-Disposition"] == 'attachment; filename="assent-record.jsonl"'
    assert rows.text == printed["json"] and rows.text.count("\n") > 10
    own = len(rows.text.splitlines()) + 1
    assert cells.text.splitlines()[:own] == printed["csv"].splitlines()
    assert asked.audit("audit.exported") == [("web:olga", {"form": "jsonl"}), ("web:olga", {"form": "csv"})]
    assert standing(asked, "event = 'audit.exported'") == [own + 1, own], "itself is not in it"


async def test_a_copy_has_what_is_sought(asked: House, sign_in: SignIn) -> None:
    handoff, olga = await told(asked), await sign_in(asked, "olga")
    copy = await olga.get(f"/audit.csv?subject={handoff[:10]}&event=handoff.approved")
    (row,) = csv.DictReader(io.StringIO(copy.text, newline=""))
    assert (row["subject"], row["actor"], json.loads(row["detail"])["via"]) == (handoff, "ana", "play:review")
    assert copy.text.endswith("\r\n")
    sought = {"subject": handoff[:10], "event": "handoff.approved", "form": "csv"}
    assert asked.audit("audit.exported") == [("web:olga", sought)]


async def test_a_copy_has_no_formulas(asked: House, sign_in: SignIn) -> None:
    olga = await sign_in(asked, "olga")
    for actor in ("=1+1", "+1", "-1", "@x"):
        entry = AuditEntry("command.refused", actor, actor, datetime.now(UTC), {})
        await asked.app.store.audit(entry)
    copy = await olga.get("/audit.csv?event=command.refused")
    rows = list(csv.DictReader(io.StringIO(copy.text, newline="")))
    assert [row["actor"] for row in rows] == [row["subject"] for row in rows] == ["'=1+1", "'+1", "'-1", "'@x"]
    page = await olga.get("/audit?event=command.refused")
    assert len(numbers(page)) == 4


async def test_what_is_said_in_the_record_is_text_on_the_page(asked: House, sign_in: SignIn) -> None:
    olga, hostile = await sign_in(asked, "olga"), '<img src=x onerror="alert(1)">'
    entry = AuditEntry("place.bound", hostile, hostile, datetime.now(UTC), {"<b>": hostile})
    await asked.app.store.audit(entry)
    page = await olga.get("/audit?event=place.bound")
    assert len(numbers(page)) == 1 and "<img" not in page.text and "<b>" not in page.text


def test_every_event_with_words_has_its_own(house: House) -> None:
    known = {event: house.app._locales.text("en", f"dash-fact-{event.replace('.', '-')}") for event in EVENTS}
    assert not [event for event, words in known.items() if words.startswith("dash-")]
