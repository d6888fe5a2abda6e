"""How pressing a request is, and what the address of the list of requests is read as."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.dashboard.queue_rows import urgency
from channels.web.dashboard.queue_filters import Read, address, given, read
from channels.web.dashboard.queue_views import Choices, Named, Spot, Wish
from engine.handoff import Handoff
from engine.ids import BotId, ConversationId, HandoffId, NodeId, RunId
from engine.question import HandoffKind, Question
from engine.transitions import HandoffState
from tests.contract.store_ground import NOON

HOUR = timedelta(hours=1)
CHOICES = Choices([Named("refunds", "Refunds")], [Named("finance", "Finance")], [Named("ana", "Ana")])


def asked(ends: timedelta | None, *remind: timedelta) -> Handoff:
    question = Question(HandoffKind.APPROVAL, "why", due_at=ends and NOON + ends, remind=remind)
    ids = (HandoffId("h1"), RunId("r1"), BotId("refunds"), ConversationId(1), NodeId("ask"))
    return Handoff(*ids, 1, question, (), "play:chris", NOON, "finance")


@pytest.mark.parametrize(
    ("handoff", "after", "level"),
    [
        (asked(None), 100 * HOUR, ""),
        (asked(2 * HOUR), HOUR / 2, "fine"),
        (asked(2 * HOUR), HOUR, "soon"),
        (asked(2 * HOUR), 1.8 * HOUR, "late"),
        (asked(2 * HOUR), 2 * HOUR, "overdue"),
        (asked(100 * HOUR, HOUR), HOUR / 2, "fine"),
        (asked(100 * HOUR, HOUR), 0.6 * HOUR, "soon"),
        (asked(100 * HOUR, HOUR), HOUR, "late"),
        (asked(None, HOUR), 99 * HOUR, "late"),
        (asked(2 * HOUR), -HOUR, "fine"),
    ],
)
def test_a_request_presses_by_its_time_and_by_its_first_reminder(
    handoff: Handoff, after: timedelta, level: str
) -> None:
    assert urgency(handoff, NOON + after) == level


def test_what_is_closed_or_waits_for_its_customer_does_not_press() -> None:
    handoff = asked(2 * HOUR)
    closed = replace(handoff, state=HandoffState.APPROVED)
    assert urgency(closed, NOON + 9 * HOUR) == ""
    paused = replace(handoff, progress=replace(handoff.progress, paused_since=NOON))
    assert urgency(paused, NOON + 9 * HOUR) == "paused"
    later = replace(handoff, progress=replace(handoff.progress, paused=10 * HOUR))
    assert urgency(later, NOON + 10.5 * HOUR) == "fine"


def test_an_address_is_read_as_what_it_says() -> None:
    query = {
        "q": " lamp ", "state": "all", "bot": "refunds", "team": "finance", "person": "ana", "min": "1.50", "max": "9",
        "from": "2026-01-02", "to": "2026-01-03", "mine": "1", "unclaimed": "on", "bulk": "1", "after": "0.12.h1",
    }  # fmt: skip
    days = date(2026, 1, 2), date(2026, 1, 3)
    wish = Wish("all", "refunds", "finance", "ana", Decimal("1.50"), Decimal(9), "lamp", *days, True, True, True)
    assert read(query, CHOICES) == Read(replace(wish, spot=Spot(0, 12, "h1")), [])
    assert read({"before": "1.12.h1", "after": "0.1.x"}, CHOICES).wish.spot == Spot(1, 12, "h1", back=True)
    assert read({}, CHOICES).wish == Wish()
    assert read({"bot": "others", "max": "-1", "zebra": "1"}, CHOICES).bad == ["bot", "max"]


def test_an_address_of_another_page_keeps_what_is_looked_for() -> None:
    query = {"q": "a b&c", "state": "", "after": "0.1.x", "zebra": "1"}
    assert address(query, before="0.2.y") == "/?q=a+b%26c&before=0.2.y"
    assert address(query, q="") == "/"
    assert given(query)["q"] == "a b&c" and "after" not in given(query)
