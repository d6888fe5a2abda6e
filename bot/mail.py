"""The mail channel's part of the composition: what it is told, whom it asks, and a provider that only looks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.clock import SystemClock
from bot.desk import Desk
from bot.drafts import Drafts
from bot.editing import Editing
from bot.files import Files
from bot.i18n import Locales
from bot.mail_desk import MailDesk
from bot.people import People
from bot.secrets import InstanceSecrets
from bot.settings import Settings
from bot.showing import Showing
from bot.tapping import Tapping
from bot.undelivered import Undelivered
from channels.base import Finding
from channels.email.channel import Surroundings, check_up
from channels.email.providers import post
from channels.email.reviews import Keys
from channels.email.settings import PLATFORM, EmailSettings
from engine.store import Store


def settings_of(settings: Settings) -> EmailSettings:
    """The mail provider as its channel is told of it."""
    email = settings.email
    assert email.provider in ("resend", "smtp")
    return EmailSettings(
        provider="resend" if email.provider == "resend" else "smtp",
        sender=email.sender,
        public_url=settings.public_url.rstrip("/"),
        api_key=email.api_key.get_secret_value(),
        api_base=email.api_base,
        smtp_url=email.smtp_url.get_secret_value(),
        webhook_secret=email.webhook_secret.get_secret_value(),
    )


@dataclass(frozen=True, slots=True)
class Desks:
    """Where decisions are shown and made."""

    store: Store
    desk: Desk
    taps: Tapping
    editing: Editing
    showing: Showing
    people: People
    locales: Locales
    files: Files


def surroundings(
    desks: Desks, secrets: InstanceSecrets, keys: Keys, clock: SystemClock, wake_outbox: Callable[[], None]
) -> Surroundings:
    """What the channel needs of the house."""
    locales = desks.locales
    return Surroundings(
        reviews=MailDesk(
            desks.store,
            desks.desk,
            desks.taps,
            desks.editing,
            desks.showing,
            desks.people,
            locales,
            secrets,
            clock,
            wake_outbox,
            desks.files,
        ),
        drafts=Drafts(desks.store, secrets),
        keys=keys,
        undelivered=Undelivered(desks.store, desks.people, clock, wake_outbox),
        say=locales.text,
        now=clock.now,
        locales=tuple(locales.available()),
    )


class Provider:
    """A mail provider through which nothing is sent."""

    name = PLATFORM

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        provider = post(settings_of(self._settings))
        try:
            return await check_up(provider, places)
        finally:
            await provider.close()
