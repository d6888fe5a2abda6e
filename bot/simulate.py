"""`assent simulate`: plays a chat story against a workflow, in a temporary folder and without a network."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from bot.demo import in_folder, play, variable_of
from bot.faults import SettingsError
from bot.player import WAIT
from bot.settings import FILE_NAME, Settings, load_settings
from bot.telling import AsJson, InWords

ALONE = """
[web]
playground = true
[email]
provider = "playground"
[people.ana]
name = "Ana"
play = "ana"
admin = true
[people.otto]
name = "Otto"
play = "otto"
[teams.reviewers]
members = ["ana"]
post = ["play:review"]
[bots.simulated]
team = "reviewers"
workflow = {workflow}
"""
"""A configuration for a workflow that has none."""


def simulate(file: Path, script: Path, config: Path | None, allow_remote: bool, as_json: bool = False) -> int:
    """Play the story; answers 0, or 1 at the first line that does not come true."""
    if not file.exists():
        raise SettingsError([f"The workflow {file} does not exist."])
    config = config or _beside(file)
    with tempfile.TemporaryDirectory(prefix="assent-simulate-") as temporary:
        folder = Path(temporary)
        bot = ""
        if config is None:
            print("No configuration: tools are not looked up.", file=sys.stderr)  # noqa: T201
            config = folder / FILE_NAME
            quoted = str(file.resolve()).replace("\\", "\\\\").replace('"', '\\"')
            config.write_text(ALONE.format(workflow=f'"{quoted}"'), encoding="utf-8")
            environ = dict(in_folder(folder, ()))
        else:
            settings = load_settings(config, os.environ)
            started = [name for name, server in settings.mcp.items() if not server.url]
            bot = _bot_of(settings, file)
            environ = {**in_folder(folder, started), **_for_the_stage(settings, bot, file, allow_remote)}
        teller = AsJson() if as_json else InWords()
        return asyncio.run(play(config, script, environ, folder / "ledger.db", WAIT, bot, teller))


def _beside(file: Path) -> Path | None:
    for candidate in (file.parent / FILE_NAME, Path.cwd() / FILE_NAME):
        if candidate.exists():
            return candidate
    return None


def _bot_of(settings: Settings, file: Path) -> str:
    """The bot whose workflow the file is, else the first one."""
    named = (name for name, each in settings.bots.items() if each.workflow == file.resolve())
    return next(named, next(iter(settings.bots)))


def _for_the_stage(settings: Settings, bot: str, file: Path, allow_remote: bool) -> dict[str, str]:
    """What turns a configuration into a stage: the playground, the workflow under test, cards where a story looks."""
    remote = [name for name, server in settings.mcp.items() if server.url]
    if remote and not allow_remote:
        raise SettingsError([f"MCP server {remote[0]} is remote; a simulation calls it only with --allow-remote."])
    environ = {
        "ASSENT_WEB__PLAYGROUND": "true",
        "ASSENT_WEB__HOST": "127.0.0.1",
        "ASSENT_EMAIL__PROVIDER": "playground",
        f"ASSENT_BOTS__{variable_of(bot)}__WORKFLOW": str(file.resolve()),
        f"ASSENT_TEAMS__{variable_of(settings.bots[bot].team)}__POST": '["play:review"]',
    }
    for name, person in settings.people.items():
        if not person.play:
            environ[f"ASSENT_PEOPLE__{variable_of(name)}__PLAY"] = name
    return environ
