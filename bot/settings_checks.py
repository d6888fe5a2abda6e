"""What must hold between the sections of a configuration, once each of them is well formed."""

import ipaddress
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.hours import Hours
from bot.i18n import FOLDER as LOCALES
from bot.rota import is_on_call
from bot.settings_channels import check_accounts, check_places, is_role, platform_of
from bot.settings_email import EMAIL, check_email, members_unread
from bot.settings_rota import check_rota
from bot.settings_sources import Problem
from channels.web.settings import CUSTOMERS, RESERVED
from engine.calls import KEYED_TRIES
from engine.durations import growing
from engine.suggest import did_you_mean
from engine.tools import EffectClass

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.settings_sections import Bot, Mcp, Tool

SERVERS = ("postgres", "postgresql")
_ON_THE_PAGE = RESERVED | {customer.id for customer in CUSTOMERS}
_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?")


def check(settings: "Settings") -> Iterator[Problem]:
    """Every fault that needs more than one key to see."""
    checks: tuple[Callable[[Settings], Iterator[Problem]], ...] = (
        _names, _process, check_accounts, check_email, _servers, _people, _teams, _bots,
    )  # fmt: skip
    for one in checks:
        yield from one(settings)


def _names(settings: "Settings") -> Iterator[Problem]:
    for section in ("telegram", "discord", "mcp", "people", "teams", "bots"):
        for name in getattr(settings, section):
            if not _NAME.fullmatch(name) or "__" in name:
                path = f"{section}.{name}"
                yield Problem(path, f'{path} is no good name: use letters, digits, "-" and "_", without "__".')


def _process(settings: "Settings") -> Iterator[Problem]:
    scheme, _, path = settings.database.partition("://")
    if scheme in SERVERS:
        yield from _server_database(scheme, settings.database)
    elif scheme != "sqlite":
        fix = "use sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME"
        yield Problem("database", f'database = "{scheme}:..." is not supported: {fix}.')
    elif path in ("", ":memory:"):
        yield Problem(
            "database", f'database = "{settings.database}" names no file: what waits must outlive the process.'
        )
    if settings.public_url and not settings.public_url.startswith(("http://", "https://")):
        yield Problem("public_url", "public_url is not an address: write it like https://assent.example.com.")
    yield from _locale("default_locale", settings.default_locale)
    if settings.web.playground and not _is_loopback(settings.web.host):
        host = settings.web.host
        sentence = f'web.playground lets whoever reaches it decide: set web.host = "127.0.0.1", not "{host}".'
        yield Problem("web.playground", sentence)
    for each in settings.web.webhooks_to:
        if not _is_network(each):
            sentence = f'web.webhooks_to: "{each}" is no address or network: write it like 10.0.0.5 or 10.1.0.0/16.'
            yield Problem("web.webhooks_to", sentence)


def _server_database(scheme: str, url: str) -> Iterator[Problem]:
    shape = f"write it like {scheme}://USER:PASSWORD@HOST/NAME"
    try:
        parts = urlsplit(url)
        reachable = bool(parts.hostname or parse_qs(parts.query).get("host"))
        if not (reachable and parts.path.strip("/") and (parts.port is None or parts.port > 0)):
            yield Problem("database", f"database names no host or no database: {shape}.")
    except ValueError:
        yield Problem("database", f"database is not an address: {shape}; special characters as %XX.")


def password_in(url: str) -> str:
    """The password in a database's address, as it is written there, or ""."""
    try:
        return urlsplit(url).password or ""
    except ValueError:
        return ""


def _locale(path: str, tag: str) -> Iterator[Problem]:
    known = [file.stem for file in LOCALES.glob("*.ftl")]
    if tag not in known:
        yield Problem(path, f'{path} = "{tag}" has no file in locales/. {did_you_mean(tag, known)}')


def _is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _servers(settings: "Settings") -> Iterator[Problem]:
    for name, server in settings.mcp.items():
        yield from _server(f"mcp.{name}", server)
        for tool_name, tool in server.tools.items():
            path = f"mcp.{name}.tools.{tool_name}"
            yield from _tool(path, tool)
            if tool.verify:
                yield from _look(f"{path}.verify.tool", tool.verify.tool, server)


def _server(path: str, server: "Mcp") -> Iterator[Problem]:
    if bool(server.command) == bool(server.url):
        both = "both command and url" if server.url else "neither command nor url"
        yield Problem(f"{path}.command", f"{path} has {both}: give exactly one.")
    elif server.url and not server.url.startswith(("http://", "https://")):
        yield Problem(f"{path}.url", f"{path}.url is not an address: write it like https://tools.example.com/mcp.")
    if server.env and not server.command:
        yield Problem(f"{path}.env", f"{path}.env is only for a server with a command.")
    if server.headers and not server.url:
        yield Problem(f"{path}.headers", f"{path}.headers is only for a server with a url.")


def _tool(path: str, tool: "Tool") -> Iterator[Problem]:
    if tool.effect is EffectClass.KEYED and not tool.idempotency:
        yield Problem(
            f"{path}.idempotency",
            f'{path} is keyed without a key: add idempotency = {{ argument = "..." }}, the argument that carries it.',
        )
    if tool.idempotency and tool.effect is not EffectClass.KEYED:
        yield Problem(f"{path}.idempotency", f'{path}.idempotency is only for effect = "keyed", not "{tool.effect}".')
    if tool.idempotency and tool.idempotency.window <= KEYED_TRIES * tool.timeout:
        window, timeout = (f"{span.total_seconds():g}s" for span in (tool.idempotency.window, tool.timeout))
        yield Problem(
            f"{path}.idempotency.window",
            f"{path}.idempotency.window = {window} is no longer than three tries of {timeout}: the key could not be "
            "used. Write for how long the other side keeps a key, a little less.",
        )
    if tool.effect is EffectClass.CHECKABLE and not tool.verify:
        fix = "the read tool that finds the call, and found_when"
        yield Problem(f"{path}.verify", f"{path} is checkable without a look: add [{path}.verify] with {fix}.")
    if tool.verify and tool.effect is not EffectClass.CHECKABLE:
        yield Problem(f"{path}.verify", f'{path}.verify is only for effect = "checkable", not "{tool.effect}".')


def _look(path: str, name: str, server: "Mcp") -> Iterator[Problem]:
    """A look must change nothing, and only its operator can say so."""
    declared = server.tools.get(name)
    if declared is None or declared.effect is not EffectClass.READ:
        fix = f'declare tools.{name} = {{ effect = "read" }}, or name another tool of this server'
        yield Problem(path, f'{path} = "{name}" is not known to only read: {fix}.')


def _people(settings: "Settings") -> Iterator[Problem]:
    holders: dict[tuple[str, object], str] = {}
    for name, person in settings.people.items():
        if settings.web.playground and person.play in _ON_THE_PAGE:
            path = f"people.{name}.play"
            yield Problem(path, f'{path} = "{person.play}" is somebody else on the playground: choose another name.')
        if person.locale:
            yield from _locale(f"people.{name}.locale", person.locale)
        try:
            ZoneInfo(person.timezone or "UTC")
        except (ZoneInfoNotFoundError, ValueError, OSError):
            path = f"people.{name}.timezone"
            yield Problem(path, f'{path} = "{person.timezone}" is no time zone: write one like Europe/Berlin.')
        for channel in ("telegram", "discord", "email", "play"):
            identity = getattr(person, channel)
            same = identity.casefold() if channel == EMAIL else identity
            first = holders.setdefault((channel, same), name)
            if identity and first != name:
                path = f"people.{name}.{channel}"
                yield Problem(path, f"{path} = {identity!r} is also that of people.{first}: one account, one person.")


def _teams(settings: "Settings") -> Iterator[Problem]:
    for name, team in settings.teams.items():
        path = f"teams.{name}"
        if not team.members:
            yield Problem(f"{path}.members", f"{path}.members is empty: nobody could decide.")
        for member in team.members:
            if member not in settings.people and not is_role(member):
                hint = did_you_mean(member, settings.people)
                yield Problem(f"{path}.members", f'{path}.members names "{member}", who is not in people. {hint}')
            elif is_role(member) and not settings.discord:
                yield Problem(f"{path}.members", f'{path}.members names "{member}", but [discord] is not configured.')
        if team.hours or team.timezone:
            try:
                Hours.parse(team.hours or "Mon-Sun 00:00-23:59", team.timezone)
            except ValueError as error:
                key = "timezone" if "time zone" in str(error) else "hours"
                yield Problem(f"{path}.{key}", f"{path}.{key}: {error}.")
        if team.quorum > len(team.members) == len(team.people) > 0:
            most = f"{path}.quorum = {team.quorum} is more than its members"
            yield Problem(f"{path}.quorum", f"{most}: write at most {len(team.members)}, or add members.")
        if not team.post:
            yield Problem(f"{path}.post", f'{path}.post is empty: name a place for the cards, such as "play:review".')
        if team.talk_then and team.talk_then not in settings.teams:
            hint = did_you_mean(team.talk_then, settings.teams)
            yield Problem(f"{path}.talk_then", f'{path}.talk_then names "{team.talk_then}", which is no team. {hint}')
        yield from check_places(settings, f"{path}.post", tuple(p for p in team.post if not is_on_call(p)))
        yield from check_rota(settings, path, team)
        yield from members_unread(settings, f"{path}.post", team)


def _bots(settings: "Settings") -> Iterator[Problem]:
    if not settings.bots:
        yield Problem("bots", "There is no bot: add a [bots.NAME] with a workflow and a team.")
    for name, bot in settings.bots.items():
        yield from _bot(settings, f"bots.{name}", bot)


def _bot(settings: "Settings", path: str, bot: "Bot") -> Iterator[Problem]:
    try:
        growing(bot.remind)
    except ValueError as error:
        yield Problem(f"{path}.remind", f"{path}.remind: {error}.")
    if bot.forget == "never" and not bot.contact:
        fix = "name where customers can turn to in contact"
        yield Problem(f"{path}.forget", f'{path}.forget = "never" leaves customers without an answer: {fix}.')
    if bot.workflow is None:
        yield Problem(f"{path}.workflow", f"{path} has no workflow, and a bot without one is not supported yet.")
    elif not _is_file(bot.workflow):
        yield Problem(f"{path}.workflow", f"{path}.workflow does not exist: {bot.workflow}.")
    team = settings.teams.get(bot.team)
    if not bot.team:
        yield Problem(f"{path}.team", f"{path}.team is missing: name the team that decides.")
    elif team is None:
        hint = did_you_mean(bot.team, settings.teams)
        yield Problem(f"{path}.team", f'{path}.team = "{bot.team}" is not in teams. {hint}')
    else:
        channels = {platform_of(place) for place in team.post}
        for channel in bot.notify:
            if channel not in channels:
                hint = did_you_mean(channel, channels)
                yield Problem(f"{path}.notify", f'{path}.notify names "{channel}", where the team has no place. {hint}')
    yield from check_places(settings, f"{path}.operators", bot.operators)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
