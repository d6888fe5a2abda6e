"""Small parts of operators' commands: codes, percentiles, where places stand, findings as lines, metrics."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import checkup
from bot.admin.codes import LETTERS, new_code, read_code
from bot.admin.gate import ADMINS, FORMS
from bot.admin.reports import at
from bot.clock import SystemClock
from bot.i18n import Locales
from bot.metrics import Metrics
from bot.people import People
from bot.settings import Settings, load_settings
from bot.standing import Origins, standings
from bot.tools import ServerStatus
from channels.base import Finding
from engine.ids import BotId
from engine.tools import Refused, Returned
from engine.transitions import HandoffState
from storage.bindings import Bound
from storage.figures import Load
from tests.fakes.house import configured

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
BOUND = (
    Bound("telegram:-5", "finance", "ana", NOON),
    Bound("telegram:-6", "gone", "nobody", NOON),
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(configured(tmp_path, {"refunds": {}}), {})


def test_codes_are_read_as_people_type_them() -> None:
    code = new_code()
    assert len(read_code(code)) == 8
    assert set(read_code(code)) <= set(LETTERS)
    assert not set("OIL01") & set(LETTERS)
    assert read_code(code) == read_code(code.lower().replace("-", "")) == read_code(f" {code.replace('-', ' ')} ")
    assert len({new_code() for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("count", "part", "expected"), [(1, 0.5, 1), (1, 0.9, 1), (2, 0.5, 1), (10, 0.9, 9), (11, 0.9, 10), (100, 0.5, 50)]
)
def test_percentiles_are_of_the_nearest_rank(count: int, part: float, expected: int) -> None:
    assert at([timedelta(seconds=number) for number in range(1, count + 1)], part) == timedelta(seconds=expected)


def test_every_command_of_operators_is_in_the_help() -> None:
    assert [name for name, _ in FORMS] == list(ADMINS)


def test_bound_places_count_for_their_team_from_the_moment_that_they_are_known(settings: Settings) -> None:
    known: list[Bound] = []
    people = People(settings, lambda: known)
    assert people.review_places(BotId("refunds"), "finance", ()) == ("play:review",)
    known.extend(BOUND)
    assert people.review_places(BotId("refunds"), "finance", ()) == ("play:review", "telegram:-5")
    assert people.review_places(BotId("refunds"), "finance", ["telegram"]) == ("telegram:-5",)
    assert people.operator_places(BotId("refunds")) == ("play:review", "telegram:-5")
    assert people.is_staff_place("telegram:-5")
    assert not people.is_staff_place("telegram:-6")
    assert people.teams_at("telegram:-5") == ["finance"]


def test_where_places_stand_in_words(settings: Settings) -> None:
    origins = Origins(People(settings), Locales(strict=True), SystemClock())
    assert [(one.place, origins.words(one, "en")) for one in standings(settings, BOUND)] == [
        ("play:review", "finance, configuration: teams.finance.post"),
        ("telegram:-5", "finance, bound by ana on Mar 1, 2026, 12:00\u202fPM UTC"),
        ("telegram:-6", "gone, bound by nobody on Mar 1, 2026, 12:00\u202fPM UTC"),
    ]


def test_servers_are_told_with_what_they_lack() -> None:
    statuses = {
        "a": ServerStatus(True, "", ("pay",)),
        "b": ServerStatus(False, "the connection broke"),
        "c": ServerStatus(True, "", ("pay",)),
    }
    assert list(checkup.servers(statuses, {"a": ["pay"], "c": ["pay", "look"]})) == [
        Finding("mcp a"),
        Finding("mcp b", "doctor-mcp", {"detail": "the connection broke"}),
        Finding("mcp c", "doctor-mcp-tool", {"tools": "c__look"}),
    ]


class Slow:
    """A channel that never answers."""

    name = "telegram"

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        await asyncio.sleep(60)
        return []


class Quick:
    """A channel that finds every place well."""

    name = "play"

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        return [Finding(place) for place in places]


async def test_channels_are_looked_at_together_and_not_for_ever() -> None:
    found = await checkup.channels([Slow(), Quick()], ["play:review", "telegram:-5", "smoke:1"], patience=0.05)
    assert found == [
        Finding("telegram", "doctor-slow"),
        Finding("play:review"),
        Finding("smoke:1", "doctor-no-channel"),
    ]


class Books:
    """Figures that can be had, or not."""

    def __init__(self, load: Load | None) -> None:
        self._load = load

    async def load(self) -> Load:
        if self._load is None:
            raise OSError("the database is away")
        return self._load


async def test_metrics_are_counted_by_channel_tool_and_outcome() -> None:
    metrics = Metrics()
    metrics.heard("telegram")
    metrics.decided(HandoffState.TIMED_OUT)
    metrics.sent("telegram.other:-5/7", "later")
    metrics.sent("mail:ana@example.com", "sent")
    metrics.called("bank__pay", Returned({}))
    metrics.called("bank__pay", Refused(None, "no"))  # type: ignore[arg-type]
    lines = (await metrics.written(Books(Load(3, 2, 1)), [Finding("play"), Finding("telegram", "x")])).decode()
    for line in (
        'assent_messages_heard_total{channel="telegram"} 1.0',
        'assent_decisions_total{outcome="timed_out"} 1.0',
        'assent_sends_total{channel="telegram",result="later"} 1.0',
        'assent_sends_total{channel="mail",result="sent"} 1.0',
        'assent_tool_calls_total{outcome="refused",tool="bank__pay"} 1.0',
        'assent_effects{state="waiting"} 2.0',
        'assent_effects{state="dead"} 1.0',
        "assent_handoffs_pending 3.0",
        'assent_channel_up{channel="play"} 1.0',
        'assent_channel_up{channel="telegram"} 0.0',
        "assent_database_up 1.0",
    ):
        assert line in lines.splitlines()
    assert "example.com" not in lines


async def test_a_database_that_is_away_is_one_of_the_numbers() -> None:
    lines = (await Metrics().written(Books(None), [])).decode().splitlines()
    assert "assent_database_up 0.0" in lines


async def test_two_applications_count_apart() -> None:
    one, other = Metrics(), Metrics()
    one.heard("play")
    assert b'assent_messages_heard_total{channel="play"}' not in await other.written(Books(None), [])
