"""Users and bots."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fakes.telegram.queue import UpdateQueue
    from tests.fakes.telegram.webhook import Webhook

ANONYMOUS_ADMIN = 1087968824
"""GroupAnonymousBot, the sender that stands for a group's anonymous administrators."""
CHANNEL_BOT = 136817688
"""Channel_Bot, the sender that stands for a channel in a group."""
SERVICE = 777000
"""Telegram, the sender of what a channel forwards into its discussion group."""


@dataclass
class User:
    """Anybody with an account."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    deactivated: bool = False

    def wire(self) -> dict[str, Any]:
        """A `User`."""
        names = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        known = {name: value for name, value in names.items() if value}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **known}


@dataclass(eq=False)
class BotAccount:
    """A bot: its user, its token and what it set."""

    token: str
    user: User
    queue: UpdateQueue
    privacy: bool = True
    """In privacy mode a bot that does not administer a group hears little of it."""
    started: set[int] = field(default_factory=set)
    """Users who have talked to the bot."""
    blocked: set[int] = field(default_factory=set)
    revoked: bool = False
    webhook: Webhook | None = None
    poll: asyncio.Future[None] | None = None
    """The waiting getUpdates, which a newer one ends."""
    commands: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    """By scope (as JSON) and language."""
    about: dict[tuple[str, str], str] = field(default_factory=dict)
    """Name, description and short description, by kind and language."""

    @property
    def id(self) -> int:
        return self.user.id

    def me(self) -> dict[str, Any]:
        """What getMe answers."""
        rights = {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        return {**self.user.wire(), **rights}
