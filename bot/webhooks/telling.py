"""Follows the record, and has addresses told what became of handoffs: small facts, and nothing that a customer said."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from engine.ports import Clock
from engine.transitions import HandoffState
from engine.values import dump
from storage.audit import AuditRow
from storage.webhook_calls import Call
from storage.webhooks import Webhook

CREATED, DECIDED, EXPIRED = "handoff.created", "handoff.decided", "handoff.expired"
EVENTS = (CREATED, DECIDED, EXPIRED)
"""What an address can be told."""
_NAME = "webhooks"
_OPENED, _CLOSED = "handoff.opened.", {f"handoff.{state}": state for state in HandoffState if not state.is_open}
_NOBODY = frozenset({"clock", "engine"})


class Happened(NamedTuple):
    """What an address is told of a row of the record, by its name, and where the handoff stands then."""

    event: str
    state: HandoffState


class Places(Protocol):
    """How far the record was followed; `storage.following` implements it."""

    async def next(self, name: str, fresh: bool = False) -> tuple[int, Sequence[AuditRow]]: ...
    async def reached(self, name: str, before: int, after: int) -> None: ...


class Addresses(Protocol):
    """Who is told; `storage.webhooks` implements it."""

    async def all(self) -> Sequence[Webhook]: ...


class Calls(Protocol):
    """What is to be told; `storage.webhook_calls` implements it."""

    async def whose(self, handoffs: Sequence[str]) -> Mapping[str, tuple[str, str]]: ...
    async def tell(self, calls: Sequence[Call], at: datetime) -> None: ...


class Telling:
    """Turns rows of the record into calls: each row once per address, however often a process ends in between."""

    def __init__(
        self, places: Places, addresses: Addresses, calls: Calls, clock: Clock, page: Callable[[str], str]
    ) -> None:
        """`page` is where a handoff is found on the dashboard."""
        self._places = places
        self._addresses = addresses
        self._calls = calls
        self._clock = clock
        self._page = page

    async def begin(self) -> None:
        """Remember where the record ends when this is done for the first time: of what came before nobody is told."""
        await self._places.next(_NAME, fresh=True)

    async def sweep(self) -> None:
        """Go on where the record was left, to its end."""
        while True:
            before, rows = await self._places.next(_NAME, fresh=True)
            if not rows:
                return
            # Only now it is asked who is told: whoever was set up before these rows is among them.
            if addresses := await self._addresses.all():
                whose = await self._calls.whose([row.subject for row in rows if happened(row)])
                if calls := [call for row in rows for call in self._calls_of(row, addresses, whose)]:
                    await self._calls.tell(calls, self._clock.now())
            await self._places.reached(_NAME, before, rows[-1].number)

    def _calls_of(
        self, row: AuditRow, addresses: Sequence[Webhook], whose: Mapping[str, tuple[str, str]]
    ) -> Iterator[Call]:
        found = happened(row)
        if found is None or row.subject not in whose:
            return
        bot, team = whose[row.subject]
        by = (
            "" if found.event == CREATED or found.state is HandoffState.CANCELLED or row.actor in _NOBODY else row.actor
        )
        body = dump({
            "type": found.event,
            "timestamp": row.moment.isoformat(),
            "data": {
                "handoff": row.subject, "bot": bot, "team": team, "state": found.state.value, "decided_by": by,
                "at": row.moment.isoformat(), "url": self._page(row.subject),
            },
        })  # fmt: skip
        for address in addresses:
            if found.event in address.events and address.bot in ("", bot):
                yield Call(address.id, row.number, found.event, body)


def happened(row: AuditRow) -> Happened | None:
    """What of a handoff a row tells; None for what no address is told."""
    if row.event.startswith(_OPENED):
        return Happened(CREATED, HandoffState.PENDING)
    state = _CLOSED.get(row.event)
    if state is None:
        return None
    return Happened(EXPIRED if state is HandoffState.TIMED_OUT else DECIDED, state)
