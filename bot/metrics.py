"""What monitoring reads: counters of this process, and figures of the database as they are at the scrape.

No label names a person, a place or a text: only channels, tools and outcomes.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.settings_channels import platform_of
from channels.base import Finding
from engine.tools import CallOutcome, ToolCall, Tools, ToolSpec
from engine.transitions import HandoffState
from storage.figures import Load

log = logging.getLogger(__name__)

CONTENT_TYPE = CONTENT_TYPE_LATEST


class LoadNow(Protocol):
    """Tells what is under way; `storage.figures` implements it."""

    async def load(self) -> Load: ...


class Metrics:
    """The numbers of one process, in a registry of its own."""

    def __init__(self) -> None:
        self._registry = own = CollectorRegistry()
        self._heard = Counter("assent_messages_heard", "Messages written down, once each", ["channel"], registry=own)
        self._decided = Counter("assent_decisions", "Handoffs closed, by outcome", ["outcome"], registry=own)
        self._sent = Counter("assent_sends", "Tries to send an effect, by result", ["channel", "result"], registry=own)
        self._called = Counter("assent_tool_calls", "Tool calls, by outcome", ["tool", "outcome"], registry=own)
        self._pending = Gauge("assent_handoffs_pending", "Handoffs that wait for people", registry=own)
        self._effects = Gauge("assent_effects", "Effects that wait, or were given up", ["state"], registry=own)
        self._up = Gauge("assent_channel_up", "Whether a channel works", ["channel"], registry=own)
        self._database = Gauge("assent_database_up", "Whether the database answers", registry=own)

    def heard(self, channel: str) -> None:
        """A new message was written down."""
        self._heard.labels(channel).inc()

    def decided(self, outcome: HandoffState) -> None:
        """A handoff was closed."""
        self._decided.labels(outcome.value).inc()

    def sent(self, lane: str, result: str) -> None:
        """An effect was tried: `sent`, `later` or `dead`."""
        self._sent.labels(platform_of(lane), result).inc()

    def called(self, tool: str, outcome: CallOutcome) -> None:
        """A tool call ended."""
        self._called.labels(tool, type(outcome).__name__.lower()).inc()

    async def written(self, figures: LoadNow, channels: Sequence[Finding]) -> bytes:
        """Everything in Prometheus' text format; a database that is away is one of the numbers."""
        for channel in channels:
            self._up.labels(channel.what).set(not channel.problem)
        try:
            load = await figures.load()
        except Exception:
            log.warning("the database could not be asked for its figures", exc_info=True)
            self._database.set(0)
        else:
            self._database.set(1)
            self._pending.set(load.handoffs)
            self._effects.labels("waiting").set(load.effects_waiting)
            self._effects.labels("dead").set(load.effects_dead)
        return generate_latest(self._registry)


class CountedTools:
    """`engine.tools.Tools`, each of whose calls is counted."""

    def __init__(self, tools: Tools, counted: Callable[[str, CallOutcome], None]) -> None:
        self._tools = tools
        self._counted = counted

    def servers(self) -> Sequence[str]:
        """The names of the configured servers."""
        return self._tools.servers()

    def spec(self, name: str) -> ToolSpec | None:
        """What is declared of a tool."""
        return self._tools.spec(name)

    def fingerprint(self, name: str) -> str:
        """A digest of how a tool is described."""
        return self._tools.fingerprint(name)

    async def call(self, call: ToolCall) -> CallOutcome:
        """Call the tool, and count how that ended."""
        outcome = await self._tools.call(call)
        self._counted(call.tool, outcome)
        return outcome
