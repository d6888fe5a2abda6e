"""The ports that executing needs, in one hand."""

from dataclasses import dataclass, field
from datetime import timedelta

from engine.ports import Clock, Directory, Secrets
from engine.tools import Tools


@dataclass(slots=True)
class Gate:
    """Whether runs may begin; closed while the database is under review after a restore."""

    closed: bool = False


@dataclass(frozen=True, slots=True)
class Environment:
    """What the world lends to an execution; `instance` is the instance's id, part of every call's key."""

    clock: Clock
    secrets: Secrets
    directory: Directory
    tools: Tools
    instance: str
    lease: timedelta = timedelta(seconds=30)
    """For how long a run that is being carried on belongs to one process, calls not counted."""
    gate: Gate = field(default_factory=Gate)
