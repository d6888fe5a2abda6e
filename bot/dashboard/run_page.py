"""One run in the words of an operator: where it stands, what it did, whom it asked, and what the record has of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.card_words import SHORT_ID
from bot.dashboard.readers import Readers
from bot.dashboard.run_masks import RunMask
from bot.desk import Desk
from bot.people import People
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.runs_views import (
    AskedLine,
    CallLine,
    EntryLine,
    Mark,
    Named,
    RunLine,
    StepLine,
    TokenLine,
)
from engine.handoff import Handoff
from engine.ids import HandoffId
from engine.run import Run, RunStatus, Token
from storage.audit import AuditRow
from storage.operations import Call, FoundRun, StepTaken

SHORT_HASH = 12
_STATES: Mapping[RunStatus, str] = {RunStatus.ACTIVE: "good", RunStatus.STOPPED: "bad", RunStatus.HELD: "warn"}
_CALLS: Mapping[str, str] = {"returned": "good", "refused": "bad", "unknown": "warn", "open": "warn"}


class RunWords:
    """Words for runs, for one viewer."""

    def __init__(self, readers: Readers, people: People, desk: Desk, viewer: Viewer) -> None:
        self._readers = readers
        self._people = people
        self._desk = desk
        self._viewer = viewer

    def line(self, found: FoundRun) -> RunLine:
        """A run in a list."""
        run = found.run
        since = found.stepped_at or run.started_at
        return RunLine(
            run.id, run.id[:SHORT_ID], self.bot(run.bot), self.state(run.status), found.user, found.workflow,
            run.workflow[:SHORT_HASH], run.workflow, list(dict.fromkeys(str(token.node) for token in run.tokens)),
            self._readers.moment(self._viewer, run.started_at),
            self._readers.span(self._viewer, self._readers.clock.now() - since),
        )  # fmt: skip

    def state(self, status: RunStatus) -> Mark:
        """Where a run stands, in one word."""
        return Mark(self._text(f"dash-run-state-{status}"), _STATES.get(status, ""))

    def bot(self, key: str) -> str:
        """A bot's name; the key of one that is not configured any more."""
        found = self._people.find_bot(key)
        return self._people.bot_name(found) if found else key

    def variables(self, run: Run, mask: RunMask) -> Iterator[Named]:
        """Each variable, or each part of one that has parts."""
        for name, value in run.variables.items():
            parts = {f"{name}.{key}": part for key, part in value.items()} if isinstance(value, Mapping) else {}
            for path, part in (parts or {name: value}).items():
                yield self._named(path, part, mask)

    def _named(self, path: str, value: Any, mask: RunMask) -> Named:
        if mask.is_secret(path):
            return Named(mask.text(path), mask.instead, True)
        return Named(mask.text(path), mask.value(value))

    def token(self, token: Token, asked: Mapping[HandoffId, Handoff], mask: RunMask) -> TokenLine:
        """A place where a run stands."""
        handoff = asked.get(token.handoff) if token.handoff else None
        note = token.call.tool if token.call else ""
        if token.attempt:
            note = ", ".join([*([note] if note else []), self._text("dash-token-attempt", count=token.attempt + 1)])
        path = self._path(handoff) if handoff else ""
        return TokenLine(token.node, self._text(f"dash-token-{token.state}"), mask.text(note), path)

    def step(self, step: StepTaken) -> StepLine:
        """One commit."""
        return StepLine(self._readers.moment(self._viewer, step.at), step.visits)

    def call(self, call: Call, mask: RunMask) -> CallLine:
        """A call with effects."""
        moment, state = self._readers.moment, self._text(f"dash-call-{call.state}")
        return CallLine(
            moment(self._viewer, call.at), call.node, call.tool, mask.json(call.arguments),
            self._text(f"dash-effect-{call.effect}"), call.key, call.attempt + 1,
            Mark(state, _CALLS.get(call.state, "")), moment(self._viewer, call.deadline),
            moment(self._viewer, call.ended_at) if call.ended_at else None, mask.json(call.detail),
        )  # fmt: skip

    def asked(self, handoff: Handoff) -> AskedLine:
        """A request of the run; whoever may not decide it gets no link."""
        tone = "warn" if handoff.state.is_open else ""
        return AskedLine(
            handoff.id[:SHORT_ID], self._path(handoff), self._text(f"dash-kind-{handoff.question.kind}"), handoff.node,
            Mark(self._text(f"dash-asked-{handoff.state}"), tone),
            self._readers.moment(self._viewer, handoff.opened_at),
        )  # fmt: skip

    def entry(self, row: AuditRow, mask: RunMask) -> EntryLine:
        """A row of the record."""
        actor = self._people.name_of(row.actor, row.actor)
        at = self._readers.moment(self._viewer, row.moment)
        detail = "" if row.detail == "{}" else mask.json(row.detail)
        return EntryLine(row.number, at, actor, row.event, row.subject, detail)

    def _path(self, handoff: Handoff) -> str:
        refusal = self._desk.refusal(self._readers.actor(self._viewer), handoff)
        return "" if refusal else f"/handoffs/{handoff.id}"

    def _text(self, message_id: str, **args: Any) -> str:
        return self._readers.text(self._viewer, message_id, **args)
