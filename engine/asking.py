"""Asks people, and drafts what becomes of it: handoffs that open, change and close, and where their cards go."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from engine.draft import Draft
from engine.effects import Message, PostCard, SendText
from engine.environment import Environment
from engine.handoff import Decision, Edit, Handoff, Progress
from engine.ids import HandoffId, Place
from engine.question import Escalation, HandoffKind, Question
from engine.relaying import Relaying
from engine.run import Token
from engine.stages import stage_of
from engine.step import Ruling
from engine.transitions import SPOKEN, TRANSITIONS, Action, HandoffState
from engine.votes import ruled

_VOTES = {Action.VOTE, Action.OBJECT}
_SETTLED = {Action.SETTLE: Action.APPROVE, Action.SETTLE_CHOICE: Action.CHOOSE}
"""What a person had decided when it could not be undone any more."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """Something that leaves a handoff open: `progress` makes the new progress of what it is at that moment."""

    action: Action
    actor: str
    at: datetime
    progress: Callable[[Handoff], Progress]
    remind_at: datetime | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


class Asking:
    """What one draft does with handoffs."""

    def __init__(self, draft: Draft, env: Environment) -> None:
        self._draft = draft
        self._env = env
        self._relaying = Relaying(draft)

    def open(self, token: Token, question: Question) -> None:
        """Ask people: the team for an approval, the operators otherwise."""
        draft, directory, bot = self._draft, self._env.directory, self._draft.run.bot
        team = ""
        if question.kind is HandoffKind.APPROVAL:
            team = question.team or directory.team(bot)
            question = self._put_to_the_vote(question, team)
        if question.remind is None:
            question = replace(question, remind=directory.reminders(bot))
        handoff = Handoff(
            id=HandoffId(self._env.secrets.new_id()),
            run=draft.run.id,
            bot=bot,
            conversation=draft.conversation.id,
            node=token.node,
            token=token.id,
            question=question,
            places=(),
            requester=draft.conversation.user,
            opened_at=draft.now,
            team=team,
        )
        handoff = replace(handoff, places=tuple(self._places(handoff, handoff.teams, question.channels)))
        token.handoff, token.asked_at = handoff.id, 0
        draft.step.opened.append(handoff)
        self._post(handoff, handoff.places)
        draft.audit(f"handoff.opened.{question.kind}", handoff.id, "engine")

    def rule(self, handoff: Handoff, decision: Decision, asked_by: str = "") -> Handoff:
        """Take an action on an open handoff; answers it as it is then. A vote may not suffice to close it."""
        come_to = ruled(handoff, decision, self._env.directory.counts)
        state = TRANSITIONS[handoff.state][come_to.action]
        asked = asked_by or (handoff.asked_by if state in SPOKEN else "")
        closed = not state.is_open
        decision = replace(decision, action=_SETTLED.get(decision.action, decision.action))
        progress = come_to.progress
        if closed or decision.hands_back:
            progress = self._end_talk(handoff, progress, decision, state)
        after = replace(handoff, state=state, asked_by=asked, progress=progress, decision=decision if closed else None)
        event = f"{come_to.action}.{decision.choice or decision.action}" if come_to.action in _VOTES else state
        detail = {"reason": decision.reason, "via": decision.via}
        if decision.choice:
            detail["choice"] = decision.choice
        if decision.stands_for:
            detail["for"] = ", ".join(decision.stands_for)
        self._draft.audit(f"handoff.{event}", handoff.id, decision.by or decision.via or "clock", detail)
        if after.progress.stage > handoff.progress.stage:
            after = self._ask_also(after, [team for team in after.teams if team not in handoff.teams])
        reminds = after.next_reminder(self._draft.now) if progress.paused != handoff.progress.paused else None
        return self.record(handoff, Ruling(after, decision if closed else None, reminds))

    def _end_talk(self, handoff: Handoff, progress: Progress, decision: Decision, state: HandoffState) -> Progress:
        """What is decided is talked about no longer, nor what somebody hands back for others to decide."""
        if talk := handoff.progress.talk:
            left = "talk-left-open" if state.is_open else "talk-left"
            by = decision.by_name if decision.by else talk.by_name
            over = Message("talk-room-over", {"by": decision.by_name, "state": state})
            self._relaying.end(handoff, Message(left, {"by": by}), over)
        return replace(progress, talk=None, inquiry=None).at_rest(self._draft.now)

    def amend(self, handoff: Handoff, amendment: Amendment) -> Handoff:
        """Change something about an open handoff that decides nothing."""
        state = TRANSITIONS[handoff.state][amendment.action]
        after = replace(handoff, state=state, progress=amendment.progress(handoff))
        self._draft.audit(f"handoff.{amendment.action}", handoff.id, amendment.actor, amendment.detail)
        return self.record(handoff, Ruling(after, remind_at=amendment.remind_at))

    def ask_anew(self, handoff: Handoff, question: Question, edits: tuple[Edit, ...]) -> Handoff:
        """Put the question as it is with these edits; what was voted before was about something else."""
        asked = handoff.question
        kept = replace(
            question,
            due_at=asked.due_at,
            remind=asked.remind,
            escalations=asked.escalations,
            # Whose request it is, and what no card may show, does not change with a value.
            proven=tuple(dict.fromkeys(asked.identities)),
            hidden=tuple(dict.fromkeys((*question.hidden, *asked.hidden))),
        )
        progress = replace(handoff.progress, votes=(), stage=0, edits=edits)
        after = replace(handoff, question=self._put_to_the_vote(kept, handoff.team), progress=progress)
        newest = edits[-1]
        detail: dict[str, Any] = {"path": newest.path}
        if not kept.hides(newest.after) and not kept.hides(newest.before):
            detail |= {"before": newest.before, "after": newest.after}
        self._draft.audit("handoff.edited", handoff.id, newest.by, detail)
        after = self._ask_also(after, [team for team in after.teams if team not in handoff.teams])
        return self.record(handoff, Ruling(after, asks_anew=True))

    def escalate(self, handoff: Handoff) -> Handoff:
        """Ask those whom the escalations that are due name, each team once; or put it off until they are at work."""
        now, escalations = self._draft.now, handoff.question.escalations
        due = [number for number, at in handoff.escalates_at.items() if at <= now]
        may = {number: self._env.directory.works_at(escalations[number].team, now) for number in due}
        ready = [number for number in due if may[number] <= now]
        waits = dict(handoff.progress.put_off) | {number: at for number, at in may.items() if at > now}
        put_off = tuple((number, at) for number, at in waits.items() if number not in ready)
        escalated = (*handoff.progress.escalated, *ready)
        after = replace(handoff, progress=replace(handoff.progress, escalated=escalated, put_off=put_off))
        if not ready:
            return self.record(handoff, Ruling(after), shows=False)
        return self.record(handoff, Ruling(self._ask_others(after, handoff, [escalations[each] for each in ready])))

    def escalate_to(self, handoff: Handoff, escalation: Escalation) -> Handoff:
        """Ask one more team than the question had named, from now on."""
        escalations = (*handoff.question.escalations, escalation)
        escalated = (*handoff.progress.escalated, len(escalations) - 1)
        after = replace(
            handoff,
            question=replace(handoff.question, escalations=escalations),
            progress=replace(handoff.progress, escalated=escalated),
        )
        return self.record(handoff, Ruling(self._ask_others(after, handoff, [escalation]), asks_anew=True))

    def _ask_others(self, after: Handoff, before: Handoff, due: Iterable[Escalation]) -> Handoff:
        """Ask the teams of these escalations: by a card, or by a few words where a card stood before already."""
        # What was missed for a while is not made up for: a team is asked once for all that is due by now.
        asked = {(each.team, each.channels): each for each in due}.values()
        found = (self._places(before, [each.team], each.channels or before.question.channels) for each in asked)
        for place in dict.fromkeys(place for places in found for place in places if place in before.places):
            self._draft.effect(SendText(place, Message("reminder-escalated", {"id": before.id[:6]})))
        for each in asked:
            self._draft.audit("handoff.escalated", before.id, "clock", {"team": each.team})
            after = self._ask_also(after, [each.team], each.channels)
        return after

    def record(self, before: Handoff, ruling: Ruling, shows: bool = True) -> Handoff:
        """Draft a change, and what it changes for those who read of it; answers the handoff as it is then."""
        self._draft.step.rulings.append(ruling)
        if shows:
            self._draft.refresh_cards(ruling.after)
        if stage_of(ruling.after) != stage_of(before):
            self._draft.refresh_status(before.id)
        return ruling.after

    # --- small parts ------------------------------------------------------------------------------------------

    def _put_to_the_vote(self, question: Question, team: str) -> Question:
        """The question with the votes that are wanted: the node's own thresholds, else the team's quorum."""
        quorum = self._env.directory.quorum(team)
        stages = question.stages or ((({"": quorum},),) if quorum > 1 else ())
        named = tuple(
            tuple({each or team: count for each, count in seats.items()} for seats in stage) for stage in stages
        )
        escalations = tuple(
            each if each.quorum else replace(each, quorum=self._env.directory.quorum(each.team))
            for each in question.escalations
        )
        one_vote = named == (({team: 1},),)
        return replace(question, stages=() if one_vote else named, escalations=escalations)

    def _ask_also(self, after: Handoff, teams: Iterable[str], channels: tuple[str, ...] = ()) -> Handoff:
        """Have cards posted where these teams are, and nowhere twice."""
        places = self._places(after, teams, channels or after.question.channels)
        new = tuple(place for place in places if place not in after.places)
        self._post(after, new)
        return replace(after, places=(*after.places, *new))

    def _places(self, handoff: Handoff, teams: Iterable[str], channels: tuple[str, ...]) -> list[Place]:
        directory = self._env.directory
        if handoff.question.kind is not HandoffKind.APPROVAL:
            return list(directory.operator_places(handoff.bot))
        found = (place for team in teams for place in directory.review_places(handoff.bot, team, channels))
        return list(dict.fromkeys(found))

    def _post(self, handoff: Handoff, places: Iterable[Place]) -> None:
        for place in places:
            self._draft.effect(PostCard(place, handoff.id))
            self._draft.show_files(place, handoff.id, self._draft.run.files)
