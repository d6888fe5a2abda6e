"""The events of the record in words."""

from bot.dashboard.readers import Readers
from channels.web.dashboard.base import Viewer

EVENTS = (
    "handoff.opened.approval", "handoff.opened.failure", "handoff.opened.doubt", "handoff.pending",
    "handoff.rejecting", "handoff.confirming", "handoff.inquiring", "handoff.settling", "handoff.approved",
    "handoff.chosen", "handoff.rejected", "handoff.timed_out", "handoff.cancelled", "handoff.retried",
    "handoff.confirmed", "handoff.stopped", "handoff.vote", "handoff.object", "handoff.claim", "handoff.release",
    "handoff.assign", "handoff.snooze", "handoff.escalated", "handoff.reminded", "handoff.edited", "handoff.see",
    "handoff.nudge", "handoff.inquire", "handoff.answer", "handoff.take_over", "handoff.speak", "handoff.end_talk",
    "handoff.lapse", "decision.refused", "command.refused", "tap.unconfirmed", "secret.revealed", "file.opened",
    "mail.lost", "run.started", "run.stopped", "run.done", "run.cancelled", "run.held", "run.resumed",
    "identity.proven", "tool.intended", "tool.returned", "tool.refused", "tool.unknown", "place.code", "place.bound",
    "place.unbound", "place.refused", "link.code", "link.joined", "link.parted", "link.refused", "person.away",
    "person.back", "notify.muted", "notify.unmuted", "customer.forget_asked", "customer.forgotten",
    "workflow.reloaded", "process.started", "restore.began", "restore.ended", "dashboard.link",
    "dashboard.signed_in", "dashboard.signed_out", "audit.verified", "audit.exported", "handoff.commented",
    "effect.retried", "token.made", "token.ended", "webhook.added", "webhook.renewed", "webhook.ended",
    "workflow.simulated",
)  # fmt: skip
"""The events that have words of their own: `dash-fact-` and the event, with hyphens for its dots."""
_KNOWN = frozenset(EVENTS)


def in_words(readers: Readers, viewer: Viewer, event: str) -> str:
    """An event in the viewer's language; by its first two words where the third says how, else as it stands."""
    for known in (event, ".".join(event.split(".")[:2])):
        if known in _KNOWN:
            return readers.text(viewer, f"dash-fact-{known.replace('.', '-')}")
    return event
