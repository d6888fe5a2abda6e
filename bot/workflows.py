"""The workflows that bots begin new runs with: loaded at the start, all faults at once, and again when told to."""

import logging
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.faults import SettingsError
from bot.human import human_workflow
from bot.settings import Settings
from bot.workflow_settings import NOTE, settings_problems
from channels.base import Notes
from engine.errors import Problem, WorkflowRefused
from engine.ids import BotId, WorkflowHash
from engine.lint.rules import lint
from engine.step import AuditEntry
from engine.store import Store
from engine.tools import Tools
from engine.values import canonical
from engine.workflow.load import Workflow, load

log = logging.getLogger(__name__)

_ANY = "reloaded"
"""The note that changes with every reload of any bot; each bot's own is `reloaded/<bot>`."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A bot's file as it is now: the workflow, unless there are errors, and everything that was found in it."""

    workflow: Workflow | None
    problems: Sequence[Problem]

    def count(self, severity: str) -> int:
        """How many problems are that severe."""
        return sum(problem.severity == severity for problem in self.problems)


class Renewal(NamedTuple):
    """What new runs of a bot begin with after its file was read again, and what they began with before."""

    before: WorkflowHash
    after: WorkflowHash


def load_workflows(settings: Settings, tools: Tools) -> dict[BotId, Workflow]:
    """Each bot's workflow; raises SettingsError with every fault of every file, before anything is started."""
    faults: list[str] = []
    workflows: dict[BotId, Workflow] = {}
    for bot, configured in settings.bots.items():
        found = examine(settings, tools, BotId(bot))
        if found.workflow:
            workflows[BotId(bot)] = found.workflow
        faults += [f"{configured.workflow}: {sentence(fault)}" for fault in found.problems if fault.severity == "error"]
    if faults:
        raise SettingsError(faults)
    return workflows


def examine(settings: Settings, tools: Tools, bot: BotId) -> Examined:
    """Read and lint a bot's file as it is on the disk now."""
    file = settings.bots[bot].workflow
    assert file is not None
    try:
        text = file.read_bytes()
    except OSError as error:
        fix = "Check the path and its rights"
        return Examined(None, [Problem("unreadable", f"It cannot be read: {error.strerror}", fix)])
    return looked_over(settings, tools, text)


def looked_over(settings: Settings, tools: Tools, text: bytes) -> Examined:
    """Lint the text of a file; nothing of it is kept or carried out."""
    try:
        workflow = load(text, servers=tools.servers(), effects=tools.spec)
    except WorkflowRefused as refused:
        return Examined(None, refused.problems)
    problems = [*settings_problems(workflow, settings), *lint(workflow, tools.spec)]
    errors = any(problem.severity == "error" for problem in problems)
    return Examined(None if errors else workflow, sorted(problems, key=_severest_first))


class Workflows:
    """What new runs begin with, in every process on the database; `current` is the runner's own mapping."""

    def __init__(
        self, settings: Settings, tools: Tools, store: Store, notes: Notes, current: dict[BotId, Workflow]
    ) -> None:
        self._settings = settings
        self._tools = tools
        self._store = store
        self._notes = notes
        self._current = current
        self._seen: dict[str, str] = {}
        self.person = human_workflow(tools)
        """What a run is begun with whose customer asks for a person."""

    @property
    def current(self) -> Mapping[BotId, Workflow]:
        """The workflow that each bot begins new runs with."""
        return self._current

    def examine(self, bot: BotId) -> Examined:
        """A bot's file as it is on the disk now."""
        return examine(self._settings, self._tools, bot)

    def looked_over(self, text: bytes) -> Examined:
        """The text of a file that is nobody's yet."""
        return looked_over(self._settings, self._tools, text)

    async def begin(self) -> None:
        """Keep what was loaded at the start, and take no notice of reloads before it: the files are newer."""
        for workflow in (*self._current.values(), self.person):
            await self._keep(workflow)
        for name in self._names():
            self._seen[name] = await self._notes.note(name)

    async def reload(self, bot: BotId, workflow: Workflow, token: str) -> None:
        """Begin new runs of a bot with this workflow, here and in the other processes; `token` is like no other."""
        await self._keep(workflow)
        self._current[bot] = workflow
        own = f"{_ANY}/{bot}"
        self._seen[own] = f"{token} {workflow.hash}"
        await self._notes.keep_note(own, self._seen[own])
        await self._notes.keep_note(_ANY, token)

    async def renew(self, bot: BotId, workflow: Workflow, who: str, at: datetime) -> Renewal:
        """Begin new runs of a bot with this workflow at somebody's wish, on record unless they do so already."""
        renewal = Renewal(self._current[bot].hash, workflow.hash)
        if renewal.before != renewal.after:
            await self.reload(bot, workflow, secrets.token_hex(8))
            detail = {"from": renewal.before, "to": renewal.after}
            await self._store.audit(AuditEntry("workflow.reloaded", bot, who, at, detail))
        return renewal

    async def follow(self) -> None:
        """Take up what another process has reloaded."""
        token = await self._notes.note(_ANY)
        if token == self._seen.get(_ANY, ""):
            return
        for bot in self._current:
            await self._follow(bot)
        self._seen[_ANY] = token

    async def _follow(self, bot: BotId) -> None:
        own = f"{_ANY}/{bot}"
        note = await self._notes.note(own)
        if note == self._seen.get(own, ""):
            return
        text = await self._store.workflow_text(WorkflowHash(note.partition(" ")[2]))
        self._seen[own] = note
        try:
            self._current[bot] = load(text, servers=self._tools.servers(), effects=self._tools.spec)
        except WorkflowRefused as refused:
            # Another configuration than that of the process which loaded it: each goes by its own.
            log.error("the workflow that another process loaded for %s is refused here: %s", bot, refused)
        else:
            log.info("%s begins new runs with %s, as another process does", bot, self._current[bot].hash)

    async def _keep(self, workflow: Workflow) -> None:
        await self._store.keep_workflow(workflow.hash, workflow.name, canonical(workflow.document))

    def _names(self) -> Iterator[str]:
        yield _ANY
        yield from (f"{_ANY}/{bot}" for bot in self._current)


def sentence(problem: Problem) -> str:
    """A fault on one line: where, what, and the fix."""
    where = ".".join(part for part in (problem.node, problem.field) if part)
    said = ". ".join(part.rstrip(".") for part in (problem.message, problem.fix) if part)
    return f"{where}: {said}." if where else f"{said}."


def _severest_first(problem: Problem) -> int:
    order = ("error", "warning", NOTE)
    return order.index(problem.severity) if problem.severity in order else len(order)
