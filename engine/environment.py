"""The ports that executing needs, in one hand."""

from dataclasses import dataclass, field
from datetime import timedelta

from engine.ports import Clock, Directory, Phrases, Secrets
from engine.store import CodeLimits
from engine.tools import Tools


@dataclass(slots=True)
class Gate:
    """Whether runs may begin; closed while the database is under review after a restore."""

    closed: bool = False


class PlainPhrases:
    """Phrases that are the names of the wishes themselves."""

    def wish(self, text: str, locale: str) -> str:
        word = text.strip().casefold()
        return word if word in ("resend", "change", "cancel") else ""


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
    phrases: Phrases = field(default_factory=PlainPhrases)
    code_limits: CodeLimits | None = None
    """How many codes may be mailed; None where no mail leaves the house."""
