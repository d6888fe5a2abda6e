"""`assent demo`: the refund example with both sides of the chat on one page, or its story played by itself."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.player import LineFailed, Player
from bot.process import run
from bot.settings import EXAMPLE, load_settings
from bot.settings_sections import CHECKOUT
from bot.stage import StageFailed, stage
from bot.story import StoryRefused, read_story
from bot.telling import InWords, Teller
from examples.refund.ledger import PATH_VARIABLE

NO = 1
STORY = CHECKOUT / "examples" / "refund" / "stories" / "approve.txt"
WAIT = 60.0


def demo(port: int, host: str, fresh: bool, script: bool, folder: Path) -> int:
    """Serve the page until stopped, or play the story; answers the exit code."""
    if script:
        with tempfile.TemporaryDirectory(prefix="assent-demo-") as temporary:
            return asyncio.run(play(EXAMPLE, STORY, in_folder(Path(temporary)), Path(temporary) / "ledger.db", WAIT))
    if fresh:
        shutil.rmtree(folder, ignore_errors=True)
    environ = {**in_folder(folder), "ASSENT_WEB__PORT": str(port), "ASSENT_WEB__HOST": host}
    return run(load_settings(EXAMPLE, {**os.environ, **environ}))


def in_folder(folder: Path, servers: Iterable[str] = ("orders", "stripe")) -> Mapping[str, str]:
    """Settings that keep everything in one folder, also the ledger of these tool servers if they keep one."""
    folder.mkdir(parents=True, exist_ok=True)
    ledger = str((folder / "ledger.db").resolve())
    return {
        "ASSENT_DATABASE": f"sqlite://{(folder / 'assent.db').resolve()}",
        **{f"ASSENT_MCP__{variable_of(server)}__ENV__{PATH_VARIABLE}": ledger for server in servers},
    }


def variable_of(name: str) -> str:
    """A name of the configuration as it stands in a variable of the environment."""
    return name.upper().replace("-", "_")


async def play(
    config: Path,
    story: Path,
    environ: Mapping[str, str],
    ledger: Path,
    wait: float,
    bot: str = "",
    teller: Teller | None = None,
) -> int:
    """Play a story against a process of its own, each line told as it was seen; answers the exit code."""
    teller = teller or InWords()
    try:
        lines = read_story(story)
        async with stage(config, environ, bot) as here:
            await Player(here, ledger, teller.seen, wait).play(lines)
    except LineFailed as failed:
        teller.failed(str(failed), failed.seen, failed.line.number)
        return NO
    except (StoryRefused, StageFailed) as error:
        teller.refused(str(error))
        return NO
    return 0
