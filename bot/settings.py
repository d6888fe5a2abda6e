"""The configuration: one TOML file and `ASSENT_...` variables, read once into frozen models and handed down.

`load_settings` raises `SettingsError` with every fault at once, each a sentence that names the key and the fix.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError, ValidationInfo

from bot.faults import SettingsError
from bot.settings_channels import DISCORD, ROLE, TELEGRAM
from bot.settings_checks import check, password_in
from bot.settings_sources import ACCOUNTS, DEFAULT, Problem, read_sources
from bot.tools import SEPARATOR, ServerConfig
from engine.durations import Duration
from engine.language.condition import Condition
from engine.language.template import Arguments
from engine.tools import KEY_WINDOW, EffectClass, ToolSpec, Verify

CHECKOUT = Path(__file__).resolve().parent.parent
"""Where configured commands are started."""
FILE_NAME = "assent.toml"
FILE_VARIABLE = "ASSENT_CONFIG"
EXAMPLE = CHECKOUT / "examples" / "refund" / FILE_NAME


def _beside_the_file(path: Path, info: ValidationInfo) -> Path:
    folder: Path = info.context["folder"] if info.context else Path.cwd()
    return (folder / path).resolve()


def _database_beside_the_file(url: str, info: ValidationInfo) -> str:
    scheme, mark, path = url.partition("://")
    if scheme != "sqlite" or not path or path == ":memory:":
        return url
    return f"{scheme}{mark}{_beside_the_file(Path(path), info)}"


FilePath = Annotated[Path, AfterValidator(_beside_the_file)]
DatabaseUrl = Annotated[str, AfterValidator(_database_beside_the_file)]


class Section(BaseModel):
    """A table of the file: frozen, and it knows all its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, validate_default=True)


class Web(Section):
    """The small HTTP server; port 0 takes any free one."""

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    playground: bool = False


class TelegramAccount(Section):
    """One bot account on Telegram."""

    token: SecretStr = SecretStr("")
    api_base: str = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_secret: SecretStr = SecretStr("")


class DiscordAccount(Section):
    """One bot account on Discord; in `guilds`, the servers with these numbers, customers may talk to it."""

    token: SecretStr = SecretStr("")
    api_base: str = "https://discord.com/api/v10"
    guilds: tuple[int, ...] = ()


class Email(Section):
    """Who sends mails, and from which address; `smtp_url` holds the password, so it is a secret as a whole."""

    provider: Literal["resend", "smtp", "playground", "none"] = "none"
    sender: str = Field(default="", alias="from")
    api_key: SecretStr = SecretStr("")
    api_base: str = "https://api.resend.com"
    smtp_url: SecretStr = SecretStr("")
    webhook_secret: SecretStr = SecretStr("")

    @property
    def leaves_the_house(self) -> bool:
        """Whether mails go to people, and not only to a page."""
        return self.provider in ("resend", "smtp")


class Idempotency(Section):
    """The argument of a `keyed` tool that carries the idempotency key, and for how long the other side honours it."""

    argument: str = Field(min_length=1)
    window: Duration = Field(default="23h", validate_default=True)


class VerifyTool(Section):
    """How to find out whether a `checkable` call happened: a read tool of its server, and when it counts as found."""

    tool: str = Field(min_length=1)
    arguments: Arguments = Arguments.parse({})
    found_when: Condition
    after: Duration = Field(default="60s", validate_default=True)


class Tool(Section):
    """What a call of this tool does to the world, as its operator knows it."""

    effect: EffectClass = EffectClass.ONCE
    idempotency: Idempotency | None = None
    timeout: Duration = Field(default="30s", validate_default=True)
    errors_are_definite: bool = False
    """Whether an error that the tool answers proves that nothing was done."""
    verify: VerifyTool | None = None

    def spec(self, server: str, tool: str) -> ToolSpec:
        """The declaration as the engine takes it."""
        verify = None
        if self.verify:
            looks = f"{server}{SEPARATOR}{self.verify.tool}"
            verify = Verify(looks, self.verify.arguments, self.verify.found_when, self.verify.after)
        return ToolSpec(
            name=f"{server}{SEPARATOR}{tool}",
            effect=self.effect,
            key_argument=self.idempotency.argument if self.idempotency else None,
            key_window=self.idempotency.window if self.idempotency else KEY_WINDOW,
            timeout=self.timeout,
            verify=verify,
            errors_are_definite=self.errors_are_definite,
        )


class Mcp(Section):
    """One MCP server: a command that we start in the checkout, or the address of a remote one."""

    command: tuple[str, ...] = ()
    url: str = ""
    env: Mapping[str, SecretStr] = Field(default_factory=dict)
    headers: Mapping[str, SecretStr] = Field(default_factory=dict)
    tools: Mapping[str, Tool] = Field(default_factory=dict)

    @property
    def argv(self) -> tuple[str, ...]:
        """The command to start; `python` is the interpreter that runs us, so that its packages are there."""
        if self.command[:1] in (("python",), ("python3",)):
            return (sys.executable, *self.command[1:])
        return self.command

    def config(self, name: str) -> ServerConfig:
        """This server as `bot.tools` takes it."""
        return ServerConfig(
            name=name,
            command=self.argv or None,
            url=self.url or None,
            headers={header: value.get_secret_value() for header, value in self.headers.items()},
            env={variable: value.get_secret_value() for variable, value in self.env.items()},
            cwd=CHECKOUT,
            tools={tool: declared.spec(name, tool) for tool, declared in self.tools.items()},
        )


class Person(Section):
    """Somebody we know, with their ids on each channel; `admin` makes them an operator."""

    name: str = ""
    locale: str = ""
    telegram: int | None = None
    discord: int | None = None
    email: str = ""
    play: str = ""
    admin: bool = False


class Team(Section):
    """The people who may decide, and the places where their cards go."""

    name: str = ""
    members: tuple[str, ...] = ()
    quorum: int = Field(default=1, ge=1)
    post: tuple[str, ...] = ()
    hours: str = ""
    """When the team is at work, such as `Mon-Fri 09:00-17:30`; empty means always. Nobody is reminded outside."""
    timezone: str = ""
    """Whose clocks the hours go by, such as Europe/Berlin; empty means UTC."""

    def roles(self, platform: str) -> Sequence[str]:
        """The members that are roles on a platform, such as `discord_role:42`: whoever has one may decide."""
        return [member for member in self.members if member.startswith(f"{platform}{ROLE}")]

    @property
    def people(self) -> Sequence[str]:
        """The members that are people by their names."""
        return [member for member in self.members if ROLE not in member]


class Bot(Section):
    """A workflow that talks to customers under a name."""

    name: str = ""
    workflow: FilePath | None = None
    team: str = ""
    notify: tuple[str, ...] = ()
    """Which channels of the team's places; empty means all."""
    contact: str = ""
    estimate: str = ""
    telegram: str = ""
    """The account that is this bot on Telegram; a single bot has the account `default` unless it says otherwise."""
    discord: str = ""
    """The same for Discord."""
    remind: tuple[Duration, ...] = (timedelta(hours=1), timedelta(days=1))
    """After how long each, from the opening on, people are reminded of a request; empty means never."""
    operators: tuple[str, ...] = ()
    """Places for failures and calls in doubt; empty means the team's."""


class RunSection(Section):
    """How runs are carried on."""

    lease: Duration = Field(default="30s", validate_default=True)
    """How long a process that says nothing keeps its work; where there are several, another takes it up then."""


class Settings(Section):
    """Everything that an operator configures."""

    database: DatabaseUrl = "sqlite://assent.db"
    public_url: str = ""
    default_locale: str = "en"
    run: RunSection = Field(default_factory=RunSection)
    web: Web = Field(default_factory=Web)
    telegram: Mapping[str, TelegramAccount] = Field(default_factory=dict)
    discord: Mapping[str, DiscordAccount] = Field(default_factory=dict)
    email: Email = Field(default_factory=Email)
    mcp: Mapping[str, Mcp] = Field(default_factory=dict)
    people: Mapping[str, Person] = Field(default_factory=dict)
    teams: Mapping[str, Team] = Field(default_factory=dict)
    bots: Mapping[str, Bot] = Field(default_factory=dict)

    def servers(self) -> tuple[ServerConfig, ...]:
        """The tool servers, as `bot.tools` takes them."""
        return tuple(server.config(name) for name, server in self.mcp.items())

    @property
    def web_is_wanted(self) -> bool:
        """Whether the file speaks of the web server: then it answers whether we are alive, whatever else it shows."""
        return "web" in self.model_fields_set

    def accounts(self, platform: str) -> Mapping[str, Section]:
        """The accounts on a platform by their names; none on one that has no accounts."""
        return {TELEGRAM: self.telegram, DISCORD: self.discord}.get(platform, {})

    def account(self, platform: str, bot: str) -> str:
        """The account that a bot is on a platform, or ""."""
        accounts, configured = self.accounts(platform), self.bots[bot]
        named = {TELEGRAM: configured.telegram, DISCORD: configured.discord}.get(platform, "")
        return named or (DEFAULT if len(self.bots) == 1 and DEFAULT in accounts else "")

    def secrets(self) -> Iterator[str]:
        """Every configured value that no log may show."""
        for server in self.mcp.values():
            for value in (*server.env.values(), *server.headers.values()):
                yield value.get_secret_value()
        for account in self.telegram.values():
            yield account.token.get_secret_value()
            yield account.webhook_secret.get_secret_value()
        for discord in self.discord.values():
            yield discord.token.get_secret_value()
        email = self.email
        passwords = (password_in(url) for url in (email.smtp_url.get_secret_value(), self.database))
        others = (email.api_key.get_secret_value(), email.webhook_secret.get_secret_value())
        yield from (secret for secret in (*others, *passwords) if secret)


def load_settings(path: Path | None, environ: Mapping[str, str]) -> Settings:
    """Read the configuration: `path`, else the file that `ASSENT_CONFIG` names, else `assent.toml` in this folder."""
    path = path or Path(environ.get(FILE_VARIABLE) or FILE_NAME)
    data, problems = read_sources(Settings, path, environ)
    settings, shape_problems = _validate(data, path.resolve().parent)
    problems += shape_problems
    known_bad = {problem.path for problem in problems}
    problems += [problem for problem in check(settings) if problem.path not in known_bad]
    if problems:
        raise SettingsError([_spoken(problem.sentence) for problem in problems])
    return settings


def _spoken(sentence: str) -> str:
    """The sentence with the names that the file has: `[telegram]` is the account `default`."""
    for section in ACCOUNTS:
        sentence = sentence.replace(f"{section}.{DEFAULT}", section)
    return sentence


def _validate(data: dict[str, Any], folder: Path) -> tuple[Settings, list[Problem]]:
    """Build the models. A value at fault is reported and taken out, so that the rest can still be checked."""
    problems: list[Problem] = []
    while True:
        try:
            return Settings.model_validate(data, context={"folder": folder}), problems
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                problems.append(_shape_problem(fault))
                _take_out(data, fault["loc"])


def _shape_problem(fault: Any) -> Problem:
    path = ".".join(str(part) for part in fault["loc"])
    message = fault["msg"].removeprefix("Value error, ").removeprefix("Input ")
    if fault["type"] == "missing":
        return Problem(path, f"{path} is missing.")
    return Problem(path, f"{path} = {_shown(fault['input'])}: {message}.")


def _shown(value: Any) -> str:
    """A value as the file would write it, shortened."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _take_out(data: Any, loc: tuple[Any, ...]) -> None:
    """Drop the value that stands at `loc`, or the innermost table around it that can be dropped."""
    trail: list[tuple[Any, Any]] = []
    for part in loc:
        if isinstance(data, dict) and part in data:
            trail.append((data, part))
            data = data[part]
        else:
            break
    if not trail:
        raise AssertionError(f"no value stands at {loc}")
    table, key = trail[-1]
    del table[key]
