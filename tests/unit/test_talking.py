"""The time that does not count while somebody waits for a customer."""

from datetime import UTC, datetime, timedelta

from engine.handoff import Progress
from engine.ids import PersonId, Place
from engine.talk import Inquiry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ASKED = Inquiry(PersonId("ana"), "Ana", "Which?", NOON, NOON + 24 * HOUR, Place("play:review"))


def test_pauses_add_up() -> None:
    progress = Progress()
    for number in range(3):
        start = NOON + number * 2 * HOUR
        progress = Progress(inquiry=ASKED, paused=progress.paused).at_rest(start)
        assert progress.at_rest(start + HOUR).paused_since == start
        progress = Progress(paused=progress.paused, paused_since=progress.paused_since).at_rest(start + HOUR)
    assert progress == Progress(paused=3 * HOUR)


def test_a_clock_that_goes_back_brings_no_deadline_nearer() -> None:
    paused = Progress(inquiry=ASKED).at_rest(NOON)
    ended = Progress(paused_since=paused.paused_since).at_rest(NOON - HOUR)
    assert ended.paused == timedelta()
