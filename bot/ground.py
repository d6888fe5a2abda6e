"""What the parts of a process stand on: made by the process, or by a test."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from bot.clock import SystemClock
from bot.metrics import Metrics
from bot.people import People
from bot.replicas import Alone, Replicas
from bot.secrets import InstanceSecrets
from bot.settings import Settings
from bot.tools import ServerStatus
from bot.workflows import Workflows
from engine.runner import Runner
from engine.store import Store
from storage.opening import Storage

RunnerFor = Callable[[People], Runner]
PortT = TypeVar("PortT")


class Wrap(Protocol):
    """What is done to a port to the outside (store, tools, channel, mailbox) before anybody gets it."""

    def __call__(self, port: PortT) -> PortT: ...


def as_it_is(port: PortT) -> PortT:
    """The port itself: nothing comes between."""
    return port


@dataclass(frozen=True, slots=True)
class Ground:
    """What the parts stand on: made by the process, or by a test."""

    settings: Settings
    storage: Storage
    store: Store
    """That of the storage, or whatever a test has put before it."""
    clock: SystemClock
    make_runner: RunnerFor
    workflows: Workflows
    secrets: InstanceSecrets
    servers: Callable[[], Mapping[str, ServerStatus]]
    trouble: Callable[[], str]
    """Why the database cannot be reached at present, or ""."""
    metrics: Metrics = field(default_factory=Metrics)
    wrap: Wrap = as_it_is
    replicas: Replicas = field(default_factory=Alone)
