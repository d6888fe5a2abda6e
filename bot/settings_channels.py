"""What must hold of the accounts on platforms, and of the places where cards go."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.settings_email import EMAIL, email_place
from bot.settings_sources import DEFAULT, Problem
from engine.suggest import did_you_mean

if TYPE_CHECKING:
    from bot.settings import Settings

PLAY = "play"
TELEGRAM = "telegram"
LATER_CHANNELS = ("discord", "web")
_TOKEN = re.compile(r"\d+:[\w-]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_CHAT = re.compile(r"-?\d+(/\d+)?")


def platform_of(place: str) -> str:
    """The platform of a place, whichever account of it serves it."""
    return place.partition(":")[0].partition(".")[0]


def check_telegram(settings: "Settings") -> Iterator[Problem]:
    """The accounts on Telegram, and which bot is which of them."""
    for name, account in settings.telegram.items():
        path = f"telegram.{name}"
        token = account.token.get_secret_value()
        if not _TOKEN.fullmatch(token):
            wrong = "is not a bot's token" if token else "is missing"
            yield Problem(f"{path}.token", f"{path}.token {wrong}: take the one that @BotFather gave you.")
        if not account.api_base.startswith(("http://", "https://")):
            yield Problem(f"{path}.api_base", f"{path}.api_base is no address: write it like https://api.telegram.org.")
        if account.mode == "webhook":
            yield from _webhook(settings, path, account.webhook_secret.get_secret_value())
    served: dict[str, str] = {}
    for name in settings.bots:
        account_name = settings.telegram_account(name)
        path = f"bots.{name}.telegram"
        if account_name and account_name not in settings.telegram:
            hint = did_you_mean(account_name, settings.telegram)
            yield Problem(path, f'{path} = "{account_name}" is no account in [telegram]. {hint}')
        elif account_name and served.setdefault(account_name, name) != name:
            yield Problem(
                path, f'{path} = "{account_name}" is bots.{served[account_name]} already: one account, one bot.'
            )


def _webhook(settings: "Settings", path: str, secret: str) -> Iterator[Problem]:
    if not _SECRET.fullmatch(secret):
        fix = "set webhook_secret to 1 to 256 letters, digits, _ and -, so that nobody else can speak as Telegram"
        yield Problem(f"{path}.webhook_secret", f'{path}.mode = "webhook" needs a secret: {fix}.')
    if not settings.public_url:
        yield Problem(f"{path}.mode", f'{path}.mode = "webhook" needs public_url, the address that Telegram calls.')


def _telegram_place(settings: "Settings", path: str, place: str) -> Iterator[Problem]:
    channel, _, chat = place.partition(":")
    account = channel.partition(".")[2] or DEFAULT
    if not _CHAT.fullmatch(chat):
        yield Problem(path, f'{path} names "{place}": write telegram:CHAT or telegram:CHAT/TOPIC, in numbers.')
    elif account not in settings.telegram:
        what = "[telegram] is not configured" if account == DEFAULT else f"[telegram.{account}] is not configured"
        yield Problem(path, f'{path} names "{place}", but {what}: give it a token.')


def check_places(settings: "Settings", path: str, places: tuple[str, ...]) -> Iterator[Problem]:
    """Whether each place can be reached by a channel that is configured."""
    for place in places:
        channel, _, chat = place.partition(":")
        if channel.partition(".")[0] == TELEGRAM:
            yield from _telegram_place(settings, path, place)
        elif channel == EMAIL:
            yield from email_place(settings, path, place)
        elif channel in LATER_CHANNELS:
            yield Problem(path, f'{path} names "{place}": {channel} is not supported yet.')
        elif channel != PLAY:
            hint = did_you_mean(channel, (PLAY, TELEGRAM, EMAIL, *LATER_CHANNELS))
            yield Problem(path, f'{path} names "{place}", whose channel is unknown. {hint}')
        elif not chat:
            yield Problem(path, f'{path} names "{place}" without a chat: write it like "play:review".')
        elif not settings.web.playground:
            yield Problem(path, f'{path} names "{place}", but the playground is off: set web.playground = true.')
