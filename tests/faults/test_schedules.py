"""Random workflows under random people and deaths, held against a model that shares no code with the engine."""

import asyncio
import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.i18n import Locales
from bot.people import People
from bot.settings import load_settings
from storage.db import migrate
from storage.verify import verify
from tests.fakes.house import configured
from tests.faults import model
from tests.faults.schedule import World
from tests.faults.small_world import InlineDatabase
from tests.faults.trial import FULL, SEED

SCHEDULES = int(os.environ.get("SCHEDULES", "1000000" if FULL else "3000"))
PARTS = 2
PER_DATABASE = 2000

pytestmark = pytest.mark.timeout(24 * 3600 if FULL else 400)


@pytest.fixture
def people(tmp_path: Path) -> People:
    file = configured(tmp_path, {"refunds": {}})
    text = file.read_text().replace("admin = true", "").replace('["ana"]', '["ana", "ben"]')
    file.write_text(text + '[people.ben]\nplay = "ben"\n[people.olga]\nplay = "olga"\nadmin = true\n')
    return People(load_settings(file, {}))


async def play(seed: int, database: InlineDatabase, people: People, locales: Locales) -> World:
    world = World(seed, database, people, locales)
    await world.play()
    model.check(world)
    await world.finish()
    assert not world.runs("'active', 'waiting', 'stopped'"), "a run did not end though everybody answered"
    model.check(world)
    model.check_told(world)
    return world


@contextmanager
def fresh(folder: Path, number: int) -> Iterator[InlineDatabase]:
    """A database of this release's tables, for some thousands of schedules."""
    file = folder / f"{number}.db"
    asyncio.run(migrate(file))
    with closing(InlineDatabase(file)) as database:
        yield database


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_happens_the_model_agrees(part: int, tmp_path: Path, people: People) -> None:
    locales, seen, began = Locales("en"), Counter[str](), time.monotonic()
    seeds = range(SEED + part, SEED + SCHEDULES, PARTS)
    for first in range(0, len(seeds), PER_DATABASE):
        with fresh(tmp_path, first) as database:
            for seed in seeds[first : first + PER_DATABASE]:
                try:
                    world = asyncio.run(asyncio.wait_for(play(seed, database, people, locales), 60))
                except Exception as error:
                    again = f"SEED={seed} SCHEDULES=1"
                    raise AssertionError(f"{again}: {type(error).__name__}: {error}") from error
                seen.update(note(world))
            asyncio.run(verify(database))  # type: ignore[arg-type]
        (tmp_path / f"{first}.db").unlink()
    print(f"seeds {seeds[0]} to {seeds[-1]}, {len(seeds)} schedules in {time.monotonic() - began:.0f} s: {dict(seen)}")


def note(world: World) -> dict[str, int]:
    """What a schedule had in it."""
    return {
        "deaths": world.fate.deaths,
        "runs": len(world.runs("'done', 'cancelled'")),
        "taps": len(world.told.taps),
        "calls with effects": len(world.tools.done),
        "nodes": len(world.document["nodes"]),
        "stale": world.told.stale,
    }
