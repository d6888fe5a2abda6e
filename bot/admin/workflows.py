"""`/workflows`, `/validate` and `/reload`: what bots begin new runs with, and what their files say now."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from bot.admin.words import Words
from bot.desk import Actor
from bot.people import People
from bot.settings import Settings
from bot.workflows import Examined, Workflows, sentence
from engine.effects import Effect
from engine.ids import BotId
from engine.store import Turn

SHORT_HASH = 12
MOST_FINDINGS = 30
"""How many findings of one file are told."""


class OpenRuns(Protocol):
    """Counts runs that have not ended, by bot and workflow hash; `storage.figures` implements it."""

    async def open_runs(self) -> Mapping[tuple[str, str], int]: ...


class WorkflowCommands:
    """Tells of workflows, and loads them again."""

    def __init__(
        self,
        settings: Settings,
        people: People,
        workflows: Workflows,
        figures: OpenRuns,
        words: Words,
        ring: Callable[[], None],
    ) -> None:
        self._settings = settings
        self._people = people
        self._workflows = workflows
        self._figures = figures
        self._words = words
        self._ring = ring

    async def workflows(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/workflows`: a few lines per bot."""
        running = await self._figures.open_runs()
        lines = [line for bot in self._workflows.current for line in self._about(actor, bot, running)]
        return self._words.lines(actor, lines)

    async def validate(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/validate [BOT]`: what is wrong with the files as they are now."""
        bots = self._named(argument)
        if not bots:
            return self._unknown(actor, argument)
        lines = [line for bot in bots for line in self._findings(actor, bot, self._workflows.examine(bot))]
        return self._words.lines(actor, lines)

    async def reload(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/reload [BOT]`: begin new runs with the files as they are now, those without errors."""
        bots = self._named(argument)
        if not bots:
            return self._unknown(actor, argument)
        return self._words.lines(actor, [line for bot in bots for line in await self._reload(actor, bot)])

    # --- parts ------------------------------------------------------------------------------------------------

    async def _reload(self, actor: Actor, bot: BotId) -> Sequence[str]:
        found, name = self._workflows.examine(bot), self._people.bot_name(bot)
        if found.workflow is None:
            return [*self._findings(actor, bot, found), self._words.text(actor, "admin-reload-refused", bot=name)]
        at = self._words.clock.now()
        before, after = await self._workflows.renew(bot, found.workflow, actor.account, at)
        if before == after:
            return [self._words.text(actor, "admin-reload-same", bot=name, version=after[:SHORT_HASH])]
        self._ring()
        return [self._words.text(actor, "admin-reload-done", bot=name, version=after[:SHORT_HASH])]

    def _about(self, actor: Actor, bot: BotId, running: Mapping[tuple[str, str], int]) -> Iterator[str]:
        workflow, found = self._workflows.current[bot], self._workflows.examine(bot)
        yield self._words.text(
            actor,
            "admin-workflow",
            bot=self._people.bot_name(bot),
            key=bot,
            name=workflow.name,
            version=workflow.hash[:SHORT_HASH],
            count=len(workflow.nodes),
        )
        errors, warnings = found.count("error"), found.count("warning")
        yield "  " + self._words.text(actor, "admin-workflow-file", errors=str(errors), warnings=str(warnings))
        if found.workflow and found.workflow.hash != workflow.hash:
            yield "  " + self._words.text(actor, "admin-workflow-changed", command=f"/reload {bot}")
        runs = {version: count for (whose, version), count in running.items() if whose == bot}
        counted = ", ".join(f"{count} × {version[:SHORT_HASH]}" for version, count in runs.items())
        yield "  " + self._words.text(actor, "admin-workflow-runs", runs=counted)

    def _findings(self, actor: Actor, bot: BotId, found: Examined) -> Iterator[str]:
        name, file = self._people.bot_name(bot), str(self._settings.bots[bot].workflow)
        if not found.problems:
            yield self._words.text(actor, "admin-validate-fine", bot=name, file=file)
            return
        yield self._words.text(actor, "admin-validate-found", bot=name, file=file, count=len(found.problems))
        for problem in found.problems[:MOST_FINDINGS]:
            yield f"– {self._words.text(actor, f'admin-severity-{problem.severity}')}: {sentence(problem)}"
        if len(found.problems) > MOST_FINDINGS:
            yield "…"

    def _named(self, argument: str) -> Sequence[BotId]:
        """The bot that was named, or all; none if there is no such bot."""
        if not argument.strip():
            return list(self._workflows.current)
        bot = self._people.find_bot(argument.strip())
        return [bot] if bot else []

    def _unknown(self, actor: Actor, argument: str) -> Sequence[Effect]:
        known = ", ".join(self._workflows.current)
        return self._words.say(actor, "admin-bot-unknown", bot=argument.strip()[:40], bots=known)
