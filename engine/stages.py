"""How a request stands for its customer: less than its reviewers know, and never more than is true."""

from enum import StrEnum

from engine.handoff import Handoff
from engine.transitions import HandoffState


class Stage(StrEnum):
    """What a customer is told of a request that waits; once it is decided they are told the outcome."""

    RECEIVED = "received"
    SEEN = "seen"
    ASKED = "asked"
    """The customer was asked something, and the request waits for them."""
    TALKING = "talking"


def stage_of(handoff: Handoff) -> str:
    """A `Stage`, or the state in which it ended. An approval that may still be undone is not spoken of."""
    progress = handoff.progress
    if not handoff.state.is_open:
        return str(handoff.state)
    if progress.talk:
        return Stage.TALKING
    if progress.inquiry:
        return Stage.ASKED
    touched = progress.seen_at or progress.votes or progress.assignee or handoff.state is not HandoffState.PENDING
    return Stage.SEEN if touched else Stage.RECEIVED
