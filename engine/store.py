"""The port to the database: a dozen verbs, each one atomic and durable when it returns; never `save(obj)`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from engine.conversation import Conversation
from engine.effects import Effect
from engine.events import CodeTried, Inbound
from engine.handoff import Handoff
from engine.ids import BotId, ConversationId, HandoffId, Place, RunId, WorkflowHash
from engine.outcomes import Challenge
from engine.run import Run
from engine.step import AuditEntry, Keyed, Said, Step
from engine.talk import Posted, Relayed, Room


@dataclass(frozen=True, slots=True)
class Heard:
    """A message to be written down; `source` is unique per channel, account and update for ever.

    `locale` is the author's language, "" where the message does not tell it; the first that does settles it.
    """

    source: str
    bot: str
    account: str
    place: Place
    locale: str
    message: Inbound


@dataclass(frozen=True, slots=True)
class Turn:
    """The oldest message of a conversation that nobody has answered, with all that its answer depends on.

    `starts` is how often a process had to begin with it anew because an earlier one ended before it was answered.
    """

    inbox_id: int
    conversation: Conversation
    message: Inbound
    open_runs: Sequence[Run]
    starts: int = 0


@dataclass(frozen=True, slots=True)
class Active:
    """A run and whose it is."""

    run: Run
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Case:
    """A handoff with its run and conversation, as they stand."""

    handoff: Handoff
    run: Run
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Due:
    """A handoff of which people are to be reminded: since when, and when the places of its card were reminded last."""

    handoff: Handoff
    since: datetime
    last: Mapping[Place, datetime]


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder, due `since` then, that gives way to the next one, if any; `told` are the places told now."""

    handoff: HandoffId
    since: datetime
    next_at: datetime | None
    told: Sequence[Place] = ()


@dataclass(frozen=True, slots=True)
class Claimed:
    """An effect that this process carries out now; `rendered` is what an earlier try sent."""

    id: int
    key: str
    lane: str
    effect: Effect
    attempts: int
    rendered: str | None
    last_trouble: str = ""
    """What went wrong at the last try."""


@dataclass(frozen=True, slots=True)
class CodeLimits:
    """How many codes may be mailed within a time, and how soon one after the other."""

    per_address: int = 3
    per_chat: int = 5
    within: timedelta = timedelta(hours=1)
    pause: timedelta = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class CardCopy:
    """One posted copy of a card."""

    handoff: HandoffId
    place: Place
    ref: str


@dataclass(frozen=True, slots=True)
class StatusCopy:
    """The message at the customer's place that says how their request stands."""

    handoff: HandoffId
    ref: str


@dataclass(frozen=True, slots=True)
class RoomOpened:
    """The room of a talk, and the message in it with which it was opened.

    In a room to which a talk has moved that is the copy of what was said last, its `source`.
    """

    handoff: HandoffId
    room: Room
    root: Posted
    source: Posted | None = None


@dataclass(frozen=True, slots=True)
class RelayedCopy:
    """A message of a talk that was carried on."""

    handoff: HandoffId
    relayed: Relayed


@dataclass(frozen=True, slots=True)
class RoomClosed:
    """The room of a talk that is over."""

    handoff: HandoffId


Posting = CardCopy | StatusCopy | RoomOpened | RelayedCopy | RoomClosed
"""What carrying out an effect leaves behind on a platform."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is to be erased of a conversation: all that has ended, or what had ended by `until`; `by` wants it."""

    conversation: ConversationId
    by: str
    at: datetime
    until: datetime | None = None
    answers: int | None = None
    """The inbox row that is answered by it."""
    effects: Sequence[Keyed] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """Which open handoffs are looked for."""

    teams: Sequence[str] | None = None
    """Approvals that may be for these teams, now or at a later stage; None for all."""
    operators: bool = True
    """Whether also what only operators are asked."""
    bot: str = ""
    before: datetime | None = None
    """Only those that were opened before."""


EVERY = Sought()


class Store(Protocol):
    """What survives. Every verb raises only `StaleRun`, `AlreadyDecided`, `KeyError`, or the database's own trouble."""

    async def record_inbound(self, heard: Heard) -> ConversationId | None:
        """Write a message down once; None if its source was known."""

    async def next_turn(self, conversation: ConversationId) -> Turn | None:
        """The conversation's oldest unanswered message, with its open runs."""

    async def unanswered(self) -> Sequence[ConversationId]:
        """Conversations that have an unanswered message."""

    async def answered(self, inbox_id: int, effects: Sequence[Keyed] = ()) -> None:
        """Mark a message as answered by these effects, without a run."""

    async def give_up_message(self, inbox_id: int, effects: Sequence[Keyed] = ()) -> None:
        """Set aside a message whose handling failed again and again, and say so by these effects."""

    async def keep_workflow(self, workflow: WorkflowHash, name: str, document: str) -> None:
        """Pin a workflow's text, so that its runs finish on it."""

    async def workflow_text(self, workflow: WorkflowHash) -> str:
        """The text of a pinned workflow; raises KeyError."""

    async def commit_step(self, step: Step) -> None:
        """Write a step; raises StaleRun if the run is not at the step's base."""

    async def record_intent(self, step: Step) -> None:
        """Write a step whose intent must be durable before its call."""

    async def record_decision(self, step: Step) -> None:
        """Write a step with rulings, if each handoff is still open; raises AlreadyDecided with who won, or StaleRun.

        A ruling that only asks for a reason (or withdraws that) leaves the handoff open and needs no run.
        """

    async def load_run(self, run: RunId) -> Active:
        """A run as it stands; raises KeyError."""

    async def claim_run(self, run: RunId, version: int, until: datetime) -> int | None:
        """Take an active run at this version whose lease is free, until that moment; its version moves on by one.

        Answers how often it was taken since it last committed anything; None if somebody else has it or it rests.
        """

    async def active_runs(self) -> Sequence[RunId]:
        """Runs that can go on and whose lease is free."""

    async def case(self, handoff: HandoffId) -> Case:
        """A handoff with its run; raises KeyError."""

    async def spend_try(self, challenge: str) -> CodeTried:
        """Take one try from a code's count, durably, and only then tell its digest."""

    async def offer_code(self, run: RunId, challenge: Challenge, mail: Keyed) -> None:
        """Keep a code for somebody who decides, and send it; earlier ones of this run for the address end."""

    async def challenge_for(self, run: RunId, contact: str) -> str | None:
        """The code that was offered last for this run and address; None if there is none."""

    async def count_code(self, key: str, contact: str, chat: str, limits: CodeLimits) -> datetime | None:
        """Count one more code for this address and chat, once per key, if the limits allow it.

        Else answers from when on they will.
        """

    async def due_handoffs(self, limit: int) -> Sequence[HandoffId]:
        """Open handoffs whose time is up."""

    async def due_reminders(self, limit: int) -> Sequence[Due]:
        """Open handoffs of which people are to be reminded now, the longest overdue first."""

    async def remind(self, reminders: Sequence[Reminder], effects: Sequence[Keyed]) -> None:
        """Put each reminder to its next moment and tell people by these effects, all or nothing.

        Raises StaleRun if one of the handoffs was decided, or reminded of by somebody else, meanwhile.
        """

    async def claim_effects(self, limit: int, until: datetime) -> Sequence[Claimed]:
        """Take the oldest waiting effect of each free lane."""

    async def keep_rendered(self, effect: int, rendered: str) -> None:
        """Keep the bytes that an effect sends, so that a repetition sends the same."""

    async def keep_letter(self, key: str, letter: str) -> str:
        """Keep what the effect of that key sends, if nothing is; answers what is kept, or `letter` if there is none."""

    async def effect_sent(self, effect: int, posted: "Posting | None" = None) -> None:
        """The world was told; what was posted where is kept with it."""

    async def effect_failed(
        self, effect: int, detail: str, retry_at: datetime | None, notices: Sequence[Keyed] = ()
    ) -> None:
        """It was not told: try again then, or never (None), of which the notices tell the operators."""

    async def cards(self, handoff: HandoffId, place: Place) -> Sequence[CardCopy]:
        """The copies of a card at a place."""

    async def card_at(self, place: Place, ref: str) -> HandoffId | None:
        """The handoff whose card is this posted message."""

    async def adopt_card(self, copy: CardCopy) -> None:
        """Keep a copy that was posted without our knowing, so that it is edited with the others."""

    async def forget_card(self, copy: CardCopy) -> None:
        """A posted copy is not there any more."""

    async def note_missed(self, channel: str, since: datetime, until: datetime) -> None:
        """Taps at places of this channel may have been lost in that time: have every open card there say so."""

    async def missed(self, channel: str) -> tuple[datetime, datetime] | None:
        """The last time in which taps may have been lost there."""

    async def note_unreached(
        self, event: str, handoff: HandoffId, place: Place, effects: Sequence[Keyed], entry: AuditEntry
    ) -> bool:
        """A mail with a card is lost: mark it, have every copy say so, and ask elsewhere; once per event.

        False if the event was known. Raises KeyError for an unknown handoff.
        """

    async def pending(self, limit: int = 50, sought: Sought = EVERY, after: Handoff | None = None) -> Sequence[Handoff]:
        """Open handoffs, oldest first, those that come after that one.

        With `teams`, some may be among them that are for other teams: who may decide is not looked at here.
        """

    async def find_handoff(self, prefix: str) -> Sequence[HandoffId]:
        """Handoffs whose id begins so, at most a few."""

    async def asked(self, by: str) -> Handoff | None:
        """The handoff that waits for this person's words at this place."""

    async def transcript(self, conversation: ConversationId, limit: int) -> Sequence[Said]:
        """The newest lines of a conversation, oldest first."""

    async def talk(self, conversation: ConversationId, since: datetime) -> Sequence[Said]:
        """What the customer and people have said since then, oldest first; the bot's lines are left out."""

    async def status_copy(self, handoff: HandoffId) -> str:
        """The message that tells the customer how their request stands, by its platform's id; "" before it is there."""

    async def room(self, handoff: HandoffId) -> Room | None:
        """The room of a talk; None as long as none was opened."""

    async def rooms(self) -> Sequence[Place]:
        """The places of their own that are rooms of talks now."""

    async def talk_at(self, place: Place, ref: str = "", over: bool = False) -> HandoffId | None:
        """The talk to which a place belongs as a whole, or else a message there that a reply names.

        With `over` also the one to which the place belonged last.
        """

    async def rooms_to_open(self, place: Place) -> Sequence[HandoffId]:
        """The talks whose rooms are about to be opened beside this place."""

    async def counterparts(self, handoff: HandoffId, posted: Posted) -> Sequence[Posted]:
        """The messages at the other end of a talk that are this one's copies, or what it is a copy of."""

    async def spans(self, bot: str, node: str, limit: int) -> Sequence[timedelta]:
        """For how long the requests of a node that were decided last had waited."""

    async def open_runs(self, conversation: ConversationId) -> Sequence[Run]:
        """A conversation's runs that have not ended, oldest first."""

    async def conversation(self, conversation: ConversationId) -> Conversation:
        """Whose conversation it is; raises KeyError."""

    async def due_erasures(self, bot: BotId, until: datetime, limit: int) -> Sequence[ConversationId]:
        """Conversations with this bot of which something can be erased that had ended by then, the oldest first."""

    async def erase(self, erasure: Erasure) -> None:
        """Erase what a customer said and what people were asked about it, put that on record, and bring cards to it.

        What is open, who decided what and when, and the calls that were made stay. Raises KeyError for an unknown
        conversation, StaleRun if the message that wanted it was answered meanwhile.
        """

    async def set_locale(self, conversation: ConversationId, locale: str) -> None:
        """Remember a user's language."""

    async def audit(self, entry: AuditEntry) -> None:
        """Write one fact that belongs to no step, such as a refusal."""

    async def count_start(self) -> None:
        """Count a start of the process against each message that an earlier one may have ended with."""

    async def free_leases(self) -> None:
        """Free every lease: nobody else works on this database."""

    async def instance(self) -> tuple[str, str]:
        """The instance's id and its secret key, made on the first call."""
