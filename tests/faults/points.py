"""The moments at which the process may die: before and after each write of the store and each outside call.

They are generated: the store's verbs are read from its protocol, so a verb that is added is a crash point at once.
"""

import inspect
import re
from typing import NamedTuple

from channels.base import Channel, Mailbox
from engine.store import Store

READS = frozenset(
    {
        "next_turn", "unanswered", "workflow_text", "load_run", "active_runs", "case", "due_handoffs",
        "due_reminders", "cards",
        "pending", "find_handoff", "asked", "transcript", "open_runs", "card_at", "missed",
        "talk", "status_copy", "room", "rooms", "talk_at", "rooms_to_open", "counterparts", "spans",
        "challenge_for", "conversation", "due_erasures",
    }
)  # fmt: skip
"""The verbs of the store that change nothing; every other one is a write."""
CLAIMS = frozenset({"claim_effects", "claim_run"})
"""Verbs that are tried again and again and count only when they took something."""
MERGED = frozenset({"effect_sent", "edit_card", "edit_text"})
"""Verbs that come more or less often: edits of one message that wait at the same time are sent as one."""
BEFORE, AFTER, INSTEAD = "before", "after", "instead"
BIRTH = "born"
"""The line with which every life begins its part of the journal."""


def _verbs(protocol: type) -> frozenset[str]:
    functions = inspect.getmembers(protocol, inspect.iscoroutinefunction)
    return frozenset(name for name, _ in functions if not name.startswith("_"))


WRITES = _verbs(Store) - READS
SENDS = (_verbs(Channel) | _verbs(Mailbox)) - {"start", "stop", "close", "show_typing", "check_up", "fetch"}
"""What is delivered. A sign of typing is repeated as long as it is true, and a check-up only looks."""
OF_TELEGRAM = frozenset({"adopt_card", "forget_card", "note_missed"})
"""Writes that only a platform reaches which numbers its messages: `test_telegram_taps.py` kills around each of them."""

OF_MAIL = frozenset({"count_code", "offer_code", "keep_letter", "note_unreached"})
"""Writes that only a mail provider reaches: `test_mail_kills.py` kills around them."""


class Point(NamedTuple):
    """One moment: `commit_step#2.before` is just before the second commit; `instead` fails the call and lives on."""

    name: str
    number: int
    moment: str

    def __str__(self) -> str:
        return f"{self.name}#{self.number}.{self.moment}"


def read_point(text: str) -> Point:
    """The inverse of `str(point)`."""
    found = re.fullmatch(r"(\w+)#(\d+)\.(before|after|instead)", text.strip())
    if found is None:
        raise ValueError(f"{text!r} is no crash point; write for instance commit_step#2.before")
    return Point(found[1], int(found[2]), found[3])
