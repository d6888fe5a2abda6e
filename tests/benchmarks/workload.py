"""The workload *refund*: a message, a lookup, more than 500, people are asked, the refund, a last message.

Everything that decides and writes is the product's own, as `assent run` puts it together; only sends are left out.
"""

import asyncio
import gc
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal

from bot.alarm import Alarm
from bot.cards import Cards
from bot.clock import SystemClock
from bot.desk import Desk
from bot.editing import Editing
from bot.handling import Handling
from bot.i18n import Locales
from bot.people import People
from bot.reminders import Reminders
from bot.secrets import InstanceSecrets
from bot.settings import Settings
from bot.showing import Showing
from bot.talk_rooms import TalkRooms
from bot.talks import Talks
from bot.tapping import Tapping
from channels.base import Tap
from channels.tokens import CardToken, encode
from engine.environment import Environment
from engine.events import Inbound
from engine.execution import Execution
from engine.ids import BotId, ConversationId, HandoffId, Place
from engine.runner import Runner
from engine.store import Heard
from engine.tools import CallOutcome, EffectClass, Returned, ToolCall, ToolSpec
from engine.values import canonical, dump
from engine.workflow.load import load
from storage.store import SqlStore

BOT = BotId("refunds")
LINE = "I would like my money back for the desk: one of its legs came broken, and nobody answers the phone. "[:100]
EARLIER_LINES = 18
"""Lines that the conversation already has; with what is heard and said until the pause they are twenty."""

WORKFLOW = {
    "nodes": [
        {"id": "start", "type": "trigger", "data": {"triggerType": "message_received"}},
        {
            "id": "lookup",
            "type": "mcp_tool",
            "data": {
                "toolName": "orders__get_order",
                "arguments": {"customer": "{{user_id}}"},
                "outputVariable": "order",
            },
        },
        {"id": "check", "type": "logic", "data": {"logicType": "if_else", "condition": "{{order.total}} > 500"}},
        {
            "id": "ask",
            "type": "action",
            "data": {
                "actionType": "human_handoff",
                "reason": "Refund ${{order.total}} for order #{{order.id}} ({{order.email}})",
                "timeout": "24h",
                "outputVariable": "approval",
            },
        },
        {
            "id": "refund",
            "type": "mcp_tool",
            "data": {
                "toolName": "stripe__create_refund",
                "arguments": {"order_id": "{{order.id}}"},
                "outputVariable": "refund",
            },
        },
        {
            "id": "done",
            "type": "send_message",
            "data": {"message": "Your refund of ${{order.total}} has been approved and processed."},
        },
        {"id": "rejected", "type": "send_message", "data": {"message": "Your refund could not be approved."}},
    ],
    "edges": [
        {"id": "e1", "source": "start", "target": "lookup"},
        {"id": "e2", "source": "lookup", "target": "check"},
        {"id": "e3", "source": "check", "target": "ask", "sourceHandle": "true"},
        {"id": "e4", "source": "check", "target": "done", "sourceHandle": "false"},
        {"id": "e5", "source": "ask", "target": "refund", "sourceHandle": "approved"},
        {"id": "e6", "source": "ask", "target": "rejected", "sourceHandle": "rejected"},
        {"id": "e7", "source": "refund", "target": "done"},
    ],
}
"""Ten variables in the end: six of the message, the order, the decision under two names, the refund."""

SETTINGS = Settings.model_validate(
    {
        "people": {"ana": {"name": "Ana", "play": "ana", "admin": True}},
        "teams": {"finance": {"name": "Finance", "members": ["ana"], "post": ["play:review"]}},
        "bots": {"refunds": {"name": "Acme Refunds", "team": "finance", "contact": "support@example.com"}},
    }
)


SPECS = {
    "orders__get_order": ToolSpec("orders__get_order", EffectClass.READ),
    "stripe__create_refund": ToolSpec("stripe__create_refund", EffectClass.KEYED, "idempotency_key"),
}


class LocalTools:
    """`engine.tools.Tools` by local async functions: the lookup and the refund."""

    def servers(self) -> Sequence[str]:
        return ("orders", "stripe")

    def spec(self, name: str) -> ToolSpec | None:
        return SPECS.get(name)

    def fingerprint(self, name: str) -> str:
        return "a" * 32

    async def call(self, call: ToolCall) -> CallOutcome:
        if call.tool == "orders__get_order":
            placed = {"email": "chris@example.com", "placed": "2026-08-21", "item": "Standing desk, oak, 160 cm"}
            return Returned({"id": "45678", "total": Decimal("2150.00"), **placed})
        return Returned({"id": "re_1", "status": "succeeded"})


@dataclass
class Workload:
    """The product at work on one database."""

    store: SqlStore
    runner: Runner
    taps: Tapping
    alarm: Alarm
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)

    async def pause(self, conversation: ConversationId) -> None:
        """From a message that stands in the inbox to the commit of its pause."""
        turn = await self.store.next_turn(conversation)
        assert turn is not None
        await self.runner.answer(turn)

    async def complete(self, handoff: HandoffId) -> None:
        """From a reviewer's tap to the commit that completes the run."""
        before = set(self._under_way)
        tap = Tap("play", "", "play:review", "ana", "Ana", encode(CardToken(handoff, "approve")))
        answer = await self.taps.tap(tap)
        assert not answer.alert, answer
        for task in self._under_way - before:
            await task

    def carry_on(self, execution: Execution) -> None:
        task = asyncio.create_task(self.runner.carry_on(execution))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


async def composed(store: SqlStore) -> Workload:
    """The runner and the desk over a store."""
    clock, people = SystemClock(), People(SETTINGS)
    workflow = load(dump(WORKFLOW))
    await store.keep_workflow(workflow.hash, workflow.name, canonical(workflow.document))
    instance, key = await store.instance()
    env = Environment(clock, InstanceSecrets(key), people, LocalTools(), instance)
    runner = Runner(store, env, {BOT: workflow})
    locales = Locales("en")
    work: list[Workload] = []
    cards = Cards(locales, people)
    desk = Desk(store, runner, people, cards, locales, clock, lambda rest: work[0].carry_on(rest), _nothing)
    handling = Handling(store, runner, desk, people, locales, clock)
    editing = Editing(store, runner, desk, people, locales, clock)
    talks = Talks(store, runner, desk, people, locales, TalkRooms())
    taps = Tapping(store, desk, handling, editing, talks, Showing(store, cards, clock, "en"), locales, _nothing)
    alarm = Alarm(store, desk, Reminders(store, people, locales, clock, "en"), _nothing)
    work.append(Workload(store, runner, taps, alarm))
    locales.text("en", "tap-done-approved")  # the words are read once per process
    gc.collect()
    gc.freeze()  # as `assent run` does
    return work[0]


def heard(number: int) -> Heard:
    """The message of one customer."""
    place = f"play:customer-{number:07}"
    user = place.removeprefix("play:")
    message = Inbound(LINE, user, "Chris Customer", "play", place, datetime.now(UTC))
    return Heard(f"play/main/{number}", BOT, "main", Place(place), "en", message)


def _nothing() -> None:
    """There is no outbox to wake."""
