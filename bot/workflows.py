"""Loads the workflows that a configuration names, all faults of all files at once."""

from collections.abc import Callable

from bot.faults import SettingsError
from bot.settings import Settings
from engine.errors import Problem, WorkflowRefused
from engine.ids import BotId
from engine.tools import ToolSpec
from engine.workflow import Workflow, load


def load_workflows(settings: Settings) -> dict[BotId, Workflow]:
    """Each bot's workflow; raises SettingsError with every fault of every file, before anything is started."""
    problems: list[str] = []
    workflows: dict[BotId, Workflow] = {}
    for name, bot in settings.bots.items():
        assert bot.workflow is not None
        try:
            workflow = load(bot.workflow.read_bytes(), servers=list(settings.mcp), effects=declared(settings))
        except WorkflowRefused as refused:
            problems += [f"{bot.workflow}: {sentence(problem)}" for problem in refused.problems]
        except OSError as error:
            problems.append(f"bots.{name}.workflow: {bot.workflow} cannot be read ({error.strerror}).")
        else:
            workflows[BotId(name)] = workflow
            problems += _needs(settings, name, workflow)
    if problems:
        raise SettingsError(problems)
    return workflows


def declared(settings: Settings) -> Callable[[str], ToolSpec | None]:
    """What the configuration declares of a tool by its full name; None if its server is not configured."""

    def spec(name: str) -> ToolSpec | None:
        server, _, tool = name.partition("__")
        if server not in settings.mcp:
            return None
        known = settings.mcp[server].tools.get(tool)
        return ToolSpec(name) if known is None else ToolSpec(name, known.effect)

    return spec


def sentence(problem: Problem) -> str:
    """A fault of a workflow file on one line: where, what, and the fix."""
    where = ".".join(part for part in (problem.node, problem.field) if part)
    return " ".join(part for part in (f"{where}:" if where else "", f"{problem.message}.", problem.fix) if part)


def _needs(settings: Settings, name: str, workflow: Workflow) -> list[str]:
    """What a workflow needs of the rest of the configuration."""
    gates = [node.id for node in workflow.nodes.values() if node.kind.type == "auth_gate"]
    if gates and settings.email.provider == "none":
        return [f"bots.{name}: {gates[0]} mails a code, but [email] provider is none. Set a provider that sends."]
    return []
