"""What a Telegram account is told at the start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

PLATFORM = "telegram"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Command:
    """A command that a menu offers: its name without the slash, and what it does, by language tag."""

    name: str
    descriptions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Menus:
    """Which commands are offered to everybody, to reviewers besides, and to admins besides."""

    everybody: tuple[Command, ...] = ()
    reviewers: tuple[Command, ...] = ()
    admins: tuple[Command, ...] = ()
    default_locale: str = "en"


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
