"""What has happened to a request and its run, in words: the rows of the record that are about them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.dashboard.readers import Readers
from bot.masking import Mask
from bot.people import People
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.handoff_views import Event
from engine.ids import PersonId
from engine.store import Case
from engine.values import dump, parse
from storage.audit import AuditRow
from storage.courses import Called, Course

GOOD, BAD, SOFT = "good", "bad", "soft"
_WORDS: Mapping[str, tuple[str, str]] = {
    "run.started": ("dash-event-run-started", SOFT),
    "run.done": ("dash-event-run-done", SOFT),
    "run.cancelled": ("dash-event-run-cancelled", SOFT),
    "run.stopped": ("dash-event-run-stopped", BAD),
    "run.held": ("dash-event-run-held", BAD),
    "run.resumed": ("dash-event-run-resumed", SOFT),
    "identity.proven": ("dash-event-proven", GOOD),
    "handoff.opened.approval": ("dash-event-opened", ""),
    "handoff.opened.failure": ("dash-event-opened", BAD),
    "handoff.opened.doubt": ("dash-event-opened", BAD),
    "handoff.see": ("dash-event-seen", SOFT),
    "handoff.claim": ("dash-event-claimed", SOFT),
    "handoff.release": ("dash-event-released", SOFT),
    "handoff.assign": ("dash-event-assigned", SOFT),
    "handoff.snooze": ("dash-event-put-off", SOFT),
    "handoff.edited": ("dash-event-edited", ""),
    "handoff.escalated": ("dash-event-escalated", ""),
    "handoff.reminded": ("dash-event-reminded", SOFT),
    "handoff.nudge": ("dash-event-nudged", ""),
    "handoff.inquire": ("dash-event-asked", ""),
    "handoff.answer": ("dash-event-answered", ""),
    "handoff.take_over": ("dash-event-taken-over", ""),
    "handoff.end_talk": ("dash-event-talk-ended", ""),
    "handoff.lapse": ("dash-event-lapsed", SOFT),
    "handoff.commented": ("dash-event-commented", SOFT),
    "handoff.rejecting": ("dash-event-rejecting", SOFT),
    "handoff.confirming": ("dash-event-confirming", SOFT),
    "handoff.inquiring": ("dash-event-inquiring", SOFT),
    "handoff.pending": ("dash-event-reopened", ""),
    "handoff.approved": ("dash-event-approved", GOOD),
    "handoff.chosen": ("dash-event-chosen", GOOD),
    "handoff.rejected": ("dash-event-rejected", BAD),
    "handoff.timed_out": ("dash-event-timed-out", BAD),
    "handoff.cancelled": ("dash-event-cancelled", BAD),
    "handoff.retried": ("dash-event-retried", ""),
    "handoff.confirmed": ("dash-event-confirmed", GOOD),
    "handoff.stopped": ("dash-event-stopped", BAD),
    "handoff.vote": ("dash-event-vote", ""),
    "handoff.object": ("dash-event-objected", BAD),
    "handoff.hold": ("dash-event-held", GOOD),
    "decision.refused": ("dash-event-refused", SOFT),
    "secret.revealed": ("dash-event-revealed", SOFT),
    "file.opened": ("dash-event-file", SOFT),
    "tap.unconfirmed": ("dash-event-unconfirmed", SOFT),
    "mail.lost": ("dash-event-mail-lost", BAD),
    "tool.intended": ("dash-event-called", ""),
    "tool.returned": ("dash-event-call-done", GOOD),
    "tool.refused": ("dash-event-call-failed", BAD),
    "tool.unknown": ("dash-event-call-doubt", BAD),
}
"""The words for an event, and its colour; of a longer name the first two parts count."""


class Timeline:
    """Words the record for one viewer."""

    def __init__(self, people: People, readers: Readers) -> None:
        self._people = people
        self._readers = readers

    def events(self, viewer: Viewer, case: Case, course: Course) -> Iterator[Event]:
        """What happened, the oldest first; what is hidden on the card is hidden here."""
        mask = Mask(case.handoff.question.hidden, self._readers.text(viewer, "card-secret"))
        for row in course.entries:
            words, kind = _WORDS.get(row.event) or _WORDS.get(_short(row.event)) or ("dash-event-other", SOFT)
            args = self._args(viewer, case, row, course)
            text = self._readers.text(viewer, words, **args)
            if reason := args["reason"]:
                text = self._readers.text(viewer, "dash-event-because", text=text, reason=reason)
            yield Event(mask.text(text), self._readers.moment(viewer, row.moment), kind)

    def _args(self, viewer: Viewer, case: Case, row: AuditRow, course: Course) -> dict[str, str]:
        """What the words may speak of; nothing that came from the customer once they are forgotten."""
        told: Mapping[str, Any] = parse(row.detail)
        erased = case.handoff.question.erased
        return {
            "who": self._who(viewer, case, row.actor),
            "to": self._people.known_name(str(told.get("to", ""))),
            "team": self._people.team_name(str(told.get("team", ""))),
            "tool": _tool(course.calls, row.subject),
            "field": self._label(case, str(told.get("path", ""))),
            "before": "" if erased else _plain(told.get("before")),
            "after": "" if erased else _plain(told.get("after")),
            "option": self._option(case, str(told.get("choice", ""))),
            "reason": "" if erased else str(told.get("reason") or ""),
            "event": row.event,
        }

    def _who(self, viewer: Viewer, case: Case, actor: str) -> str:
        """A person by name, the customer by theirs, the clock and the bot by what they are."""
        whose = case.conversation
        if actor in ("clock", "engine"):
            return self._readers.text(viewer, f"dash-event-by-{actor}")
        if actor == whose.user:
            return whose.user_name or self._readers.text(viewer, "card-who-customer")
        person = self._people.person(actor) if ":" in actor else PersonId(actor)
        return self._people.known_name(person) if person else actor

    def _label(self, case: Case, path: str) -> str:
        return next((each.label for each in case.handoff.question.editable if each.path == path), path)

    def _option(self, case: Case, choice: str) -> str:
        return next((each.label for each in case.handoff.question.options if each.id == choice), choice)


def _short(event: str) -> str:
    return ".".join(event.split(".")[:2])


def _tool(calls: Sequence[Called], key: str) -> str:
    return next((each.tool for each in calls if each.key == key), "")


def _plain(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else dump(value)
