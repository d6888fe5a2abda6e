"""Who may use operators' commands, and which there are."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.admin.health import HealthCommands
from bot.admin.places import PlaceCommands
from bot.admin.reports import ReportCommands
from bot.admin.words import Words
from bot.admin.workflows import WorkflowCommands
from bot.desk import Actor, Desk
from engine.effects import Effect
from engine.store import Turn

BIND = "bind"


@dataclass(frozen=True, slots=True)
class Rooms:
    """The commands by subject."""

    places: PlaceCommands
    workflows: WorkflowCommands
    reports: ReportCommands
    health: HealthCommands


Handler = Callable[[Rooms, Turn, Actor, str], Awaitable[Sequence[Effect]]]


class Admin:
    """Lets operators in, and tells everybody else why not; that is put on record."""

    def __init__(self, rooms: Rooms, desk: Desk, words: Words) -> None:
        self._rooms = rooms
        self._desk = desk
        self._words = words

    async def answer(self, turn: Turn, actor: Actor, name: str, argument: str) -> Sequence[Effect]:
        """The effects that answer an operator's command, or whoever else typed it."""
        if not _has_code(name, argument):
            if actor.is_nobody:
                await self._desk.refuse_command(actor, f"/{name}", "anonymous")
                return self._words.say(actor, "tap-anonymous")
            if not self._desk.is_operator(actor):
                await self._desk.refuse_command(actor, f"/{name}", "not-operator")
                return self._words.say(actor, "admin-only", command=f"/{name}")
        return await ADMINS[name](self._rooms, turn, actor, argument)


def _has_code(name: str, argument: str) -> bool:
    """Whether a one-time code was typed: it was given to an operator, and proves more than any name.

    So the anonymous administrator of a group can bind it, too.
    """
    return name == BIND and len(argument.split()) > 1


ADMINS: dict[str, Handler] = {
    BIND: lambda rooms, *typed: rooms.places.bind(*typed),
    "unbind": lambda rooms, *typed: rooms.places.unbind(*typed),
    "reviewers": lambda rooms, *typed: rooms.reports.reviewers(*typed),
    "workflows": lambda rooms, *typed: rooms.workflows.workflows(*typed),
    "validate": lambda rooms, *typed: rooms.workflows.validate(*typed),
    "reload": lambda rooms, *typed: rooms.workflows.reload(*typed),
    "stats": lambda rooms, *typed: rooms.reports.stats(*typed),
    "audit": lambda rooms, *typed: rooms.reports.audit(*typed),
    "doctor": lambda rooms, *typed: rooms.health.doctor(*typed),
}
FORMS = (
    ("bind", "/bind TEAM"),
    ("unbind", "/unbind"),
    ("reviewers", "/reviewers [TEAM]"),
    ("workflows", "/workflows"),
    ("validate", "/validate [BOT]"),
    ("reload", "/reload [BOT]"),
    ("stats", "/stats [BOT] [...]"),
    ("audit", "/audit [ID]"),
    ("doctor", "/doctor"),
)
"""What operators can type, in the order of the help."""
