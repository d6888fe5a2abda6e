"""Runs for operators: the list, one of them with all that belongs to it, and what waits for a person."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.card_words import SHORT_ID
from bot.dashboard import run_filters
from bot.dashboard.readers import Readers
from bot.dashboard.run_masks import RunMask
from bot.dashboard.run_page import RunWords
from bot.desk import Desk
from bot.people import People
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.runs_views import DoubtLine, Mark, Named, RunList, RunsWanted, RunView, StateTab
from engine.handoff import Handoff
from engine.ids import RunId, WorkflowHash
from engine.question import HandoffKind
from engine.run import RunStatus
from engine.store import Case, Store
from engine.values import parse
from storage.operations import MOST_COUNTED, FoundRun, StoredOperations

PAGE = 50
MOST_DOUBTS = 100
_SHOWN = ("tool", "arguments", "key", "sent_at", "effect", "key_until", "finding", "detail")
"""Parts of an error that operators decide by, in their order."""
_MOMENTS = ("sent_at", "key_until")


class Runs:
    """`channels.web.dashboard.runs_views.RunsPort`."""

    def __init__(
        self,
        store: Store,
        operations: StoredOperations,
        desk: Desk,
        people: People,
        readers: Readers,
        bots: Sequence[str],
        wake_outbox: Callable[[], None],
    ) -> None:
        self._store = store
        self._operations = operations
        self._desk = desk
        self._people = people
        self._readers = readers
        self._bots = bots
        self._wake_outbox = wake_outbox

    async def listed(self, viewer: Viewer, wanted: RunsWanted) -> RunList:
        """A page of runs, the newest first."""
        if not self._may(viewer):
            return RunList((), (), (), ())
        asked = run_filters.read(wanted)
        found = list(await self._operations.runs(asked.wanted, PAGE + 1, asked.beyond, asked.back))
        more = len(found) > PAGE
        shown = found[-PAGE:] if asked.back else found[:PAGE]
        newer = run_filters.beyond(shown[0]) if shown and (more if asked.back else asked.beyond) else ""
        older = run_filters.beyond(shown[-1]) if shown and (more or asked.back) else ""
        words = self._words(viewer)
        notes = [self._readers.text(viewer, fault) for fault in asked.faults]
        tabs = await self._tabs(viewer, asked)
        return RunList([words.line(each) for each in shown], tabs, self._bots, notes, newer, older)

    async def shown(self, viewer: Viewer, run: str) -> RunView | None:
        """One run with all that belongs to it."""
        if not self._may(viewer) or not _is_id(run):
            return None
        try:
            active = await self._store.load_run(RunId(run))
        except KeyError:
            return None
        whole, document = await self._operations.whole(active.run.id), await self._document(active.run.workflow)
        mask = RunMask(active.run, document, whole.handoffs, self._readers.text(viewer, "card-secret"))
        words, asked = self._words(viewer), {handoff.id: handoff for handoff in whole.handoffs}
        name = document.get("name") if document else ""
        stepped = whole.steps[-1].at if whole.steps else None
        found = FoundRun(active.run, active.conversation.user, name if isinstance(name, str) else "", stepped)
        return RunView(
            line=words.line(found),
            bot_key=active.run.bot,
            has_picture=active.run.bot in self._bots and document is not None,
            variables=list(words.variables(active.run, mask)),
            is_erased=not active.run.variables and not active.run.status.is_open,
            tokens=[words.token(token, asked, mask) for token in active.run.tokens],
            steps=[words.step(step) for step in whole.steps],
            calls=[words.call(call, mask) for call in whole.calls],
            asked=[words.asked(handoff) for handoff in whole.handoffs],
            entries=[words.entry(row, mask) for row in whole.entries],
            resumable=active.run.status is RunStatus.HELD,
        )

    async def resume(self, viewer: Viewer, run: str) -> tuple[str, bool]:
        """Let a run that is held go on, in the name of the viewer."""
        account = self._readers.actor(viewer).account
        if not self._may(viewer) or not await self._operations.resume(RunId(run), account, self._readers.clock.now()):
            return self._readers.text(viewer, "dash-run-not-held"), True
        self._wake_outbox()
        return self._readers.text(viewer, "dash-run-resumed"), False

    async def doubts(self, viewer: Viewer) -> Sequence[DoubtLine]:
        """Open failures and calls in doubt, the oldest first."""
        actor = self._readers.actor(viewer)
        found = await self._operations.waiting_for_operators(MOST_DOUBTS) if self._may(viewer) else ()
        cases = [
            await self._store.case(handoff.id) for handoff in found if not self._desk.refusal(actor, handoff)
        ]  # fmt: skip
        return [await self._doubt(viewer, case) for case in cases if case.handoff.state.is_open]

    # --- parts ------------------------------------------------------------------------------------------------

    async def _tabs(self, viewer: Viewer, asked: run_filters.Read) -> Sequence[StateTab]:
        counts = await self._operations.counts(run_filters.in_any_state(asked.wanted))
        tabs = []
        for state, statuses in run_filters.STATES.items():
            count = sum(counts.get(status, 0) for status in statuses)
            capped = any(counts.get(status, 0) >= MOST_COUNTED for status in statuses)
            label = self._readers.text(viewer, f"dash-run-state-{state}")
            tabs.append(StateTab(state, label, f"{count}+" if capped else str(count), state == asked.state))
        return tabs

    async def _doubt(self, viewer: Viewer, case: Case) -> DoubtLine:
        handoff, text = case.handoff, self._readers.text
        mask = RunMask(case.run, await self._document(case.run.workflow), [handoff], text(viewer, "card-secret"))
        is_doubt = handoff.question.kind is HandoffKind.DOUBT
        kind = Mark(text(viewer, f"dash-kind-{handoff.question.kind}"), "warn" if is_doubt else "bad")
        waits = self._readers.clock.now() - handoff.opened_at
        return DoubtLine(
            f"/handoffs/{handoff.id}", handoff.id[:SHORT_ID], kind, self._words(viewer).bot(handoff.bot), handoff.node,
            handoff.run, self._readers.moment(viewer, handoff.opened_at), self._readers.span(viewer, waits),
            list(self._facts(viewer, handoff, mask)),
        )  # fmt: skip

    def _facts(self, viewer: Viewer, handoff: Handoff, mask: RunMask) -> Iterator[Named]:
        error = handoff.question.error or {}
        if handoff.question.kind is HandoffKind.FAILURE and error:
            told = {name: str(error.get(name) or "") for name in ("field", "path", "detail")}
            yield Named(
                self._readers.text(viewer, "dash-doubt-failure"),
                mask.text(self._readers.text(viewer, f"error-{error['code']}", **told)),
            )
        for name in _SHOWN:
            if value := str(error.get(name) or ""):
                label = self._readers.text(viewer, f"card-label-{'error' if name == 'detail' else name}")
                yield Named(label, self._part(viewer, name, value, mask))
        if handoff.question.retry_after:
            label = self._readers.text(viewer, "dash-doubt-from")
            yield Named(label, str(self._readers.moment(viewer, handoff.question.retry_after)))

    def _part(self, viewer: Viewer, name: str, value: str, mask: RunMask) -> str:
        if name in _MOMENTS:
            return self._readers.moment(viewer, datetime.fromisoformat(value)).text
        if name == "effect":
            return self._readers.text(viewer, f"dash-effect-{value}")
        return mask.json(value) if name == "arguments" else mask.text(value)

    async def _document(self, workflow: WorkflowHash) -> Mapping[str, Any] | None:
        """The file that a run is pinned to; None if it is not there."""
        try:
            document = parse(await self._store.workflow_text(workflow))
        except (KeyError, ValueError):
            return None
        return document if isinstance(document, Mapping) else None

    def _words(self, viewer: Viewer) -> RunWords:
        return RunWords(self._readers, self._people, self._desk, viewer)

    def _may(self, viewer: Viewer) -> bool:
        return self._desk.is_operator(self._readers.actor(viewer))


def _is_id(text: str) -> bool:
    return text.isascii() and text.isalnum() and len(text) <= 26
