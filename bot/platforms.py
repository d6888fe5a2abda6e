"""The channels of the configured accounts; a platform's library is loaded only where an account needs it."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from bot import mail
from bot.clock import SystemClock
from bot.i18n import Locales
from bot.menus import TALK, command, menus
from bot.people import People
from bot.settings import Settings
from bot.settings_channels import PLAY, TELEGRAM, WEB, platform_of
from channels.base import Channel, Desk, Finding, Intake, Notes
from channels.discord.settings import DiscordSettings
from channels.email.channel import Surroundings as Mail
from channels.email.providers import opened
from channels.telegram.settings import Staff, TelegramSettings
from channels.web.server import Mount

if TYPE_CHECKING:
    import asyncio

    from bot.checkup import CanCheckUp

Run = Callable[[], Awaitable[None]]


class Keep(Protocol):
    """Runs something until its task is cancelled, again after a failure."""

    def __call__(self, name: str, run: Run) -> "asyncio.Task[None]": ...


@dataclass(frozen=True, slots=True)
class House:
    """What accounts need of the house."""

    settings: Settings
    intake: Intake
    desk: Desk
    notes: Notes
    clock: SystemClock
    people: People
    locales: Locales
    keep: Keep
    lead: Callable[[Run], Awaitable[None]]
    mail: Callable[[], Mail]
    """What the mail channel needs besides."""
    is_room: Callable[[str], bool]
    """Whether all that is written at a place is meant for us."""


def channels(house: House) -> Sequence[tuple[Channel, Mount | None]]:
    """A channel per account, and what it mounts on the web server."""
    found: list[tuple[Channel, Mount | None]] = []
    if house.settings.telegram:
        found += _telegram(house)
    if house.settings.discord:
        found += _discord(house)
    if house.settings.email.leaves_the_house:
        found.append(_email(house))
    return found


def _email(house: House) -> tuple[Channel, Mount | None]:
    """The mail channel; it needs our web server for links in cards and for what its provider tells, not for codes."""
    settings = mail.settings_of(house.settings)
    channel = opened(settings, house.mail())
    cards = any(platform_of(place) == channel.name for place in house.people.staff_places())
    return channel, channel if cards or settings.webhook_secret else None


def to_check_up(settings: Settings, notes: Notes) -> "Sequence[CanCheckUp]":
    """The accounts and the playground as far as a check-up goes; nothing is started."""
    play = [_Page(PLAY)] if settings.web.playground else []
    web = [_Page(WEB)] if settings.web_is_wanted and settings.web.dashboard else []
    mails = [mail.Provider(settings)] if settings.email.leaves_the_house else []
    telegram = [_Telegram(_telegram_settings(settings, account), notes) for account in settings.telegram]
    discord = [_Discord(_discord_settings(settings, account)) for account in settings.discord]
    return [*play, *web, *mails, *telegram, *discord]


class _Page:
    """A page of ours, of which nothing could be missing."""

    def __init__(self, name: str) -> None:
        self.name = name

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        return [Finding(place) for place in places]


# --- Telegram -----------------------------------------------------------------------------------------------------


def _telegram(house: House) -> Iterator[tuple[Channel, Mount | None]]:
    from channels.telegram.channel import Surroundings, Telegram  # noqa: PLC0415 - aiogram takes seconds to import

    for account, configured in house.settings.telegram.items():
        settings = replace(_telegram_settings(house.settings, account), menus=menus(house.locales))
        around = Surroundings(
            intake=house.intake,
            desk=house.desk,
            notes=house.notes,
            clock=house.clock,
            keep=house.keep,
            lead=house.lead,
            staff=lambda name=settings.name: _staff(house, name),  # type: ignore[misc]
            is_room=house.is_room,
            patience=_patience(house.settings),
        )
        channel = Telegram(settings, around)
        yield channel, channel if configured.mode == "webhook" else None


class _Telegram:
    """An account on Telegram that this process does not serve."""

    def __init__(self, settings: TelegramSettings, notes: Notes) -> None:
        self.name = settings.name
        self._settings = settings
        self._notes = notes

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        from channels.telegram.checkup import check_up  # noqa: PLC0415 - see `_telegram`

        return await check_up(self._settings, self._notes, places)


def _telegram_settings(settings: Settings, account: str) -> TelegramSettings:
    configured = settings.telegram[account]
    bots = (bot for bot in settings.bots if settings.account(TELEGRAM, bot) == account)
    path = f"/telegram/{next(bots, account)}"
    return TelegramSettings(
        account=account,
        token=configured.token.get_secret_value(),
        api_base=configured.api_base,
        mode=configured.mode,
        secret=configured.webhook_secret.get_secret_value(),
        hook=settings.public_url.rstrip("/") + path if configured.mode == "webhook" else "",
        path=path,
    )


def _staff(house: House, name: str) -> Staff:
    people = house.settings.people
    return Staff(
        places=[place for place in house.people.staff_places() if place.partition(":")[0] == name],
        reviewers=[person.telegram for person in house.people.reviewers() if person.telegram],
        admins=[person.telegram for person in people.values() if person.admin and person.telegram],
    )


# --- Discord ------------------------------------------------------------------------------------------------------


def _discord(house: House) -> Iterator[tuple[Channel, Mount | None]]:
    from channels.discord.channel import Discord, Surroundings  # noqa: PLC0415 - discord.py is loaded where it is used

    around = Surroundings(
        intake=house.intake,
        desk=house.desk,
        notes=house.notes,
        clock=house.clock,
        keep=house.keep,
        lead=house.lead,
        words=house.locales.text,
        is_staff=house.people.is_staff_place,
        is_room=house.is_room,
        patience=_patience(house.settings),
    )
    for account in house.settings.discord:
        settings = _discord_settings(house.settings, account)
        talk = command(house.locales, TALK)
        yield Discord(replace(settings, menus=menus(house.locales), talk=talk), around), None


class _Discord:
    """An account on Discord that this process does not serve."""

    def __init__(self, settings: DiscordSettings) -> None:
        self.name = settings.name
        self._settings = settings

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        from channels.discord.checkup import check_up  # noqa: PLC0415 - see `_discord`

        return await check_up(self._settings, places)


def _discord_settings(settings: Settings, account: str) -> DiscordSettings:
    configured = settings.discord[account]
    return DiscordSettings(account, configured.token.get_secret_value(), configured.api_base, configured.guilds)


def _patience(settings: Settings) -> float:
    return settings.run.lease.total_seconds() / 2
