"""The handoff: a pause that waits for people, and all that has happened to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from engine.errors import AssentError
from engine.ids import BotId, ConversationId, HandoffId, NodeId, PersonId, Place, RunId
from engine.question import Escalation, FrozenCall, Question, Seats
from engine.talk import Inquiry, Talk
from engine.transitions import ACTIONS, OF_TWO_WAYS, TRANSITIONS, Action, HandoffState


@dataclass(frozen=True, slots=True)
class Decision:
    """Who chose what, when, why and where."""

    action: Action
    by: PersonId | None
    by_name: str
    at: datetime
    reason: str = ""
    via: str = ""
    choice: str = ""
    """The option that was chosen, by its id."""
    teams: tuple[str, ...] = ()
    """The teams for which the person could decide at that moment."""
    stage: int = 0
    """Which stage of the question it was given to."""
    hands_back: bool = False
    """Whether it ends the talk that somebody has with the customer, also where the vote does not suffice."""
    by_role: tuple[str, ...] = ()
    """Those of the teams for which a person whom we know decided by a role of their platform alone."""
    stands_for: tuple[PersonId, ...] = ()
    """Those who are away and in whose stead the person could decide."""

    def agrees_with(self, other: "Decision") -> bool:
        """Whether both are for the same outcome."""
        return (self.action, self.choice) == (other.action, other.choice)


@dataclass(frozen=True, slots=True)
class Edit:
    """Somebody changed a value of the request before it was decided; values are JSON."""

    path: str
    before: Any
    after: Any
    by: PersonId
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """What people and the clock have done to a handoff while it is open."""

    votes: tuple[Decision, ...] = ()
    """One per person, the newest last."""
    stage: int = 0
    edits: tuple[Edit, ...] = ()
    assignee: PersonId | None = None
    """Who looks after it; that keeps nobody else from deciding."""
    assignee_name: str = ""
    runs_at: datetime | None = None
    """When it settles, while it may still be undone."""
    escalated: tuple[int, ...] = ()
    """Which of the question's escalations were carried out, by their numbers."""
    put_off: tuple[tuple[int, datetime], ...] = ()
    """Those that had to wait for the people whom they ask, and until when; the others do not wait for them."""
    seen_at: datetime | None = None
    """When somebody of those who may decide looked at it first."""
    inquiry: Inquiry | None = None
    talk: Talk | None = None
    talked: bool = False
    """Whether anything was said between the two ends."""
    paused_since: datetime | None = None
    """Since when no time counts, because somebody waits for the customer or talks with them."""
    paused: timedelta = timedelta()
    """For how long no time counted before that."""
    nudged_at: datetime | None = None
    """When the customer asked last how it stands."""
    wants_person: bool = False
    """Whether the customer has asked for a person."""

    def at_rest(self, now: datetime) -> "Progress":
        """The same with the clock standing while somebody waits for the customer or talks with them, else going."""
        if self.inquiry or self.talk:
            return replace(self, paused_since=self.paused_since or now, talked=True)
        if self.paused_since is None:
            return self
        stood = max(now - self.paused_since, timedelta())  # a clock that was set back takes no time away
        return replace(self, paused_since=None, paused=self.paused + stood)


NOTHING_YET = Progress()


@dataclass(frozen=True, slots=True)
class Handoff:
    """A pause of one token of a run, and what became of it."""

    id: HandoffId
    run: RunId
    bot: BotId
    conversation: ConversationId
    node: NodeId
    token: int
    question: Question
    places: tuple[Place, ...]
    """Where copies of its card are, or will be: those of the team, and wherever somebody asked to see it."""
    requester: str
    """The customer as `platform:user_id`, to refuse a decision on one's own request."""
    opened_at: datetime
    team: str = ""
    """Who may decide: a team's name, or "" for the operators."""
    state: HandoffState = HandoffState.PENDING
    decision: Decision | None = None
    asked_by: str = ""
    """Who was asked for words, as `platform:user_id@place`, while the state is one of `SPOKEN`."""
    unreached: tuple[Place, ...] = ()
    """Places of its card of which we were told afterwards that nothing arrives there."""

    progress: Progress = field(default=NOTHING_YET)

    @property
    def edits(self) -> Sequence[Edit]:
        """One change per value: from what it was at first to what it is now."""
        changed: dict[str, Edit] = {}
        for edit in self.progress.edits:
            before = changed[edit.path].before if edit.path in changed else edit.before
            changed[edit.path] = replace(edit, before=before)
        return list(changed.values())

    @property
    def edition(self) -> int:
        """How often the question was changed."""
        return len(self.progress.edits)

    def is_known_to(self, person: PersonId | None, seen: int | None) -> bool:
        """Whether somebody means the question as it is: they saw this edition, or named none and changed it last."""
        if seen is not None:
            return seen == self.edition
        return not self.progress.edits or self.progress.edits[-1].by == person

    @property
    def chosen_calls(self) -> Sequence[FrozenCall]:
        """The calls that people have said yes to."""
        if self.state is HandoffState.CHOSEN and self.decision:
            return next(each.calls for each in self.question.options if each.id == self.decision.choice)
        return self.question.calls if self.state is HandoffState.APPROVED else ()

    @property
    def stages(self) -> Sequence[Sequence[Seats]]:
        """The votes that are wanted, stage by stage; each is met by any one of its alternatives."""
        return self.question.stages or (({self.team: 1},),)

    @property
    def teams(self) -> Sequence[str]:
        """The teams that may decide now: those of the stages so far, and whoever it was escalated to."""
        asked = (team for stage in self.stages[: self.progress.stage + 1] for seats in stage for team in seats)
        return tuple(dict.fromkeys((*asked, *(each.team for each in self.escalated))))

    @property
    def agreeing_teams(self) -> Sequence[str]:
        """The teams whose approval is wanted at this stage, and whoever it was escalated to."""
        asked = (team for seats in self.stages[self.progress.stage] for team in seats)
        return tuple(dict.fromkeys((*asked, *(each.team for each in self.escalated))))

    @property
    def escalated(self) -> Sequence[Escalation]:
        """The escalations that were carried out."""
        return [self.question.escalations[number] for number in self.progress.escalated]

    @property
    def escalates_at(self) -> Mapping[int, datetime]:
        """When each escalation that is left comes, by its number, if nobody decides."""
        put_off = dict(self.progress.put_off)
        return {
            number: put_off.get(number, self.opened_at + each.after + self.progress.paused)
            for number, each in enumerate(self.question.escalations)
            if number not in self.progress.escalated
        }

    @property
    def wakes_at(self) -> datetime | None:
        """When the clock has something to do with it, if people leave it as it is."""
        if self.state is HandoffState.SETTLING:
            return self.progress.runs_at
        if self.progress.paused_since:
            moments = self._lapses
        else:
            moments = [*self.escalates_at.values(), *([self.ends_at] if self.ends_at else [])]
        return min(moments, default=None) if self.state.is_open else None

    @property
    def ends_at(self) -> datetime | None:
        """When its time is up, if it ever is; while somebody waits for the customer that comes later and later."""
        return self.question.due_at + self.progress.paused if self.question.due_at else None

    @property
    def _lapses(self) -> list[datetime]:
        """When an answer is waited for no longer, and when a talk has been silent for too long."""
        inquiry, talk = self.progress.inquiry, self.progress.talk
        return [*([inquiry.until] if inquiry else []), *([talk.idle_at] if talk else [])]

    def next_reminder(self, after: datetime) -> datetime | None:
        """When people are reminded next, after that moment; what was missed meanwhile is not made up for."""
        if self.progress.paused_since:
            return None
        moments = (self.opened_at + span + self.progress.paused for span in self.question.remind or ())
        return next((moment for moment in moments if moment > after), None)

    def allows(self, action: Action, choice: str = "") -> bool:
        """Whether this action may be done to this handoff now."""
        if self.question.options and action in OF_TWO_WAYS:
            return False
        if action is Action.CHOOSE and choice not in [option.id for option in self.question.options]:
            return False
        return action in TRANSITIONS.get(self.state, {}) and action in ACTIONS[self.question.kind]

    def due(self, now: datetime) -> Action | None:
        """What the clock has to do with it by now."""
        if self.wakes_at is None or self.wakes_at > now:
            return None
        if self.state is HandoffState.SETTLING:
            return Action.SETTLE
        if self.progress.paused_since:
            return Action.LAPSE
        ends = self.ends_at
        return Action.EXPIRE if ends and ends <= now else Action.ESCALATE


class AlreadyDecided(AssentError):
    """An action came too late, or was never offered: `handoff` as it stands says who decided what, and when."""

    def __init__(self, handoff: Handoff) -> None:
        super().__init__(f"handoff {handoff.id!r} is {handoff.state}")
        self.handoff = handoff


class ChangedMeanwhile(AssentError):
    """Somebody said yes to a question that was changed since they saw it: `handoff` is as it stands."""

    def __init__(self, handoff: Handoff) -> None:
        super().__init__(f"handoff {handoff.id!r} was changed {handoff.edition} times")
        self.handoff = handoff
