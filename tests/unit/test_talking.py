"""The time that does not count while somebody waits for a customer."""

from datetime import UTC, datetime, timedelta

from engine.handoff import Progress
from engine.ids import PersonId, Place
from engine.talk import Inquiry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ASKED = Inquiry(PersonId("ana"), "Ana", "Which?", NOON, NOON + 24 * HOUR, Place("play:review"))


def test_a_clock_that_goes_back_brings_no_deadline_nearer() -> None:
    paused = Progress(inquiry=ASKED).at_rest(NOON)
    ended = Progress(paused_since=paused.paused_since).at_rest(NOON - HOUR)
    assert ended.paused == timedelta()
