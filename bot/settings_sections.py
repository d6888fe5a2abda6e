"""The sections of a configuration: what each table of the file may hold."""

import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationInfo,
    model_validator,
)

from bot.settings_channels import ROLE
from bot.sizes import Size
from bot.tools import SEPARATOR, ServerConfig
from engine.durations import Duration
from engine.language.condition import Condition
from engine.language.template import Arguments
from engine.tools import KEY_WINDOW, EffectClass, ToolSpec, Verify

CHECKOUT = Path(__file__).resolve().parent.parent
"""Where configured commands are started."""


def _beside_the_file(path: Path, info: ValidationInfo) -> Path:
    folder: Path = info.context["folder"] if info.context else Path.cwd()
    return (folder / path).resolve()


def _database_beside_the_file(url: str, info: ValidationInfo) -> str:
    scheme, mark, path = url.partition("://")
    if scheme != "sqlite" or not path or path == ":memory:":
        return url
    return f"{scheme}{mark}{_beside_the_file(Path(path), info)}"


def _nothing(value: object) -> object:
    return None if value == "" else value


Retention = Annotated[Duration | None, BeforeValidator(_nothing)]
"""A duration, or "" for ever."""
FilePath = Annotated[Path, AfterValidator(_beside_the_file)]
DatabaseUrl = Annotated[str, AfterValidator(_database_beside_the_file)]


def _ending(text: str) -> str:
    if not re.fullmatch(r"\.\w{1,11}", text):
        raise ValueError("write an ending such as .exe, with its dot")
    return text.casefold()


Ending = Annotated[str, AfterValidator(_ending)]
PROGRAMS = (
    ".app", ".appimage", ".appx", ".bat", ".cmd", ".com", ".command", ".cpl", ".deb", ".dll", ".dmg", ".exe", ".gadget",
    ".hta", ".iso", ".jar", ".js", ".jse", ".lnk", ".msc", ".msi", ".msix", ".msp", ".pif", ".ps1", ".reg", ".rpm",
    ".scf", ".scr", ".sh", ".sys", ".url", ".vb", ".vbe", ".vbs", ".wsf", ".wsh", ".xll",
)  # fmt: skip
"""What a computer carries out when somebody opens it."""


class Section(BaseModel):
    """A table of the file: frozen, and it knows all its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, validate_default=True)


class Web(Section):
    """The small HTTP server; port 0 takes any free one."""

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    playground: bool = False
    dashboard: bool = True
    """Whether the server shows the dashboard; without the server there is none."""
    webhooks_to: tuple[str, ...] = ()
    """Addresses or networks around us, such as `10.0.0.5` or `10.1.0.0/16`, that webhooks may call."""


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
    rehearse: bool = False
    """Whether stories that operators play on the dashboard may call tools of it that change something."""

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
    timezone: str = ""
    """Whose clocks their own times go by, such as Europe/Berlin; empty means UTC."""


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
    rota: tuple[str, ...] = ()
    """Who is on call, one after the other: their turn makes them the place `email:oncall`."""
    rota_from: date | None = None
    """The day on which the first turn begins."""
    rota_every: Duration = timedelta(days=7)
    """How long a turn takes, in whole days."""
    talk_idle: Duration = timedelta(minutes=30)
    """After how long a silence a talk with a customer is over, and the request waits for the team again."""
    talk_then: str = ""
    """A team that is asked besides when a talk was over by silence; empty asks nobody else."""

    @model_validator(mode="before")
    @classmethod
    def _turns_make_members(cls, data: Any) -> Any:
        """Whoever takes turns may decide, where nobody else is named."""
        if isinstance(data, dict) and "members" not in data and isinstance(data.get("rota"), (list, tuple)):
            return data | {"members": list(dict.fromkeys(map(str, data["rota"])))}
        return data

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
    patience: Duration = timedelta(days=1)
    """How long a request waits for the customer's answer to a question before it waits for its team again."""
    nudge: Duration = timedelta(hours=1)
    """How long a customer must wait before they may ask again how it stands."""
    human: bool = False
    """Whether customers may ask for a person by `/human`."""
    retention: Retention = None
    """How long after its end a request is kept before it is erased; empty means for ever."""
    forget: Literal["at_once", "ask", "never"] = "at_once"
    """What `/forget` of a customer does: erases what has ended, asks the operators, or says whom to turn to."""
    operators: tuple[str, ...] = ()
    """Places for failures and calls in doubt; empty means the team's."""


class RunSection(Section):
    """How runs are carried on."""

    lease: Duration = Field(default="30s", validate_default=True)
    """How long a process that says nothing keeps its work; where there are several, another takes it up then."""


class FilesSection(Section):
    """Which files are taken from people, and passed on to others."""

    max_size: Size = Field(default="10MB", validate_default=True)
    refuse: tuple[Ending, ...] = PROGRAMS
    """Endings of names that are refused, wherever in a name they stand."""
