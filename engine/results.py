"""What a workflow reads of a request that was decided."""

from collections.abc import Sequence
from typing import Any

from engine.effects import Literal
from engine.events import Decided
from engine.handoff import Decision, Handoff
from engine.step import Said
from engine.transitions import Action, HandoffState

MOST_LINES, LONGEST_LINE = 200, 2000
"""How much of what was said a workflow reads: the newest lines, and of each so many characters."""


def decided(handoff: Handoff, decision: Decision, talk: Sequence[Said]) -> Decided:
    """What `{{handoff}}` holds: `{decision, by, at, reason, edits, votes, talk}`.

    `talk` is what the two ends have said to each other, as `{by, role, text, at, files}` each; the newest of it.
    """
    named = {HandoffState.TIMED_OUT: "timeout", HandoffState.CHOSEN: decision.choice}
    handle = named.get(handoff.state, str(handoff.state))
    edits = {edit.path: {"before": edit.before, "after": edit.after, "by": edit.by_name} for edit in handoff.edits}
    result = {"decision": handle, "by": decision.by_name, "at": decision.at.isoformat(), "reason": decision.reason}
    votes = [_vote(vote) for vote in handoff.progress.votes]
    lines = [_line(said) for said in talk[-MOST_LINES:]]
    return Decided(handle, {**result, "edits": edits, "votes": votes, "talk": lines}, decision.by)


def _vote(vote: Decision) -> dict[str, str]:
    said = vote.choice or {Action.APPROVE: "approved", Action.REJECT: "rejected"}[vote.action]
    told = {"by": vote.by_name, "decision": said, "at": vote.at.isoformat()}
    return {**told, "reason": vote.reason} if vote.reason else told


def _line(said: Said) -> dict[str, Any]:
    text = said.words.text if isinstance(said.words, Literal) else str(said.words.args.get("text", ""))
    files = [str(file.get("name") or file.get("kind", "")) for file in said.files]
    return {
        "by": said.name,
        "role": said.author,
        "text": text[:LONGEST_LINE],
        "at": said.at.isoformat(),
        "files": files,
    }
