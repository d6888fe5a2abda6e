"""Steps and messages as the engine would write them, for tests that have no engine."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from engine.effects import Literal, PostCard, SendText
from engine.events import Inbound
from engine.handoff import Decision, Handoff
from engine.ids import BotId, ConversationId, HandoffId, NodeId, PersonId, Place, RunId, WorkflowHash
from engine.question import HandoffKind, Question
from engine.run import Run, Token, TokenState
from engine.step import AuditEntry, Keyed, Ruling, Said, Step, Visit
from engine.store import Heard
from engine.transitions import Action, HandoffState

NOW = datetime.now(UTC).replace(microsecond=123456)
WORKFLOW = WorkflowHash("w" * 64)
PLACE = Place("play:review")


def heard(number: int, user: str = "chris", text: str = "Hello") -> Heard:
    """The message of that number."""
    message = Inbound(text, user, user.title(), "play", f"play:{user}", NOW)
    return Heard(f"play/default/{number}", "refunds", "default", Place(f"play:{user}"), "en", message)


def run(name: str, conversation: ConversationId, state: TokenState = TokenState.DECISION, version: int = 0) -> Run:
    """A run that stands at one node."""
    tokens = [Token(1, NodeId("ask"), state=state)]
    return Run(RunId(name), BotId("refunds"), conversation, WORKFLOW, NOW, version=version, tokens=tokens, next_token=2)


def asking(name: str, conversation: ConversationId) -> Step:
    """The first step of a run: it says something and asks for a decision."""
    begun = run(name, conversation)
    question = Question(HandoffKind.APPROVAL, "Refund?", due_at=NOW - timedelta(seconds=1))
    handoff = Handoff(
        HandoffId(f"h{name}"), begun.id, begun.bot, conversation, NodeId("ask"), 1, question, (PLACE,), "play:chris",
        NOW, "finance",
    )  # fmt: skip
    return Step(
        begun,
        base=0,
        conversation=conversation,
        visits=[Visit(NodeId("ask"), "[decision]", NOW)],
        said=[Said("bot", Literal("I have asked."), NOW)],
        opened=[handoff],
        effects=[
            Keyed(f"{name}.1.1", SendText(Place("play:chris"), Literal("I have asked."))),
            Keyed(f"{name}.1.2", PostCard(PLACE, handoff.id)),
        ],
        audit=[AuditEntry("handoff.opened", handoff.id, "engine", NOW)],
    )


def deciding(name: str, conversation: ConversationId, by: str, effects: Sequence[Keyed] = ()) -> Step:
    """The step that approves what `asking` asked."""
    decision = Decision(Action.APPROVE, PersonId(by), by.title(), NOW, "fine", PLACE)
    decided = run(name, conversation, TokenState.READY, version=1)
    (asked,) = asking(name, conversation).opened
    ruling = Ruling(replace(asked, state=HandoffState.APPROVED, decision=decision), decision)
    record = AuditEntry("handoff.approved", asked.id, by, NOW)
    return Step(decided, base=1, conversation=conversation, rulings=[ruling], effects=list(effects), audit=[record])
