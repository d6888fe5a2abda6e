"""What is only looked up, through the models: lists for people, and work that was left."""

from collections.abc import Sequence
from typing import Any

from tortoise.expressions import Q

from engine.handoff import Handoff
from engine.ids import ConversationId, HandoffId, Place, WorkflowHash
from engine.question import HandoffKind
from engine.step import Said
from engine.store import CardCopy, Sought
from engine.transitions import TRANSITIONS
from engine.values import to_micros
from storage import inbox, models
from storage.mapping import said_from_row
from storage.mapping_handoff import handoff_from_row

_APPROVAL = HandoffKind.APPROVAL.value
_OPEN = [state.value for state in TRANSITIONS]
_HANDOFF_FIELDS = (
    "id", "run_id", "bot", "conversation_id", "node", "token", "team", "state", "question", "places", "requester",
    "opened_at", "due_at", "asked_by", "unreached", "progress",
)  # fmt: skip
_NO_DECISION = (None,) * 7
"""The rest of a handoff's columns while it is open."""


async def unanswered() -> Sequence[ConversationId]:
    """Conversations with a message that nobody has answered."""
    rows = await models.Inbox.filter(state=inbox.NEW).distinct().values_list("conversation_id", flat=True)
    return [ConversationId(number) for number in _plain(rows)]


async def pending(limit: int, sought: Sought, after: Handoff | None) -> Sequence[Handoff]:
    """Open handoffs, oldest first, those that come after that one."""
    wanted = models.Handoff.filter(_sought(sought), state__in=_OPEN)
    if after:
        opened = to_micros(after.opened_at)
        wanted = wanted.filter(Q(opened_at__gt=opened) | Q(opened_at=opened, id__gt=after.id))
    query = wanted.order_by("opened_at", "id").limit(limit)
    return [handoff_from_row((*row, *_NO_DECISION)) for row in _plain(await query.values_list(*_HANDOFF_FIELDS))]


def _sought(sought: Sought) -> Q:
    """The rows that may be meant; which other teams a request is for stands in its question alone."""
    wanted = Q()
    if sought.teams is not None:
        theirs = Q(team__in=list(sought.teams)) if sought.teams else Q(id="")
        further = (Q(question__contains=f'"{part}"') for part in ("stages", "escalations"))
        wanted &= Q(theirs, *further, join_type=Q.OR) | ~Q(kind=_APPROVAL)
    if not sought.operators:
        wanted &= Q(kind=_APPROVAL)
    if sought.bot:
        wanted &= Q(bot=sought.bot)
    if sought.before:
        wanted &= Q(opened_at__lt=to_micros(sought.before))
    return wanted


async def find_handoff(prefix: str, limit: int) -> Sequence[HandoffId]:
    """Handoffs whose id begins so."""
    query = models.Handoff.filter(id__startswith=prefix).order_by("id").limit(limit)
    return [HandoffId(number) for number in _plain(await query.values_list("id", flat=True))]


async def asked(by: str) -> Handoff | None:
    """The handoff that waits for this person's words."""
    query = models.Handoff.filter(state__in=_OPEN, asked_by=by).order_by("-opened_at").limit(1)
    rows = _plain(await query.values_list(*_HANDOFF_FIELDS))
    return handoff_from_row((*rows[0], *_NO_DECISION)) if rows else None


async def transcript(conversation: ConversationId, limit: int) -> Sequence[Said]:
    """The newest lines of a conversation, oldest first."""
    query = models.Message.filter(conversation_id=conversation).order_by("-id").limit(limit)
    rows = _plain(await query.values_list("author", "words", "at"))
    return [said_from_row(author, words, at) for author, words, at in reversed(rows)]


async def cards(handoff: HandoffId, place: Place) -> Sequence[CardCopy]:
    """The posted copies of a card at a place."""
    query = models.Card.filter(handoff_id=handoff, place=place).order_by("id")
    return [CardCopy(handoff, place, ref) for ref in _plain(await query.values_list("ref", flat=True))]


async def card_at(place: Place, ref: str) -> HandoffId | None:
    """The handoff whose card is this posted message."""
    rows = _plain(await models.Card.filter(place=place, ref=ref).limit(1).values_list("handoff_id", flat=True))
    return HandoffId(rows[0]) if rows else None


async def workflow_text(workflow: WorkflowHash) -> str:
    """The text of a pinned workflow; raises KeyError."""
    row = await models.Workflow.get_or_none(hash=workflow)
    if row is None:
        raise KeyError(workflow)
    return row.document


def _plain(rows: Any) -> list[Any]:
    return list(rows)
