"""Loads the workflows that a configuration names, all faults of all files at once."""

from bot.faults import SettingsError
from bot.settings import Settings
from bot.workflow_settings import NOTE, settings_problems
from engine.errors import Problem, WorkflowRefused
from engine.ids import BotId
from engine.tools import Tools
from engine.workflow.load import Workflow, load


def load_workflows(settings: Settings, tools: Tools) -> dict[BotId, Workflow]:
    """Each bot's workflow; raises SettingsError with every fault of every file, before anything is started."""
    faults: list[str] = []
    workflows: dict[BotId, Workflow] = {}
    for name, bot in settings.bots.items():
        assert bot.workflow is not None
        try:
            workflow = load(bot.workflow.read_bytes(), servers=tools.servers(), effects=tools.spec)
        except WorkflowRefused as refused:
            problems = refused.problems
        except OSError as error:
            problems = [Problem("unreadable", f"It cannot be read: {error.strerror}", "Check the path and its rights")]
        else:
            workflows[BotId(name)] = workflow
            problems = [problem for problem in settings_problems(workflow, settings) if problem.severity != NOTE]
        faults += [f"{bot.workflow}: {_sentence(problem)}" for problem in problems]
    if faults:
        raise SettingsError(faults)
    return workflows


def _sentence(problem: Problem) -> str:
    """A fault on one line: where, what, and the fix."""
    where = ".".join(part for part in (problem.node, problem.field) if part)
    said = ". ".join(part.rstrip(".") for part in (problem.message, problem.fix) if part)
    return f"{where}: {said}." if where else f"{said}."
