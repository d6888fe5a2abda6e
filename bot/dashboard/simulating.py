"""Plays stories for operators: each in a process of its own, in a folder that is removed, one at a time."""

import asyncio
import json
import os
import signal
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.dashboard.readers import Readers
from bot.dashboard.told import Told, played
from bot.desk import Desk
from bot.people import People
from bot.rehearsal import changing_tools, rehearsal, remote_servers, started_servers
from bot.settings import FILE_NAME, Settings
from bot.settings_sections import CHECKOUT
from bot.settings_sources import PREFIX
from bot.story import StoryRefused, read_story
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.simulation_views import Played, Shelf
from engine.ids import BotId, short_digest
from engine.step import AuditEntry
from engine.store import Store

SECONDS = 60.0
"""How long a story may take from its first line to its last, the start of its process among it."""
SECONDS_TO_END = 8.0
MOST_BYTES = 1_000_000
"""How much a play may say."""
MOST_LINES, LONGEST_LINE = 500, 4000
MOST_STORIES = 100
LARGEST_STORY = 64 * 1024


class Simulations:
    """`channels.web.dashboard.simulation_views.SimulationPort`."""

    def __init__(self, settings: Settings, store: Store, desk: Desk, people: People, readers: Readers) -> None:
        self._settings = settings
        self._store = store
        self._desk = desk
        self._people = people
        self._readers = readers
        self._stage = asyncio.Lock()

    async def shelf(self, viewer: Viewer, bot: str) -> Shelf | None:
        """The stories beside a bot's workflow, and what is started for them."""
        file = self._file(viewer, bot)
        if file is None:
            return None
        hindrance = self._hindrance(viewer, file)
        stories = [story.stem for story in _stories(file)]
        return Shelf(bot, self._people.bot_name(BotId(bot)), stories, started_servers(self._settings.given), hindrance)

    async def story(self, viewer: Viewer, bot: str, name: str) -> str:
        """A story's text; only those beside the file have names."""
        file = self._file(viewer, bot)
        found = next((story for story in _stories(file) if story.stem == name), None) if file else None
        try:
            return found.read_text(encoding="utf-8") if found and found.stat().st_size <= LARGEST_STORY else ""
        except (OSError, UnicodeDecodeError):
            return ""

    async def play(self, viewer: Viewer, bot: str, story: str) -> Played | None:
        """Play a story, unless another one is being played."""
        file = self._file(viewer, bot)
        if file is None:
            return None
        if hindrance := self._hindrance(viewer, file):
            return Played(story, False, hindrance)
        if self._stage.locked():
            return self._refused(viewer, story, "dash-simulate-busy")
        async with self._stage:
            with tempfile.TemporaryDirectory(prefix="assent-story-") as folder:
                return await self._play(viewer, bot, story, file, Path(folder))

    async def _play(self, viewer: Viewer, bot: str, story: str, file: Path, folder: Path) -> Played:
        script, config = folder / "story.txt", folder / FILE_NAME
        script.write_text("\n".join(story.splitlines()), encoding="utf-8", errors="replace")
        try:
            lines = read_story(script)
        except StoryRefused as refused:
            return self._refused(viewer, story, "dash-simulate-refused", why=_short(str(refused), folder))
        if len(lines) > MOST_LINES or any(len(line.source) > LONGEST_LINE for line in lines):
            return self._refused(viewer, story, "dash-simulate-too-long")
        # Tools are really called: who had that done is on record, as any other call is.
        account, now = self._readers.actor(viewer).account, self._readers.clock.now()
        await self._store.audit(AuditEntry("workflow.simulated", bot, account, now, {"story": short_digest(story)}))
        config.touch(mode=0o600)
        config.write_text(rehearsal(self._settings.given, bot, file), encoding="utf-8")
        told = await self._told([str(file), "--script", str(script), "--config", str(config), "--json"])
        return played(story, lines, told, lambda name, **args: self._readers.text(viewer, name, **args))

    async def _told(self, arguments: Sequence[str]) -> Told:
        """What the play says, as long as it may."""
        environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "simulate", *arguments,
            cwd=CHECKOUT, env=environ, stdin=asyncio.subprocess.DEVNULL, stdout=PIPE, stderr=PIPE,
            start_new_session=True,
        )  # fmt: skip
        assert process.stdout and process.stderr
        said, trouble = bytearray(), bytearray()
        reading = asyncio.gather(_read(process.stdout, said), _read(process.stderr, trouble))
        in_time = True
        try:
            await asyncio.wait_for(reading, SECONDS)
        except TimeoutError:
            in_time = False
        finally:
            await asyncio.shield(_end(process))
        return Told(list(_objects(said)), trouble.decode(errors="replace")[-LONGEST_LINE:], in_time)

    def _hindrance(self, viewer: Viewer, file: Path) -> str:
        """Why no story is played against a file, in words, or ""."""
        if remote := remote_servers(self._settings.given):
            return self._readers.text(viewer, "dash-simulate-remote", servers=", ".join(remote))
        if tools := changing_tools(self._settings, file):
            return self._readers.text(viewer, "dash-simulate-changing", tools=", ".join(tools))
        return ""

    def _refused(self, viewer: Viewer, story: str, message_id: str, **args: str) -> Played:
        return Played(story, False, self._readers.text(viewer, message_id, **args))

    def _file(self, viewer: Viewer, bot: str) -> Path | None:
        configured = self._settings.bots.get(bot)
        may = self._desk.is_operator(self._readers.actor(viewer))
        return configured.workflow if configured and may else None


async def _read(stream: asyncio.StreamReader, into: bytearray) -> None:
    """Read to the end, or until it is enough."""
    while len(into) < MOST_BYTES and (part := await stream.read(65536)):
        into += part


async def _end(process: Process) -> None:
    """End a process with all that it has started: first as a key press would, so that it can clean up."""
    with suppress(ProcessLookupError):
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
    with suppress(TimeoutError):
        await asyncio.wait_for(process.communicate(), SECONDS_TO_END)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def _objects(said: bytearray) -> Iterator[Mapping[str, Any]]:
    for line in said.split(b"\n"):
        with suppress(ValueError):
            told = json.loads(line)
            if isinstance(told, dict):
                yield told


def _stories(file: Path) -> Sequence[Path]:
    folder = file.parent / "stories"
    return sorted(folder.glob("*.txt"))[:MOST_STORIES] if folder.is_dir() else []


def _short(text: str, folder: Path) -> str:
    return text.replace(f"{folder}{os.sep}", "")
