"""The configuration: one TOML file and `ASSENT_...` variables, read once into frozen models and handed down.

`load_settings` raises `SettingsError` with every fault at once, each a sentence that names the key and the fix.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, PrivateAttr, ValidationError

from bot.faults import SettingsError
from bot.settings_channels import DISCORD, TELEGRAM
from bot.settings_checks import check, password_in
from bot.settings_sections import (
    CHECKOUT,
    Bot,
    DatabaseUrl,
    DiscordAccount,
    Email,
    FilesSection,
    Mcp,
    Person,
    RunSection,
    Section,
    Team,
    TelegramAccount,
    Web,
)
from bot.settings_sources import ACCOUNTS, DEFAULT, Problem, read_sources
from bot.tools import ServerConfig

FILE_NAME = "assent.toml"
FILE_VARIABLE = "ASSENT_CONFIG"
EXAMPLE = CHECKOUT / "examples" / "refund" / FILE_NAME


class Settings(Section):
    """Everything that an operator configures."""

    database: DatabaseUrl = "sqlite://assent.db"
    public_url: str = ""
    default_locale: str = "en"
    run: RunSection = Field(default_factory=RunSection)
    web: Web = Field(default_factory=Web)
    files: FilesSection = Field(default_factory=FilesSection)
    telegram: Mapping[str, TelegramAccount] = Field(default_factory=dict)
    discord: Mapping[str, DiscordAccount] = Field(default_factory=dict)
    email: Email = Field(default_factory=Email)
    mcp: Mapping[str, Mcp] = Field(default_factory=dict)
    people: Mapping[str, Person] = Field(default_factory=dict)
    teams: Mapping[str, Team] = Field(default_factory=dict)
    bots: Mapping[str, Bot] = Field(default_factory=dict)
    _given: Mapping[str, Any] = PrivateAttr(default_factory=dict)

    @property
    def given(self) -> Mapping[str, Any]:
        """The tree that this was read from, by file and environment, its secrets among it."""
        return self._given

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
    settings._given = data
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
