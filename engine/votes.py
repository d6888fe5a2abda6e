"""Votes: what one more decision of a person comes to, by the thresholds that the question has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from engine.handoff import Decision, Handoff, Progress
from engine.ids import PersonId
from engine.question import HandoffKind, Seats
from engine.transitions import Action, HandoffState


class Counts(Protocol):
    """Whether a vote that somebody gave earlier, be it in another's stead, still counts for a team."""

    def __call__(
        self, person: PersonId, team: str, stands_for: PersonId | None = None, by_role: bool = False
    ) -> bool: ...


VOTES = frozenset({Action.APPROVE, Action.CHOOSE, Action.REJECT})
"""What a person can say to a question that is put to the vote."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What an action really is, once all votes are counted, and the handoff's progress with it."""

    action: Action
    progress: Progress


def ruled(handoff: Handoff, decision: Decision, counts: Counts) -> Ruled:
    """What a decision comes to: the outcome itself, one more vote for it, or an approval that waits to be undone."""
    progress = handoff.progress
    if handoff.question.kind is not HandoffKind.APPROVAL or decision.action not in VOTES:
        if decision.action is Action.UNDO:
            progress = replace(progress, votes=(), stage=0, runs_at=None)
        return Ruled(decision.action, progress)
    # Whoever takes back what they said at an earlier stage leads back there.
    stage = min([progress.stage, *(each.stage for each in progress.votes if each.by == decision.by)])
    vote = replace(decision, stage=stage)
    votes = (*_without(progress.votes, vote), vote)
    progress = replace(progress, votes=votes, stage=stage)
    if vote.action is Action.REJECT:
        against = [each for each in votes if each.action is Action.REJECT and _teams(handoff, each, counts)]
        return Ruled(Action.REJECT if len(against) >= handoff.question.deny else Action.OBJECT, progress)
    if not _is_met(handoff, vote, votes, counts):
        return Ruled(Action.VOTE, progress)
    if progress.stage + 1 < len(handoff.stages):
        return Ruled(Action.VOTE, replace(progress, stage=progress.stage + 1))
    if handoff.question.undo:
        return Ruled(Action.HOLD, replace(progress, runs_at=vote.at + handoff.question.undo))
    return Ruled(vote.action, progress)


def settled(handoff: Handoff, counts: Counts) -> Decision | None:
    """The decision that holds when the time to undo it is over; None if by now its votes do not suffice any more."""
    votes = handoff.progress.votes
    closing = votes[-1] if votes else None
    if handoff.state is not HandoffState.SETTLING or closing is None:
        return None
    action = Action.SETTLE if closing.action is Action.APPROVE else Action.SETTLE_CHOICE
    return replace(closing, action=action) if _is_met(handoff, closing, votes, counts) else None


def has_voted_before(handoff: Handoff, person: PersonId) -> bool:
    """Whether somebody has approved at an earlier stage: another person has to do so at this one."""
    return any(
        v.by == person and v.stage < handoff.progress.stage and v.action in VOTES for v in handoff.progress.votes
    )


def supporters(handoff: Handoff) -> Sequence[Decision]:
    """The votes of this stage that are for the same outcome as the newest one that is no rejection."""
    votes = [each for each in handoff.progress.votes if each.action is not Action.REJECT]
    return [each for each in votes if each.agrees_with(votes[-1]) and each.stage == handoff.progress.stage]


def is_filled(seats: Seats, voters: Sequence[frozenset[str]]) -> bool:
    """Whether the voters, each one of some teams, can take all these seats; nobody sits on two."""
    wanted = [team for team, count in seats.items() for _ in range(count)]
    taken: dict[int, int] = {}
    return all(_sit(seat, wanted, voters, taken, set()) for seat in range(len(wanted)))


def _sit(
    seat: int, wanted: Sequence[str], voters: Sequence[frozenset[str]], taken: dict[int, int], asked: set[int]
) -> bool:
    """Find a voter for a seat; one who sits elsewhere moves if another can take their seat."""
    for number, teams in enumerate(voters):
        if wanted[seat] in teams and number not in asked:
            asked.add(number)
            if number not in taken or _sit(taken[number], wanted, voters, taken, asked):
                taken[number] = seat
                return True
    return False


def _is_met(handoff: Handoff, vote: Decision, votes: Sequence[Decision], counts: Counts) -> bool:
    """Whether the votes for the same outcome suffice for this stage."""
    agreeing = [each for each in votes if each.agrees_with(vote) and each.stage == vote.stage]
    voters = [_teams(handoff, each, counts) for each in agreeing]
    asked_later = ({each.team: each.quorum} for each in handoff.escalated)
    return any(is_filled(seats, voters) for seats in (*handoff.stages[vote.stage], *asked_later))


def _teams(handoff: Handoff, vote: Decision, counts: Counts) -> frozenset[str]:
    """The teams for which a vote counts."""
    if (by := vote.by) is None:
        return frozenset()
    stead = (None, *vote.stands_for)
    asked = (team for team in vote.teams if team in handoff.teams)
    return frozenset(team for team in asked if any(counts(by, team, each, team in vote.by_role) for each in stead))


def _without(votes: Sequence[Decision], vote: Decision) -> Sequence[Decision]:
    """The votes beside a new one: not the person's earlier one, and nobody votes in their stead any more."""
    others = [each for each in votes if each.by != vote.by]
    return [replace(each, stands_for=tuple(who for who in each.stands_for if who != vote.by)) for each in others]
