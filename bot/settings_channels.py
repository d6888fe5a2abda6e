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
DISCORD = "discord"
WEB = "web"
"""The dashboard, where every request stands anyway: as a place of a team it asks for no other."""
ROLE = "_role:"
"""Stands between a platform and the number of a role, where a team names one."""
_TOKEN = re.compile(r"\d+:[\w-]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PRINTABLE = re.compile(r"[!-~]+")
_ROLE = re.compile(rf"{DISCORD}{ROLE}\d+")
_SHAPES = {
    TELEGRAM: (re.compile(r"-?\d+(/\d+)?"), "telegram:CHAT or telegram:CHAT/TOPIC"),
    DISCORD: (re.compile(r"@?\d+"), "discord:CHANNEL, be it a channel, thread or forum, or discord:@USER"),
}
"""What stands behind the channel in a place of a platform with accounts, and how it is written."""


def platform_of(place: str) -> str:
    """The platform of a place, whichever account of it serves it."""
    return place.partition(":")[0].partition(".")[0]


def is_role(member: str) -> bool:
    """Whether a team's member is a role on a platform, such as `discord_role:42`: whoever has it may decide."""
    return bool(_ROLE.fullmatch(member))


def check_accounts(settings: "Settings") -> Iterator[Problem]:
    """The accounts on platforms, and which bot is which of them."""
    yield from _telegram(settings)
    yield from _discord(settings)
    for platform in (TELEGRAM, DISCORD):
        yield from _served(settings, platform)


def _telegram(settings: "Settings") -> Iterator[Problem]:
    for name, account in settings.telegram.items():
        path = f"telegram.{name}"
        token = account.token.get_secret_value()
        if not _TOKEN.fullmatch(token):
            wrong = "is not a bot's token" if token else "is missing"
            yield Problem(f"{path}.token", f"{path}.token {wrong}: take the one that @BotFather gave you.")
        yield from _address(f"{path}.api_base", account.api_base, "https://api.telegram.org")
        if account.mode == "webhook":
            yield from _webhook(settings, path, account.webhook_secret.get_secret_value())


def _discord(settings: "Settings") -> Iterator[Problem]:
    bases = {account.api_base.rstrip("/"): name for name, account in settings.discord.items()}
    for name, account in settings.discord.items():
        path = f"discord.{name}"
        token = account.token.get_secret_value()
        if not token or not _PRINTABLE.fullmatch(token):
            wrong = "is not a bot's token" if token else "is missing"
            where = "the one on the page Bot of your application in Discord's developer portal"
            yield Problem(f"{path}.token", f"{path}.token {wrong}: take {where}.")
        yield from _address(f"{path}.api_base", account.api_base, "https://discord.com/api/v10")
        if len(bases) > 1:
            # The library knows one address for all of its clients.
            yield Problem(f"{path}.api_base", f"{path}.api_base differs from another account's: give all of them one.")


def _address(path: str, value: str, example: str) -> Iterator[Problem]:
    if not value.startswith(("http://", "https://")):
        yield Problem(path, f"{path} is no address: write it like {example}.")


def _served(settings: "Settings", platform: str) -> Iterator[Problem]:
    """One account is one bot."""
    served: dict[str, str] = {}
    accounts = settings.accounts(platform)
    for name in settings.bots:
        account = settings.account(platform, name)
        path = f"bots.{name}.{platform}"
        if account and account not in accounts:
            hint = did_you_mean(account, accounts)
            yield Problem(path, f'{path} = "{account}" is no account in [{platform}]. {hint}')
        elif account and served.setdefault(account, name) != name:
            yield Problem(path, f'{path} = "{account}" is bots.{served[account]} already: one account, one bot.')


def _webhook(settings: "Settings", path: str, secret: str) -> Iterator[Problem]:
    if not _SECRET.fullmatch(secret):
        fix = "set webhook_secret to 1 to 256 letters, digits, _ and -, so that nobody else can speak as Telegram"
        yield Problem(f"{path}.webhook_secret", f'{path}.mode = "webhook" needs a secret: {fix}.')
    if not settings.public_url:
        yield Problem(f"{path}.mode", f'{path}.mode = "webhook" needs public_url, the address that Telegram calls.')


def _account_place(settings: "Settings", path: str, place: str) -> Iterator[Problem]:
    """A place of an account, `telegram:-100123/7`, `discord:123`, `discord.NAME:@42`."""
    channel, _, chat = place.partition(":")
    platform, _, named = channel.partition(".")
    account = named or DEFAULT
    shape, written = _SHAPES[platform]
    if not shape.fullmatch(chat):
        yield Problem(path, f'{path} names "{place}": write {written}, in numbers.')
    elif account not in settings.accounts(platform):
        what = f"[{platform}]" if account == DEFAULT else f"[{platform}.{account}]"
        yield Problem(path, f'{path} names "{place}", but {what} is not configured: give it a token.')


def _dashboard(settings: "Settings", path: str, place: str) -> Iterator[Problem]:
    """The dashboard as a place, which has no parts."""
    if place != WEB:
        yield Problem(path, f'{path} names "{place}": write "web", which is the dashboard as a whole.')
    elif not settings.web.dashboard or not settings.web_is_wanted:
        yield Problem(path, f'{path} names "web", but there is no dashboard: give it a section [web].')


def check_places(settings: "Settings", path: str, places: tuple[str, ...]) -> Iterator[Problem]:
    """Whether each place can be reached by a channel that is configured."""
    for place in places:
        channel, _, chat = place.partition(":")
        if channel.partition(".")[0] in _SHAPES:
            yield from _account_place(settings, path, place)
        elif channel == EMAIL:
            yield from email_place(settings, path, place)
        elif channel == WEB:
            yield from _dashboard(settings, path, place)
        elif channel != PLAY:
            hint = did_you_mean(channel, (PLAY, *_SHAPES, EMAIL, WEB))
            yield Problem(path, f'{path} names "{place}", whose channel is unknown. {hint}')
        elif not chat:
            yield Problem(path, f'{path} names "{place}" without a chat: write it like "play:review".')
        elif not settings.web.playground:
            yield Problem(path, f'{path} names "{place}", but the playground is off: set web.playground = true.')
