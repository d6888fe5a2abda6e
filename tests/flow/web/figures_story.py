"""A few weeks at two teams, and what happened in them by a plain count over the tables."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.web_house import Visitor
from tests.unit.workflows import file, handoff, message, trigger

ZONE = "Asia/Kolkata"
"""Olga's: no whole hours from UTC."""
HOUSE = CONFIG.replace(
    'olga = { name = "Olga", play = "olga", admin = true }',
    f'olga = {{ name = "Olga", play = "olga", admin = true, timezone = "{ZONE}" }}',
)
TWO_TEAMS = file(
    [trigger(), handoff("pay", remind=[], timeout="3d"), handoff("law", team="legal", remind=[], timeout="10d"),
     message("yes", "Yes."), message("no", "No.")],
    "start > pay", "pay.approved > law", "law.approved > yes", "pay.rejected > no", "law.rejected > no",
)  # fmt: skip
FINANCE = ("ana", "ben", "ana:reject", "ben", "", "ana", "ben:reject", "ana", "", "ben")
"""Who decides each request, and how; nobody decides those of the empty ones."""
LEGAL = ("lea", "lea:reject", "", "lea")


@dataclass(frozen=True)
class Asked:
    """A handoff as it stands in the tables."""

    team: str
    node: str
    state: str
    opened: int
    closed: int | None
    person: str | None


async def weeks(open_house: OpenHouse, requests: int = 20) -> House:
    """Requests at all hours, decided after all kinds of times, or by nobody."""
    house = await open_house(TWO_TEAMS, HOUSE)
    for number in range(requests):
        await house.hear("hello", f"u{number}")
        await _decided(house, f"For U{number}", FINANCE[number % len(FINANCE)], 7 * (number % 9))
        if "reject" not in FINANCE[number % len(FINANCE)] and FINANCE[number % len(FINANCE)]:
            await _decided(house, f"For U{number}", LEGAL[number % len(LEGAL)], 35 * (number % 5))
        await house.advance(hours=5, minutes=13)
        await house.app.alarm.sweep()
    await house.quiet()
    return house


async def _decided(house: House, says: str, how: str, minutes: int) -> None:
    card = await house.card(says)
    await house.advance(minutes=1 + minutes)
    who, _, ending = how.partition(":")
    if not who:
        return
    await house.tap(who, "Reject" if ending else "Approve", card)
    if ending:
        await house.say("Not today", who)
    await house.quiet()


def all_asked(house: House) -> list[Asked]:
    """Every handoff, oldest first."""
    rows = house.rows(
        "SELECT team, node, state, opened_at, at, person FROM handoff LEFT JOIN decision ON handoff_id = handoff.id "
        "ORDER BY opened_at"
    )
    return [Asked(*row) for row in rows]


def rank(values: Sequence[int], part: int) -> int | None:
    """The least value that so many of a hundred do not exceed, in whole seconds."""
    for value in sorted(values):
        if 100 * sum(other <= value for other in values) >= part * len(values):
            return round(value / 1_000_000)
    return None


def spread_of(asked: Sequence[Asked]) -> dict[str, str]:
    """The columns of a line about these."""
    done = [each for each in asked if each.person]
    spans = [each.closed - each.opened for each in done if each.closed is not None]
    agreed, refused = (sum(each.state == state for each in done) for state in ("approved", "rejected"))
    rate = round(100 * agreed / (agreed + refused)) if agreed + refused else None
    values = {"decided": len(done), "agreed": agreed, "rejected": refused, "rate": rate, "half": rank(spans, 50),
              "most": rank(spans, 90)}  # fmt: skip
    return {name: "" if value is None else str(value) for name, value in values.items()}


def open_at(asked: Sequence[Asked], moment: datetime) -> int:
    """How many waited at a moment."""
    at = round(moment.timestamp() * 1_000_000)
    return sum(each.opened < at and (each.closed is None or each.closed >= at) for each in asked)


async def table(guest: Visitor, name: str, query: str = "days=30") -> list[dict[str, str]]:
    """A table of statistics as its file says it."""
    answer = await guest.get(f"/stats.csv?table={name}&{query}")
    assert answer.status == 200, answer.text
    assert answer.headers["Content-Disposition"] == f'attachment; filename="assent-{name}.csv"'
    assert answer.text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def some(found: Sequence[dict[str, str]], where: Callable[[dict[str, str]], bool], names: Sequence[str]) -> list[str]:
    """These columns of the one row that is meant."""
    (row,) = [each for each in found if where(each)]
    return [row[name] for name in names]


def moment(micros: int) -> datetime:
    """A moment of the tables."""
    return datetime.fromtimestamp(micros / 1_000_000, UTC)
