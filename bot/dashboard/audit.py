"""`channels.web.dashboard.audit_views.Record`: the record in its reader's words, its check, and copies of it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import timedelta

from bot.dashboard.checking import SUBJECT, Checking
from bot.dashboard.events import EVENTS, in_words
from bot.dashboard.periods import midnight
from bot.dashboard.readers import Readers
from bot.people import People
from bot.record import COLUMNS, csv_line, json_line
from bot.settings import Settings
from bot.settings_channels import WEB
from channels.web.dashboard.audit_views import AskedRows, Check, Form, Person, Row, Rows
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.sheets import line
from engine.ids import PersonId
from engine.step import AuditEntry
from engine.store import Store
from engine.values import dump, parse
from storage.audit import AuditRow
from storage.record import BATCH, SoughtRows, StoredRecord

SHOWN = 50
EXPORTED = "audit.exported"
_CRLF = "\r\n"
_NOBODY = {"engine": "dash-audit-engine", "clock": "dash-audit-clock", "customer": "dash-audit-customer"}
"""Who acts and is no person, by how the record names them."""


class DashboardRecord:
    """For operators; the pages ask for nobody else."""

    def __init__(
        self,
        stored: StoredRecord,
        store: Store,
        settings: Settings,
        people: People,
        readers: Readers,
        checking: Checking,
    ) -> None:
        self._stored = stored
        self._settings = settings
        self._store = store
        self._people = people
        self._readers = readers
        self._checking = checking

    # --- what stands there ------------------------------------------------------------------------------------

    async def rows(self, viewer: Viewer, asked: AskedRows) -> Rows:
        """The newest rows that are sought."""
        look = await self._stored.look(self._sought(viewer, asked), asked.before, SHOWN)
        handoffs, runs = await self._stored.known({row.subject for row in look.rows})
        rows = [self._row(viewer, row, handoffs, runs) for row in look.rows]
        reached = None if look.reached is None else self._readers.moment(viewer, look.reached)
        return Rows(rows, look.before, reached)

    def _row(self, viewer: Viewer, row: AuditRow, handoffs: frozenset[str], runs: frozenset[str]) -> Row:
        link = f"/handoffs/{row.subject}" if row.subject in handoffs else ""
        link = f"/runs/{row.subject}" if row.subject in runs else link
        return Row(
            row.number, self._readers.moment(viewer, row.moment), in_words(self._readers, viewer, row.event), row.event,
            self._who(viewer, row.actor), row.actor, row.subject, link, _readable(row.detail), row.hash[:12],
        )  # fmt: skip

    def _who(self, viewer: Viewer, actor: str) -> str:
        if actor in _NOBODY:
            return self._readers.text(viewer, _NOBODY[actor])
        person = self._people.person(actor)
        return self._people.name(person) if person else self._people.known_name(actor)

    async def known_events(self, viewer: Viewer) -> Mapping[str, str]:
        """What can be sought by its event, in words."""
        return {event: in_words(self._readers, viewer, event) for event in EVENTS}

    async def people(self, viewer: Viewer) -> Sequence[Person]:
        """Everybody of the configuration."""
        return [Person(name, self._people.known_name(name)) for name in self._settings.people]

    # --- the check --------------------------------------------------------------------------------------------

    def check(self, viewer: Viewer) -> Check | None:
        """How the last check of the chain stands; None if there was none since the start."""
        return self._checking.shown(viewer)

    async def begin_check(self, viewer: Viewer) -> bool:
        """Check the whole chain in the background; False if that is being done already."""
        return await self._checking.begin(self._readers.actor(viewer))

    # --- copies -----------------------------------------------------------------------------------------------

    async def export(self, viewer: Viewer, asked: AskedRows, form: Form) -> AsyncIterator[str]:
        """Put on record that somebody takes a copy, and answer what stood there before that."""
        sought = self._sought(viewer, asked)
        bounds = await self._stored.bounds(sought)
        filters = {"event": asked.event, "subject": asked.subject, "actor": asked.actor}
        days = {"from": asked.since, "to": asked.until}
        detail = {name: str(value) for name, value in {**filters, **days}.items() if value} | {"form": form.value}
        actor, now = self._readers.actor(viewer), self._readers.clock.now()
        await self._store.audit(AuditEntry(EXPORTED, SUBJECT, actor.account, now, detail))
        return self._pieces(sought, bounds, form)

    async def _pieces(self, sought: SoughtRows, bounds: tuple[int, int], form: Form) -> AsyncIterator[str]:
        if form is Form.CSV:
            yield line(COLUMNS, _CRLF)
        start, end = bounds
        for first in range(start, end, BATCH):
            rows = await self._stored.batch(sought, (first, min(end, first + BATCH)))
            if rows:
                yield "".join(csv_line(row, _CRLF) if form is Form.CSV else json_line(row) for row in rows)

    def _sought(self, viewer: Viewer, asked: AskedRows) -> SoughtRows:
        zone = self._readers.zone(viewer)
        since = midnight(asked.since, zone) if asked.since else None
        until = midnight(asked.until + timedelta(days=1), zone) if asked.until else None
        return SoughtRows(asked.event, asked.subject, self._actors(asked.actor), since, until)

    def _actors(self, wanted: str) -> tuple[str, ...]:
        """All under whose names somebody stands in the record: a person has accounts, one of them here."""
        if not wanted or not self._people.accounts.is_configured(wanted):
            return (wanted,) if wanted else ()
        return (wanted, f"{WEB}:{wanted}", *self._people.accounts.of(PersonId(wanted)))


def _readable(detail: str) -> str:
    """The detail of a row with a line for each of its parts; "" if it has none. Numbers stay as they were written."""
    try:
        parts = parse(detail)
    except ValueError:  # somebody has changed it: it is shown as it stands
        return detail
    if not isinstance(parts, dict) or not parts:
        return "" if parts == {} else detail
    return "{\n" + ",\n".join(f"  {dump(name)}: {dump(value)}" for name, value in parts.items()) + "\n}"
