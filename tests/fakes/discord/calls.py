"""A request and the table of operations."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord import errors
from tests.fakes.discord.accounts import Application
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.files import Upload
from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.messages import Message
from tests.fakes.discord.rights import Right
from tests.fakes.discord.world import World


@dataclass(frozen=True)
class Reply:
    """An answer with a status of its own."""

    status: int
    body: Any


@dataclass
class Call:
    """One request, decoded and held against the document."""

    world: World
    app: Application
    operation: str
    path: dict[str, str]
    query: dict[str, str] = field(default_factory=dict)
    body: Any = None
    files: list[Upload] = field(default_factory=list)

    def get(self, name: str, otherwise: Any = None) -> Any:
        """A field of the body."""
        return self.body.get(name, otherwise) if isinstance(self.body, dict) else otherwise

    def unmodelled(self, what: str) -> None:
        """Note that a test relies on what the fake does not model."""
        self.world.violate([f"{self.operation}: the fake does not model {what}"])

    def id(self, name: str) -> int:
        """A snowflake of the path."""
        return snowflake(self.path[name], name)

    def channel(self, *needed: Right) -> Channel:
        """The channel of the path, if the bot sees it and may do so much there."""
        found = self.world.channels.get(self.id("channel_id"))
        if found is None or found.deleted:
            raise errors.UNKNOWN_CHANNEL
        may = found.rights_of(self.app.id)
        if Right.VIEW_CHANNEL not in may:
            raise errors.MISSING_ACCESS
        if any(one not in may for one in needed):
            raise errors.MISSING_PERMISSIONS
        return found

    def message(self, channel: Channel) -> Message:
        """The message of the path; ephemeral ones are unknown to a channel's routes."""
        found = channel.messages.get(self.id("message_id"))
        if found is None or found.deleted or found.ephemeral:
            raise errors.UNKNOWN_MESSAGE
        return found

    def guild(self) -> Guild:
        """The guild of the path; one without the bot is unknown to it."""
        found = self.world.guilds.get(self.id("guild_id"))
        if found is None or self.app.id not in found.members:
            raise errors.UNKNOWN_GUILD
        return found


def snowflake(text: str, *path: str | int) -> int:
    """An id, or 400."""
    if not text.isdigit():
        raise errors.wrong(*path, code="NUMBER_TYPE_COERCE", message=f'Value "{text}" is not snowflake.')
    return int(text)


Handler = Callable[[Call], Any | Awaitable[Any]]


@dataclass(frozen=True)
class Operation:
    """`keyed` operations are authorized by a token in their path instead of the bot's."""

    name: str
    verb: str
    path: str
    handler: Handler
    keyed: bool = False

    async def run(self, call: Call) -> Reply:
        """Carry a call out; raises `Refused`."""
        result = self.handler(call)
        result = await result if inspect.isawaitable(result) else result
        if isinstance(result, Reply):
            return result
        return Reply(204, None) if result is None else Reply(200, result)


OPERATIONS: dict[str, Operation] = {}


def answers(name: str, route: str, *, keyed: bool = False) -> Callable[[Handler], Handler]:
    """Register the handler of an operation, by its name in the document, its verb and its path."""
    verb, _, path = route.partition(" ")

    def put(handler: Handler) -> Handler:
        OPERATIONS[name] = Operation(name, verb, path, handler, keyed)
        return handler

    return put
