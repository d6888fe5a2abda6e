"""Handoffs as data for programs: what their cards say, in the language of the person for whom a program acts."""

from collections.abc import Callable
from typing import Any, get_args

from bot.desk import Actor, Desk
from bot.masking import Mask
from bot.showing import Showing
from bot.transcripts import came_late
from channels.views import CardView
from channels.web.api import models
from channels.web.api.wanted import Act
from engine.handoff import Decision, Handoff
from engine.step import Said
from engine.store import Case
from engine.transitions import Action

ACTIONS = tuple(Action(name) for name in get_args(Act))
"""What programs may do with a request."""
OPERATING = frozenset({Action.RETRY, Action.CONFIRM, Action.STOP})
"""What only operators are asked for."""


class Drawing:
    """Draws a handoff for a reader; what its card masks is masked."""

    def __init__(self, desk: Desk, showing: Showing, hidden: Callable[[str], str]) -> None:
        """`hidden` is what stands in the place of a secret, in a language."""
        self._desk = desk
        self._showing = showing
        self._hidden = hidden

    def listed(self, actor: Actor, handoff: Handoff) -> models.HandoffListed:
        """A request as lists have it."""
        return models.HandoffListed.model_validate(self._listed(actor, handoff))

    async def shown(self, actor: Actor, case: Case) -> models.HandoffShown:
        """A request as its card shows it."""
        handoff = case.handoff
        card = await self._showing.view(case, actor.place, actor.locale)
        mask = self._mask(actor, handoff)
        return models.HandoffShown(
            **self._listed(actor, handoff),
            title=card.title,
            status=card.status,
            notice=card.notice,
            facts=[models.FactShown(label=row.label, value=row.value, note=row.note) for row in card.facts],
            calls=_calls(card),
            calls_note=card.calls_note,
            options=[
                models.OptionShown(id=each.id, label=mask.text(each.label)) for each in handoff.question.options
            ],
            actions=self._actions(actor, case),
            votes=_votes(handoff),
            progress=_progress(handoff),
            erased=handoff.question.erased,
        )  # fmt: skip

    def decision(self, actor: Actor, handoff: Handoff) -> models.DecisionMade | None:
        """Who decided a request, if anybody did."""
        return _decision(handoff.decision, self._mask(actor, handoff)) if handoff.decision else None

    def line(self, actor: Actor, handoff: Handoff, said: Said) -> models.LineSaid:
        """One line of its conversation."""
        transcript = self._showing.transcript(handoff, actor.locale)
        line = transcript.words(said)
        return models.LineSaid(
            at=said.at, side=line.side, who=line.who, text=line.text, late=came_late(said, handoff),
            files=[file.label for file in transcript.files(said)],
        )  # fmt: skip

    def _listed(self, actor: Actor, handoff: Handoff) -> dict[str, Any]:
        question, progress = handoff.question, handoff.progress
        return {
            "id": handoff.id, "bot": handoff.bot, "team": handoff.team, "kind": question.kind.value,
            "state": handoff.state.value, "open": handoff.state.is_open, "node": handoff.node, "run": handoff.run,
            "reason": "" if question.erased else " ".join(self._mask(actor, handoff).text(question.reason).split()),
            "opened_at": handoff.opened_at, "due_at": handoff.ends_at if handoff.state.is_open else None,
            "edition": handoff.edition, "assignee": progress.assignee or "", "decision": self.decision(actor, handoff),
        }  # fmt: skip

    def _actions(self, actor: Actor, case: Case) -> list[Act]:
        handoff = case.handoff
        choice = handoff.question.options[0].id if handoff.question.options else ""
        found = [each for each in ACTIONS if handoff.allows(each, choice if each is Action.CHOOSE else "")]
        if case.run.held:
            return []
        if not self._desk.may_decide(actor, handoff):  # a request of their own they may look after, and not decide
            found = [each for each in found if each in (Action.CLAIM, Action.RELEASE)]
        return [each.value for each in found]  # type: ignore[misc]

    def _mask(self, actor: Actor, handoff: Handoff) -> Mask:
        return Mask(handoff.question.hidden, self._hidden(actor.locale))


def _decision(decision: Decision, mask: Mask) -> models.DecisionMade:
    return models.DecisionMade(
        action=decision.action.value, by=decision.by or "", by_name=decision.by_name, at=decision.at,
        reason=mask.text(decision.reason), option=decision.choice,
    )  # fmt: skip


def _calls(card: CardView) -> list[models.CallShown]:
    return [models.CallShown(tool=call.tool, arguments=call.raw) for call in card.calls]


def _votes(handoff: Handoff) -> list[models.VoteGiven]:
    return [
        models.VoteGiven(
            action=vote.action.value, by=vote.by or "", by_name=vote.by_name, at=vote.at, stage=vote.stage,
            option=vote.choice,
        )
        for vote in handoff.progress.votes
    ]  # fmt: skip


def _progress(handoff: Handoff) -> models.ProgressShown:
    progress = handoff.progress
    return models.ProgressShown(
        stage=progress.stage, stages=len(handoff.stages), teams=[team for team in handoff.teams if team],
        settles_at=progress.runs_at, seen_at=progress.seen_at, escalated=len(progress.escalated),
        asks_customer=progress.inquiry is not None, talks=progress.talk is not None,
    )  # fmt: skip
