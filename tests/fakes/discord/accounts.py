"""Users, and applications with their bots."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fakes.discord.sessions import Session

PRESENCES, MEMBERS, CONTENT = 1 << 8, 1 << 1, 1 << 15
PRIVILEGED = {PRESENCES: 1 << 13, MEMBERS: 1 << 15, CONTENT: 1 << 19}
"""By privileged intent: the application's flag that allows it to an app in few guilds."""


@dataclass(eq=False)
class User:
    """Anybody with an account."""

    id: int
    name: str
    username: str
    locale: str = "en-US"
    is_bot: bool = False
    dms_open: bool = True
    """Whether members of common guilds may write to them."""
    blocked: set[int] = field(default_factory=set)

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"

    def wire(self) -> dict[str, Any]:
        """A user object; bots have kept their discriminators and capital letters."""
        made: dict[str, Any] = {
            "id": str(self.id),
            "username": self.username,
            "global_name": None if self.is_bot else self.name,
            "avatar": None,
            "discriminator": "0417" if self.is_bot else "0",
            "public_flags": 0,
            "flags": 0,
            "primary_guild": None,
        }
        return {**made, "bot": True} if self.is_bot else made


@dataclass(eq=False)
class Application:
    """An application with its bot user; both have the same id, as newer applications have."""

    token: str
    user: User
    owner: User
    allowed: int = PRESENCES | MEMBERS | CONTENT
    """The privileged intents that its owner has switched on."""
    revoked: bool = False
    commands: dict[int | None, list[dict[str, Any]]] = field(default_factory=dict)
    """By guild, global ones under None."""
    sessions: dict[str, Session] = field(default_factory=dict)
    identified: deque[float] = field(default_factory=deque)
    """When sessions were started within the last day."""

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def flags(self) -> int:
        """The application's flags."""
        return sum(flag for intent, flag in PRIVILEGED.items() if self.allowed & intent)

    def partial(self) -> dict[str, Any]:
        """What READY tells of it."""
        return {"id": str(self.id), "flags": self.flags}

    def wire(self, guilds: int) -> dict[str, Any]:
        """What the bot may read of its application."""
        return {
            "id": str(self.id),
            "name": self.user.name,
            "icon": None,
            "description": "",
            "type": None,
            "bot": self.user.wire(),
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": f"{self.id:064x}",
            "flags": self.flags,
            "flags_new": str(self.flags),
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "owner": self.owner.wire(),
            "approximate_guild_count": guilds,
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "explicit_content_filter": 0,
            "team": None,
            "eligible_oauth2_scopes": [],
        }
