"""The channels of the configured accounts; a platform's library is loaded only where an account needs it."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from bot import mail
from bot.admin.gate import ADMINS
from bot.clock import SystemClock
from bot.commands import EVERYBODY, REVIEWERS
from bot.i18n import Locales
from bot.people import People
from bot.settings import Settings
from bot.settings_channels import PLAY
from channels.base import Channel, Desk, Finding, Intake, Notes
from channels.email.channel import Surroundings as Mail
from channels.email.providers import opened
from channels.telegram.settings import Command, Menus, Staff, TelegramSettings
from channels.web.server import Mount

if TYPE_CHECKING:
    import asyncio

    from bot.checkup import CanCheckUp
    from channels.telegram.channel import Surroundings

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


def channels(house: House) -> Sequence[tuple[Channel, Mount | None]]:
    """A channel per account, and what it mounts on the web server."""
    return [*(_telegram(house) if house.settings.telegram else ()), *_email(house)]


def _email(house: House) -> Iterator[tuple[Channel, Mount | None]]:
    if house.settings.email.leaves_the_house:
        channel = opened(mail.settings_of(house.settings), house.mail())
        yield channel, channel


def _telegram(house: House) -> Iterator[tuple[Channel, Mount | None]]:
    from channels.telegram.channel import Surroundings, Telegram  # noqa: PLC0415 - aiogram takes seconds to import

    for account in house.settings.telegram:
        settings = _telegram_settings(house, account)
        channel = Telegram(settings, _surroundings(house, Surroundings, settings.name))
        mounted = house.settings.telegram[account].mode == "webhook"
        yield channel, channel if mounted else None


def _surroundings(house: House, kind: "type[Surroundings]", name: str) -> "Surroundings":
    return kind(
        intake=house.intake,
        desk=house.desk,
        notes=house.notes,
        clock=house.clock,
        keep=house.keep,
        lead=house.lead,
        staff=lambda: _staff(house, name),
        patience=house.settings.run.lease.total_seconds() / 2,
    )


def to_check_up(settings: Settings, notes: Notes) -> "Sequence[CanCheckUp]":
    """The accounts and the playground as far as a check-up goes; nothing is started."""
    play: list[CanCheckUp] = [_Page()] if settings.web.playground else []
    play += [mail.Provider(settings)] if settings.email.leaves_the_house else []
    return [*play, *(_Account(_account(settings, account), notes) for account in settings.telegram)]


class _Page:
    """The playground, of which nothing could be missing."""

    name = PLAY

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        return [Finding(place) for place in places]


class _Account:
    """An account on Telegram that this process does not serve."""

    def __init__(self, settings: TelegramSettings, notes: Notes) -> None:
        self.name = settings.name
        self._settings = settings
        self._notes = notes

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        from channels.telegram.checkup import check_up  # noqa: PLC0415 - see `_telegram`

        return await check_up(self._settings, self._notes, places)


def _telegram_settings(house: House, account: str) -> TelegramSettings:
    return replace(_account(house.settings, account), menus=_menus(house))


def _account(settings: Settings, account: str) -> TelegramSettings:
    configured = settings.telegram[account]
    bots = (bot for bot in settings.bots if settings.telegram_account(bot) == account)
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


def _menus(house: House) -> Menus:
    def described(names: Sequence[str]) -> tuple[Command, ...]:
        return tuple(Command(name, _descriptions(house.locales, name)) for name in names)

    return Menus(
        described(tuple(EVERYBODY)), described(tuple(REVIEWERS)), described(tuple(ADMINS)), house.locales.default
    )


def _descriptions(locales: Locales, name: str) -> dict[str, str]:
    return {tag: locales.text(tag, f"command-describe-{name}") for tag in locales.available()}


def _staff(house: House, name: str) -> Staff:
    people = house.settings.people
    return Staff(
        places=[place for place in house.people.staff_places() if place.partition(":")[0] == name],
        reviewers=[person.telegram for person in house.people.reviewers() if person.telegram],
        admins=[person.telegram for person in people.values() if person.admin and person.telegram],
    )
