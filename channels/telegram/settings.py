"""What a Telegram account is told at the start."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from channels.menus import Menus

PLATFORM = "telegram"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Staff:
    """Who is offered more than everybody: the places of cards, and people by their numbers on Telegram."""

    places: Sequence[str] = ()
    reviewers: Sequence[int] = ()
    admins: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """One bot account; `hook` is the public address of its webhook, "" for polling."""

    account: str
    token: str
    api_base: str = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"
    secret: str = ""
    hook: str = ""
    path: str = ""
    """Where our server takes the webhook, such as `/telegram/refunds`."""
    menus: Menus = field(default_factory=Menus)

    @property
    def name(self) -> str:
        """How the account's places begin: `telegram`, or `telegram.NAME` for a further account."""
        return PLATFORM if self.account == DEFAULT else f"{PLATFORM}.{self.account}"
