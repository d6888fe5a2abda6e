"""A method call and the table of methods."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.accounts import BotAccount
from tests.fakes.telegram.files import Upload
from tests.fakes.telegram.world import World


@dataclass
class Call:
    """One request, decoded."""

    world: World
    bot: BotAccount
    method: str
    params: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    def get(self, name: str, otherwise: Any = None) -> Any:
        """A parameter."""
        return self.params.get(name, otherwise)

    def unmodelled(self, what: str) -> None:
        """Note that a test relies on what the fake does not model."""
        self.world.violate([f"{self.method}: the fake does not model {what}"])


Result = Any
Handler = Callable[[Call], Result | Awaitable[Result]]
METHODS: dict[str, Handler] = {}


def answers(*names: str) -> Callable[[Handler], Handler]:
    """Register the handler of methods; it returns the result or raises `Refused`."""

    def put(handler: Handler) -> Handler:
        for name in names:
            METHODS[name] = handler
        return handler

    return put
