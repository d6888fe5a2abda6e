"""Workflows for operators: what bots begin with, what their files say now, their pictures, and a reload."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import simplejson

from bot.admin.workflows import SHORT_HASH, OpenRuns
from bot.dashboard.drawings import Drawings, findings, is_small, nodes_of
from bot.dashboard.readers import Readers
from bot.desk import Desk
from bot.people import People
from bot.settings import Settings
from bot.workflows import Examined, Workflows
from channels.text import visible
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.workflows_views import Checked, Drawn, Version, WorkflowLine, WorkflowView
from engine.diagram.draw import svg
from engine.ids import BotId, WorkflowHash
from engine.store import Store
from engine.workflow.load import Workflow
from engine.workflow.pinned import restore

LONGEST_TEXT = 200_000
"""How much of a workflow's text is shown."""
_TONES = {"error": "bad", "warning": "warn", "note": ""}


class WorkflowFiles:
    """`channels.web.dashboard.workflows_views.WorkflowsPort`; what may take long is done in a thread."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        workflows: Workflows,
        figures: OpenRuns,
        desk: Desk,
        people: People,
        readers: Readers,
        ring: Callable[[], None],
    ) -> None:
        self._settings = settings
        self._store = store
        self._workflows = workflows
        self._figures = figures
        self._desk = desk
        self._people = people
        self._readers = readers
        self._ring = ring
        self._drawings = Drawings(readers.clock)
        self._looking = asyncio.Lock()
        """One file is looked over at a time: that may take a processor for a while."""

    async def listed(self, viewer: Viewer) -> Sequence[WorkflowLine]:
        """A line per bot."""
        if not self._may(viewer):
            return ()
        running = await self._figures.open_runs()
        return [
            self._line(viewer, bot, await self._aside(self._workflows.examine, bot), running)
            for bot in self._workflows.current
        ]

    async def shown(self, viewer: Viewer, bot: str, version: str) -> WorkflowView | None:
        """A bot's workflow in a version."""
        workflow = await self._workflow(viewer, bot, version)
        if workflow is None:
            return None
        found = await self._aside(self._workflows.examine, BotId(bot))
        line = self._line(viewer, BotId(bot), found, await self._figures.open_runs())
        current = self._workflows.current[BotId(bot)].hash
        running = next((each.runs for each in line.versions if each.hash == workflow.hash), 0)
        text = simplejson.dumps(workflow.document, indent=2, ensure_ascii=False, use_decimal=True)
        return WorkflowView(
            line, Version(workflow.hash, workflow.hash[:SHORT_HASH], running, workflow.hash == current),
            Drawn(nodes_of(workflow), is_small(workflow)), self._findings(viewer, found), visible(text[:LONGEST_TEXT]),
        )  # fmt: skip

    async def picture(self, viewer: Viewer, bot: str, version: str) -> str | None:
        """A bot's workflow in a version, as a picture."""
        workflow = await self._workflow(viewer, bot, version)
        return await self._aside(svg, workflow) if workflow and is_small(workflow) else None

    async def reload(self, viewer: Viewer, bot: str) -> tuple[str, bool] | None:
        """Begin new runs of a bot with its file as it is now, as `/reload` does."""
        if not self._may(viewer) or bot not in self._workflows.current:
            return None
        found, name = await self._aside(self._workflows.examine, BotId(bot)), self._people.bot_name(BotId(bot))
        if found.workflow is None:
            return self._text(viewer, "admin-reload-refused", bot=name), True
        account = self._readers.actor(viewer).account
        renewal = await self._workflows.renew(BotId(bot), found.workflow, account, self._readers.clock.now())
        self._ring()
        said = "admin-reload-same" if renewal.before == renewal.after else "admin-reload-done"
        return self._text(viewer, said, bot=name, version=renewal.after[:SHORT_HASH]), False

    async def check(self, viewer: Viewer, name: str, data: bytes) -> Checked:
        """What is wrong with a file that somebody brings."""
        if not self._may(viewer):
            return Checked("", (), None)
        found = await self._aside(self._workflows.looked_over, data)
        drawn = None
        if found.workflow:
            small = is_small(found.workflow)
            self._drawings.keep(viewer.session, await self._aside(svg, found.workflow) if small else "")
            drawn = Drawn(nodes_of(found.workflow), small)
        return Checked(visible(name), self._findings(viewer, found), drawn)

    async def checked_picture(self, viewer: Viewer) -> str | None:
        """The picture of what the viewer has had checked last."""
        return self._drawings.kept(viewer.session) if self._may(viewer) else None

    # --- parts ------------------------------------------------------------------------------------------------

    async def _workflow(self, viewer: Viewer, bot: str, version: str) -> Workflow | None:
        if not self._may(viewer) or bot not in self._workflows.current:
            return None
        current = self._workflows.current[BotId(bot)]
        if version in ("", current.hash):
            return current
        if not version.isascii() or not version.isalnum() or len(version) > 64:
            return None
        try:
            text = await self._store.workflow_text(WorkflowHash(version))
        except KeyError:
            return None
        restored: Workflow = await self._aside(restore, WorkflowHash(version), text)
        return restored

    def _line(
        self, viewer: Viewer, bot: BotId, found: Examined, running: Mapping[tuple[str, str], int]
    ) -> WorkflowLine:
        workflow = self._workflows.current[bot]
        counts = [
            (tone, self._text(viewer, f"dash-workflow-{severity}s", count=count))
            for severity, tone in _TONES.items()
            if (count := found.count(severity))
        ]
        versions = [
            Version(version, version[:SHORT_HASH], count, version == workflow.hash)
            for (whose, version), count in running.items()
            if whose == bot
        ]
        return WorkflowLine(
            bot, self._people.bot_name(bot), workflow.name, workflow.hash[:SHORT_HASH], len(workflow.nodes),
            str(self._settings.bots[bot].workflow), counts,
            found.workflow is not None and found.workflow.hash != workflow.hash, found.workflow is None, versions,
        )  # fmt: skip

    def _findings(self, viewer: Viewer, found: Examined) -> Any:
        return findings(found, lambda severity: self._text(viewer, f"admin-severity-{severity}"))

    async def _aside(self, work: Callable[..., Any], *args: Any) -> Any:
        async with self._looking:
            return await asyncio.to_thread(work, *args)

    def _may(self, viewer: Viewer) -> bool:
        return self._desk.is_operator(self._readers.actor(viewer))

    def _text(self, viewer: Viewer, message_id: str, **args: Any) -> str:
        return self._readers.text(viewer, message_id, **args)
