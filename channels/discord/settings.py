"""What a Discord account is told at the start."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from channels.menus import Command, Menus

PLATFORM = "discord"
DEFAULT = "default"
ROLE = f"{PLATFORM}_role:"
"""How a role is spelled where a team names it."""


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """One bot account; customers may talk to it in `guilds`, the servers with these numbers."""

    account: str
    token: str
    api_base: str = "https://discord.com/api/v10"
    guilds: Sequence[int] = ()
    menus: Menus = field(default_factory=Menus)
    talk: Command | None = None
    """The command that begins a conversation in a server."""

    @property
    def name(self) -> str:
        """How the account's places begin: `discord`, or `discord.NAME` for a further account."""
        return PLATFORM if self.account == DEFAULT else f"{PLATFORM}.{self.account}"
