"""What has happened to a request while it waits, in words: votes, who looks after it, who else was asked, changes."""

from collections.abc import Callable, Iterator, Sequence

from bot.card_words import Texts
from engine.handoff import Decision, Handoff
from engine.question import Seats
from engine.transitions import Action
from engine.votes import supporters

TeamName = Callable[[str], str]


def standing(text: Texts, handoff: Handoff, team_name: TeamName) -> Iterator[str]:
    """Lines under the state of a request, the newest facts of it; none as long as nothing has happened."""
    progress = handoff.progress
    if handoff.state.is_open and progress.runs_at is None:
        yield from wanted(text, handoff, team_name)
        if progress.edits and (handoff.question.stages or handoff.question.deny > 1):
            yield text("progress-votes-void", at=text.moment(progress.edits[-1].at))
    if handoff.question.stages or len(progress.votes) > 1:
        yield from (_vote(text, handoff, vote) for vote in progress.votes)
    if not handoff.state.is_open:
        return
    if progress.wants_person and not progress.talk:
        yield text("progress-wants-person")
    if progress.assignee:
        yield text("progress-assigned", by=progress.assignee_name)
    if teams := dict.fromkeys(team_name(each.team) for each in handoff.escalated):
        yield text("progress-escalated", teams=", ".join(teams))


def wanted(text: Texts, handoff: Handoff, team_name: TeamName) -> Iterator[str]:
    """Which votes are wanted, and how many there are; nothing where one vote decides."""
    question, progress = handoff.question, handoff.progress
    if question.stages:
        ways = [_seats(text, seats, team_name) for seats in question.stages[progress.stage]]
        ways += [_seats(text, {each.team: each.quorum}, team_name) for each in handoff.escalated]
        steps = str(len(question.stages)) if len(question.stages) > 1 else ""
        yield text(
            "progress-wanted",
            ways=_joined(text, "progress-or", list(dict.fromkeys(ways))),
            step=str(progress.stage + 1),
            steps=steps,
            count=len(supporters(handoff)),
        )
    if question.deny > 1:
        yield text("progress-deny", count=question.deny)


def settling(text: Texts, message_id: str, handoff: Handoff) -> str:
    """Who approved, and when what follows begins."""
    vote, runs_at = handoff.progress.votes[-1], handoff.progress.runs_at
    assert runs_at is not None
    span = text.duration(handoff.question.undo) if handoff.question.undo else ""
    option = label_of(handoff, vote.choice)
    return text(message_id, by=vote.by_name, option=option, at=text.moment(runs_at), span=span)


def between(text: Texts, handoff: Handoff) -> str:
    """That somebody talks with the customer, or has asked them something, in the stead of the bare state."""
    talk, inquiry = handoff.progress.talk, handoff.progress.inquiry
    if talk:
        return text("state-talking", by=talk.by_name, at=text.moment(talk.since))
    assert inquiry is not None
    asked = {"by": inquiry.by_name, "at": text.moment(inquiry.at), "words": inquiry.words}
    return text("state-asked", **asked, until=text.moment(inquiry.until))


def label_of(handoff: Handoff, choice: str) -> str:
    """What people read as the name of an option."""
    return next((option.label for option in handoff.question.options if option.id == choice), choice)


def _vote(text: Texts, handoff: Handoff, vote: Decision) -> str:
    kind = {Action.APPROVE: "approve", Action.REJECT: "reject"}.get(vote.action, "choose")
    option = label_of(handoff, vote.choice)
    return text(f"progress-vote-{kind}", by=vote.by_name, at=text.moment(vote.at), reason=vote.reason, option=option)


def _seats(text: Texts, seats: Seats, team_name: TeamName) -> str:
    wanted_of = [text("progress-seats", count=count, team=team_name(team)) for team, count in seats.items()]
    return _joined(text, "progress-and", wanted_of)


def _joined(text: Texts, word: str, parts: Sequence[str]) -> str:
    return f" {text(word)} ".join(parts)
