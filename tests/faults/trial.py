"""One story under one fate: played over deaths, then looked at."""

import asyncio
import os
import random
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from bot.settings import EXAMPLE
from bot.settings_sections import CHECKOUT
from bot.story import StoryLine, read_story
from tests.faults.ground import ON_SQLITE, Ground
from tests.faults.look import Look
from tests.faults.mortal import MortalStage, Witness, patient
from tests.faults.points import CLAIMS, MERGED, Point, read_point

SEED = int(os.environ.get("SEED", "20261122"))
FULL = os.environ.get("FULL", "") not in ("", "0")
"""Everything of what has an end, and time for it."""
SHARE = os.environ.get("SHARE", "")
"""Only a share of what would be played: `3/20` is the fourth of twenty."""
ONLY = os.environ.get("CRASH_POINT", "")
"""A point such as `commit_step#2.before`, or `1:commit_step#2.before` in the life after one restart."""
REST_WITHIN = 20.0
CUSTOMER, REVIEWERS = "play:chris", "play:review"
Record = Callable[[str, object], None]
"""pytest's `record_property`: under "reached" a test says how many it really had."""
ThingT = TypeVar("ThingT")
_ID = re.compile(r"(?<![a-z0-9])[a-z0-9]{6}(?= ·|:|\. The bot is silent)", re.MULTILINE)
"""How a request is named in a line about it: by chance, so that no two runs say the same."""


@dataclass(frozen=True, slots=True)
class Where:
    """A point in one of the lives that a story has by itself."""

    life: int
    point: Point

    def __str__(self) -> str:
        return f"{self.life}:{self.point}" if self.life else str(self.point)

    @property
    def fates(self) -> list[tuple[Point, ...]]:
        """Every life lasts but this one."""
        return [*((),) * self.life, (self.point,)]


@dataclass(slots=True)
class Trial:
    """What a story left behind: `facts` is what must be the same however often the process died."""

    facts: dict[str, Any]
    wheres: list[Where]
    deaths: int
    pauses: list[float] = field(default_factory=list)


def story(name: str) -> list[StoryLine]:
    """A story of the example, or one of ours, as somebody plays it who repeats what was not answered."""
    folders = (CHECKOUT / "examples" / "refund" / "stories", Path(__file__).parent / "stories")
    [file] = [folder / f"{name}.txt" for folder in folders if (folder / f"{name}.txt").exists()]
    return patient(read_story(file))


async def attempt(
    lines: Sequence[StoryLine],
    fates: Sequence[Sequence[Point]] = (),
    *,
    config: Path = EXAMPLE,
    real_tools: bool = False,
    ground: Ground = ON_SQLITE,
) -> Trial:
    """Play a story in a new folder and a new database, wait until everything is at rest, and look."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="assent-faults-")))
        site = await stack.enter_async_context(ground.site(folder))
        stage = MortalStage(folder, config, fates, real_tools=real_tools, environ=site.environ)
        try:
            await stage.start()
            witness = Witness(stage)
            await witness.play(lines)
            look = Look(folder, site)
            await rest(stage, look)
            lives = stage.passed()
            wheres = [Where(life, point) for life, points in enumerate(lives) for point in dict.fromkeys(points)]
            return Trial(await facts_of(look), wheres, stage.deaths, witness.pauses)
        finally:
            await stage.close()


async def rest(stage: MortalStage, look: Look) -> None:
    """Wait until nobody has anything left to do; whoever dies meanwhile is started again."""
    for _ in range(int(REST_WITHIN / 0.05)):
        await stage.state()
        if not await look.unfinished():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"not at rest after {REST_WITHIN:.0f} s: {await look.unfinished()}")


async def facts_of(look: Look) -> dict[str, Any]:
    """What a customer, a reviewer and the shop can tell, and how many rows there are of what must not be doubled."""
    counted = ("conversation", "inbox", "message", "run", "handoff", "decision", "tool_intent", "challenge")
    return {
        "refunds": look.refunds(),
        "said to the customer": await look.texts(CUSTOMER),
        "said to the reviewers": [_ID.sub("ID", text) for text in await look.texts(REVIEWERS)],
        "said in rooms": [_ID.sub("ID", text) for text in await look.texts_in_rooms(REVIEWERS)],
        "mails": await look.count("board", "kind = 'mail'"),
        "cards": [(card["state"], card["reason"]) for card in await look.cards()],
        "runs": await look.rows("SELECT status FROM run ORDER BY started_at"),
        "calls": await look.rows("SELECT tool, state FROM tool_intent ORDER BY at"),
        "given up": await look.count("effect", "state = 'dead'") + await look.count("inbox", "state = 'poison'"),
        **{table: await look.count(table) for table in counted},
    }


def chosen(wheres: Sequence[Where], most: int | None, seed: int = SEED) -> list[Where]:
    """All of them, or so many by the seed; or the only one that the environment names."""
    if ONLY:
        life, _, point = ONLY.rpartition(":")
        return [Where(int(life or 0), read_point(point))]
    if most is None or most >= len(wheres):
        return in_share(wheres)
    picked = random.Random(seed).sample(range(len(wheres)), most)
    return in_share(wheres[number] for number in sorted(picked))


def in_share(things: Iterable[ThingT]) -> list[ThingT]:
    """Those whose names fall into this process's share; whatever else there is, each is in the same share always."""
    if not SHARE:
        return list(things)
    number, of = map(int, SHARE.split("/"))
    return [thing for thing in things if crc32(str(thing).encode()) % of == number]


def may_be_missed(where: Where) -> bool:
    """How effects fall into claims, which edits meet, and how far a story's own kill lets a life come, is timing."""
    return where.life > 0 or where.point.name in CLAIMS | MERGED
