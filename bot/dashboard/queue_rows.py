"""How one request stands in the list: what it is about, how long it may still wait, who looks after it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.card_progress import wanted
from bot.card_rows import cut
from bot.card_words import SHORT_ID, Texts
from bot.cards import Cards
from bot.dashboard.readers import Readers
from bot.desk import Actor, Desk
from bot.masking import Mask
from bot.people import People
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.queue_views import Item
from engine.handoff import Handoff
from engine.question import HandoffKind
from engine.transitions import Action

LONGEST_TITLE, LONGEST_REASON = 140, 300
SOON, LATE = 0.5, 0.9
"""Which share of its time is over for a request that is soon due, and for one that is late."""


class QueueRows:
    """Makes rows; no secret of a request stands in one."""

    def __init__(self, readers: Readers, people: People, desk: Desk, bots: Mapping[str, str]) -> None:
        self._readers = readers
        self._people = people
        self._desk = desk
        self._bots = bots
        self._cards = Cards(readers.locales, people)

    def item(self, viewer: Viewer, actor: Actor, handoff: Handoff) -> Item:
        """The row of a request for this viewer."""
        now = self._readers.clock.now()
        text = Texts(self._readers.locales, viewer.locale, now)
        title, reason = self._about(text, viewer, handoff)
        is_open, decision, progress = handoff.state.is_open, handoff.decision, handoff.progress
        votes = [*wanted(text, handoff, self._people.team_name)] if is_open and progress.runs_at is None else []
        level = urgency(handoff, now)
        return Item(
            id=handoff.id,
            short_id=handoff.id[:SHORT_ID],
            edition=handoff.edition,
            title=title,
            reason=reason,
            bot=self._bots.get(handoff.bot, handoff.bot),
            opened=self._readers.moment(viewer, handoff.opened_at),
            age=self._readers.span(viewer, max(now - handoff.opened_at, timedelta())),
            teams=self._teams(text, handoff),
            votes=" ".join(votes),
            urgency=level,
            due=self._due(viewer, handoff, now) if level not in ("", "paused") else "",
            claimed_by=progress.assignee_name if is_open else "",
            is_mine=progress.assignee == self._people.identity(actor.account),
            may_be_claimed=handoff.allows(Action.CLAIM),
            may_be_decided=handoff.allows(Action.APPROVE) and self._desk.may_decide(actor, handoff),
            together=is_open and handoff.question.may_be_together,
            state="" if is_open else handoff.state.value,
            ended_by=decision.by_name if decision else "",
            ended=self._readers.moment(viewer, decision.at) if decision else None,
        )

    def _about(self, text: Texts, viewer: Viewer, handoff: Handoff) -> tuple[str, str]:
        """What a request is about: its label and reason, or what went wrong."""
        question = handoff.question
        if question.kind is not HandoffKind.APPROVAL and handoff.bot in self._bots:
            card = self._cards.view(handoff, (), viewer.locale, text.now)
            return card.title, cut(_in_one_line(card.reason), LONGEST_REASON)
        mask = Mask(question.hidden, text("card-secret"))
        reason = text("card-erased") if question.erased else _in_one_line(mask.text(question.reason))
        if not question.label:
            return cut(reason, LONGEST_TITLE) or handoff.node, ""
        return cut(_in_one_line(mask.text(question.label)), LONGEST_TITLE), cut(reason, LONGEST_REASON)

    def _teams(self, text: Texts, handoff: Handoff) -> str:
        if handoff.question.kind is not HandoffKind.APPROVAL:
            return text("dash-queue-operators")
        return ", ".join(self._people.team_name(team) for team in handoff.teams)

    def _due(self, viewer: Viewer, handoff: Handoff, now: datetime) -> str:
        ends_at = handoff.ends_at
        if ends_at is None:
            return ""
        span = self._readers.span(viewer, abs(ends_at - now))
        return self._readers.text(viewer, "dash-queue-due" if ends_at > now else "dash-queue-due-since", span=span)


def urgency(handoff: Handoff, now: datetime) -> str:
    """How pressing a request is: by when its time is up, and by when people are reminded of it first."""
    if not handoff.state.is_open:
        return ""
    if handoff.progress.paused_since:
        return "paused"
    begun = handoff.opened_at + handoff.progress.paused
    ends_at, spans = handoff.ends_at, handoff.question.remind or ()
    if ends_at and ends_at <= now:
        return "overdue"
    shares = [_share(begun, ends_at, now)] if ends_at else []
    if spans:  # at the first reminder it is late, with all the time that may be left
        shares.append(_share(begun, begun + spans[0], now) * LATE)
    most = max(shares, default=None)
    if most is None:
        return ""
    return "late" if most >= LATE else "soon" if most >= SOON else "fine"


def _share(begun: datetime, ends: datetime, now: datetime) -> float:
    """Which part of a span is over."""
    return (now - begun) / (ends - begun) if ends > begun else 1.0


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
