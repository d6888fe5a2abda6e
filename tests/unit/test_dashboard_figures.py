"""How figures are reckoned and where bars are drawn."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.dashboard.figures import by_hour, points, spread, waited
from bot.dashboard.periods import period
from channels.web.dashboard.charts import HIGH, MOST_TICKS, WIDE, drawn
from channels.web.dashboard.statistics_views import AskedFigures, Bar, Chart
from engine.values import to_micros
from storage.statistics import QUARTER, Flow, Taken

NOW = datetime(2026, 11, 3, 14, 7, 30, tzinfo=UTC)
BERLIN, LORD_HOWE = ZoneInfo("Europe/Berlin"), ZoneInfo("Australia/Lord_Howe")
MINUTE = timedelta(minutes=1)


def taken(minutes: int, state: str = "approved") -> Taken:
    return Taken("refunds", "finance", "ask", state, 0, minutes * 60_000_000, "ana")


def test_a_spread_is_by_the_nearest_rank() -> None:
    found = spread([taken(minutes, "rejected" if minutes > 8 else "chosen") for minutes in range(10, 0, -1)])
    assert (found.count, found.agreed, found.rejected) == (10, 8, 2)
    assert (found.half, found.most) == (5 * MINUTE, 9 * MINUTE)
    assert spread([]).half is None and spread([taken(7)]).most == 7 * MINUTE


def quarter(moment: datetime) -> int:
    return to_micros(moment) // QUARTER


def test_what_waited_is_reckoned_back_from_now() -> None:
    opened = {quarter(NOW - timedelta(hours=hours)): 1 for hours in (1, 5, 9)}
    closed = {quarter(NOW - timedelta(hours=3)): 2}
    since, edge = NOW - timedelta(hours=9, minutes=2), datetime(2026, 11, 3, 9, tzinfo=UTC)
    moments = [since, edge, edge + timedelta(hours=3), NOW]
    assert waited(Flow(opened, closed), 4, moments) == [3, 4, 3, 4]
    assert waited(Flow({}, {}), 4, moments) == [4, 4, 4, 4]


def test_points_are_hours_midnights_or_more_apart() -> None:
    assert points(NOW - timedelta(hours=2), NOW, BERLIN)[1].isoformat() == "2026-11-03T13:00:00+00:00"
    days = points(datetime(2026, 10, 20, tzinfo=UTC), NOW, BERLIN)
    assert {each.astimezone(BERLIN).hour for each in days[1:-1]} == {0}, "also over the end of summer time"
    assert (days[0], days[-1], len(days)) == (datetime(2026, 10, 20, tzinfo=UTC), NOW, 16)
    for years in (1, 5, 30):
        assert len(points(NOW - timedelta(days=365 * years), NOW, BERLIN)) < 70
    assert points(NOW, NOW, BERLIN) == [NOW, NOW]


def test_hours_are_the_readers() -> None:
    at = datetime(2026, 7, 1, 23, 50, tzinfo=UTC)
    counts = {quarter(at): 3, quarter(at + timedelta(days=2)): 9}
    found = by_hour(counts, at, at + timedelta(days=1), LORD_HOWE)
    assert (found[10], sum(found)) == (3, 3), "half past ten there, in July"


@pytest.mark.parametrize(
    ("asked", "since", "until"),
    [(AskedFigures(7), NOW - timedelta(days=7), NOW), (AskedFigures(0, date(2026, 11, 1)), "2026-10-31T23:00", NOW),
     (AskedFigures(0, date(2026, 11, 1), date(2026, 11, 1)), "2026-10-31T23:00", "2026-11-01T23:00"),
     (AskedFigures(0, None, date(2026, 11, 1)), "2026-10-02T22:00", "2026-11-01T23:00"),
     (AskedFigures(0, date(2030, 1, 1)), NOW, NOW)],
)  # fmt: skip
def test_a_period_is_of_whole_days_there_and_not_of_the_future(
    asked: AskedFigures, since: datetime | str, until: datetime | str
) -> None:
    found = period(asked, NOW, BERLIN)
    for moment, expected in ((found.since, since), (found.until, until)):
        wanted = datetime.fromisoformat(f"{expected}+00:00") if isinstance(expected, str) else expected
        assert abs(moment - wanted) <= timedelta(microseconds=1)


@pytest.mark.parametrize("count", [1, 7, 8, 9, 24, 31, 33, 62])
def test_each_tick_stands_below_its_bar(count: int) -> None:
    drawing = drawn(Chart([Bar(str(number), number + 1, "x") for number in range(count)], is_time=True))
    step, ticks = count // len(drawing.ticks) or 1, len(drawing.ticks)
    assert ticks <= MOST_TICKS and drawing.ticks[0] == "0"
    for place, tick in enumerate(drawing.ticks):
        bar = drawing.rects[int(tick)]
        assert bar.title == f"{tick}: x" and WIDE * place / ticks <= bar.x < WIDE * (place + 1 / step) / ticks
    assert all(each.y >= 0 and each.y + each.height <= HIGH + 0.1 for each in drawing.rects)
    assert max(each.x + each.width for each in drawing.rects) <= WIDE


def test_bars_are_as_long_as_their_values() -> None:
    chart = Chart([Bar("a", 10, "10", 40, "40"), Bar("b", 0, "0", 20, "20")], ("half", "most"))
    lengths = [(rect.kind, rect.width) for rect in drawn(chart).rects]
    full = lengths[1][1]
    assert (
        lengths == [(0, round(full / 4, 2)), (1, full), (0, 0), (1, round(full / 2, 2))] and 0.99 * WIDE < full < WIDE
    )
    assert drawn(Chart([])).rects == [] and drawn(Chart([], is_time=True)).most is None
