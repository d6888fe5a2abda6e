"""`engine.store.Store` on a database: each verb is one transaction, or one look through the models."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from engine.conversation import Conversation
from engine.effects import PostCard
from engine.events import CodeTried
from engine.handoff import Handoff
from engine.ids import BotId, ConversationId, HandoffId, Place, RunId, WorkflowHash, random_id
from engine.outcomes import Challenge
from engine.ports import Clock
from engine.run import Run
from engine.step import AuditEntry, Keyed, Said, Step
from engine.store import (
    EVERY,
    Active,
    CardCopy,
    Case,
    Claimed,
    CodeLimits,
    Due,
    Erasure,
    Heard,
    Posting,
    Reminder,
    Sought,
    Turn,
)
from engine.talk import Posted, Room
from storage import audit as record
from storage import codes, erasing, handoffs, inbox, outbox, queries, reminders, runs, talks, unreached
from storage.audit import Head
from storage.generation import Generation
from storage.transaction import Database, Sql, Transaction


class SqlStore:
    """The store of one instance. Where several processes share a database each is a `worker` that claims its turns."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        worker: str = "",
        lease: timedelta = timedelta(seconds=30),
        generation: Generation | None = None,
    ) -> None:
        self._run = database.run
        self._scrub = database.scrub
        self._generation = generation
        self._clock = clock
        self._worker = worker
        self._lease = lease

    # --- messages ---------------------------------------------------------------------------------------------

    async def record_inbound(self, heard: Heard) -> ConversationId | None:
        return await self._run(inbox.record(heard))

    async def next_turn(self, conversation: ConversationId) -> Turn | None:
        claim = None
        if self._worker:
            now = self._clock.now()
            claim = inbox.Claim(self._worker, now, now + self._lease)
        return await self._run(inbox.next_turn(conversation, claim))

    async def unanswered(self) -> Sequence[ConversationId]:
        return await queries.unanswered()

    async def count_start(self) -> None:
        if not self._worker:  # among several processes whoever takes a message from a silent one counts it
            await self._run(inbox.count_start())

    async def answered(self, inbox_id: int, effects: Sequence[Keyed] = ()) -> None:
        await self._run(_answered(inbox_id, effects))

    async def give_up_message(self, inbox_id: int, effects: Sequence[Keyed] = ()) -> None:
        await self._run(_given_up(inbox_id, effects))

    async def transcript(self, conversation: ConversationId, limit: int) -> Sequence[Said]:
        return await queries.transcript(conversation, limit)

    async def conversation(self, conversation: ConversationId) -> Conversation:
        return await self._run(runs.conversation(conversation))

    async def due_erasures(self, bot: BotId, until: datetime, limit: int) -> Sequence[ConversationId]:
        return await self._run(erasing.due(bot, until, limit))

    async def erase(self, erasure: Erasure) -> None:
        await self._reached(erasing.erase(erasure))
        await self._scrub()

    async def set_locale(self, conversation: ConversationId, locale: str) -> None:
        await self._run(_set_locale(conversation, locale))

    # --- runs -------------------------------------------------------------------------------------------------

    async def keep_workflow(self, workflow: WorkflowHash, name: str, document: str) -> None:
        await self._run(runs.keep_workflow(workflow, name, document))

    async def workflow_text(self, workflow: WorkflowHash) -> str:
        return await queries.workflow_text(workflow)

    async def commit_step(self, step: Step) -> None:
        await self._reached(runs.commit(step, self._clock.now()))

    async def record_intent(self, step: Step) -> None:
        await self._reached(runs.commit(step, self._clock.now()))

    async def record_decision(self, step: Step) -> None:
        await self._reached(runs.commit(step, self._clock.now()))

    async def load_run(self, run: RunId) -> Active:
        return await self._run(runs.load(run))

    async def claim_run(self, run: RunId, version: int, until: datetime) -> int | None:
        return await self._run(runs.claim(run, version, self._clock.now(), until))

    async def active_runs(self) -> Sequence[RunId]:
        return await self._run(runs.active(self._clock.now()))

    async def open_runs(self, conversation: ConversationId) -> Sequence[Run]:
        return await self._run(runs.open_runs(conversation))

    async def spend_try(self, challenge: str) -> CodeTried:
        return await self._run(codes.spend_try(challenge, self._clock.now()))

    async def offer_code(self, run: RunId, challenge: Challenge, mail: Keyed) -> None:
        await self._run(codes.offer(run, challenge, mail))

    async def challenge_for(self, run: RunId, contact: str) -> str | None:
        return await self._run(codes.newest(run, contact))

    async def count_code(self, key: str, contact: str, chat: str, limits: CodeLimits) -> datetime | None:
        return await self._run(codes.count(key, contact, chat, limits, self._clock.now()))

    async def free_leases(self) -> None:
        await self._run(runs.free_leases())

    # --- handoffs ---------------------------------------------------------------------------------------------

    async def case(self, handoff: HandoffId) -> Case:
        return await self._run(handoffs.case(handoff))

    async def due_handoffs(self, limit: int) -> Sequence[HandoffId]:
        return await self._run(handoffs.due(self._clock.now(), limit))

    async def due_reminders(self, limit: int) -> Sequence[Due]:
        return await self._run(reminders.due(self._clock.now(), limit))

    async def remind(self, moved: Sequence[Reminder], effects: Sequence[Keyed]) -> None:
        await self._run(reminders.remind(moved, effects, self._clock.now()))

    async def card_at(self, place: Place, ref: str) -> HandoffId | None:
        return await queries.card_at(place, ref)

    async def adopt_card(self, copy: CardCopy) -> None:
        await self._run(_adopted(copy))

    async def forget_card(self, copy: CardCopy) -> None:
        await self._run(outbox.forget_card(copy))

    async def note_missed(self, channel: str, since: datetime, until: datetime) -> None:
        await self._run(outbox.note_missed(channel, since, until))

    async def missed(self, channel: str) -> tuple[datetime, datetime] | None:
        return await self._run(outbox.missed(channel))

    async def note_unreached(
        self, event: str, handoff: HandoffId, place: Place, effects: Sequence[Keyed], entry: AuditEntry
    ) -> bool:
        head = await self._run(unreached.note(event, handoff, place, effects, entry))
        self._remember(head)
        return head is not None

    async def pending(self, limit: int = 50, sought: Sought = EVERY, after: Handoff | None = None) -> Sequence[Handoff]:
        return await queries.pending(limit, sought, after)

    async def find_handoff(self, prefix: str) -> Sequence[HandoffId]:
        return await queries.find_handoff(prefix, 5)

    async def asked(self, by: str) -> Handoff | None:
        return await queries.asked(by)

    async def cards(self, handoff: HandoffId, place: Place) -> Sequence[CardCopy]:
        return await queries.cards(handoff, place)

    # --- talks ------------------------------------------------------------------------------------------------

    async def talk(self, conversation: ConversationId, since: datetime) -> Sequence[Said]:
        return await self._run(talks.lines(conversation, since))

    async def status_copy(self, handoff: HandoffId) -> str:
        return await self._run(talks.status_copy(handoff))

    async def room(self, handoff: HandoffId) -> Room | None:
        return await self._run(talks.room(handoff))

    async def rooms(self) -> Sequence[Place]:
        return await self._run(talks.rooms())

    async def talk_at(self, place: Place, ref: str = "", over: bool = False) -> HandoffId | None:
        return await self._run(talks.talk_at(place, ref, over))

    async def rooms_to_open(self, place: Place) -> Sequence[HandoffId]:
        return await self._run(talks.rooms_to_open(place))

    async def counterparts(self, handoff: HandoffId, posted: Posted) -> Sequence[Posted]:
        return await self._run(talks.counterparts(handoff, posted))

    async def spans(self, bot: str, node: str, limit: int) -> Sequence[timedelta]:
        return await self._run(talks.spans(bot, node, limit))

    # --- effects ----------------------------------------------------------------------------------------------

    async def claim_effects(self, limit: int, until: datetime) -> Sequence[Claimed]:
        return await self._run(outbox.claim(limit, self._clock.now(), until))

    async def keep_rendered(self, effect: int, rendered: str) -> None:
        await self._run(outbox.keep_rendered(effect, rendered))

    async def keep_letter(self, key: str, letter: str) -> str:
        return await self._run(outbox.keep_letter(key, letter))

    async def effect_sent(self, effect: int, posted: Posting | None = None) -> None:
        await self._run(outbox.sent(effect, posted))

    async def effect_failed(
        self, effect: int, detail: str, retry_at: datetime | None, notices: Sequence[Keyed] = ()
    ) -> None:
        await self._run(outbox.failed(effect, detail, retry_at, notices))

    # --- the instance -----------------------------------------------------------------------------------------

    async def audit(self, entry: AuditEntry) -> None:
        await self._reached(record.add([entry]))

    async def instance(self) -> tuple[str, str]:
        return await self._run(_instance(random_id(secrets.token_bytes(16)), secrets.token_hex(32)))

    async def _reached(self, transaction: Transaction[Head | None]) -> None:
        """Run what adds to the record, and remember outside the database how far it came."""
        self._remember(await self._run(transaction))

    def _remember(self, head: Head | None) -> None:
        if head and self._generation:
            self._generation.reached(head)


def _answered(inbox_id: int, effects: Sequence[Keyed]) -> Transaction[None]:
    yield from handoffs.posted(effects)
    yield from outbox.add(effects)
    yield from inbox.consume(inbox_id)


def _adopted(copy: CardCopy) -> Transaction[None]:
    yield from handoffs.posted([Keyed("", PostCard(copy.place, copy.handoff))])
    yield from outbox.keep_card(copy)


def _given_up(inbox_id: int, effects: Sequence[Keyed]) -> Transaction[None]:
    yield from outbox.add(effects)
    yield from inbox.give_up(inbox_id)


def _set_locale(conversation: ConversationId, locale: str) -> Transaction[None]:
    yield Sql("UPDATE conversation SET locale = ? WHERE id = ?", (locale, conversation))


def _instance(new_id: str, new_key: str) -> Transaction[tuple[str, str]]:
    for name, value in (("id", new_id), ("key", new_key)):
        yield Sql("INSERT INTO instance (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", (name, value))
    rows = yield Sql("SELECT name, value FROM instance WHERE name IN ('id', 'key')")
    known: dict[str, str] = dict(rows)
    return known["id"], known["key"]
