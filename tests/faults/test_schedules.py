"""Random workflows under random people and deaths, held against a model that shares no code with the engine."""

import asyncio
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
from tests.faults.parts import amount
from tests.faults.schedule import World
from tests.faults.small_world import InlineDatabase, small_loop
from tests.faults.trial import FULL, SEED, Record

SCHEDULES = amount("schedules")
ITEMS = 8
"""Tests that share the schedules, so that several processes of pytest have an equal share."""
PER_DATABASE = 100

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


@pytest.mark.parametrize("item", range(min(ITEMS, SCHEDULES)))
def test_whatever_happens_the_model_agrees(item: int, tmp_path: Path, people: People, record_property: Record) -> None:
    locales, seen, began = Locales("en"), Counter[str](), time.monotonic()
    like = tmp_path / "like.db"
    asyncio.run(migrate(like))
    seeds = range(SEED + item, SEED + SCHEDULES, ITEMS)
    try:
        for first in range(0, len(seeds), PER_DATABASE):
            with closing(InlineDatabase(like)) as database, asyncio.Runner(loop_factory=small_loop) as runner:
                for seed in seeds[first : first + PER_DATABASE]:
                    with replayed_by(seed):
                        seen.update(note(runner.run(play(seed, database, people, locales))))
                runner.run(verify(database))  # type: ignore[arg-type]
    finally:
        record_property("reached", seen["schedules"])
    print(f"seeds {seeds[0]} to {seeds[-1]} in {time.monotonic() - began:.0f} s: {dict(seen)}")


@contextmanager
def replayed_by(seed: int) -> Iterator[None]:
    """Whatever is wrong with a schedule is told with the way to see it again."""
    try:
        yield
    except Exception as error:
        raise AssertionError(f"SEED={seed} SCHEDULES=1: {type(error).__name__}: {error}") from error


def note(world: World) -> dict[str, int]:
    """What a schedule had in it."""
    return {
        "schedules": 1,
        "deaths": world.fate.deaths,
        "runs": len(world.runs("'done', 'cancelled'")),
        "taps": len(world.told.taps),
        "calls with effects": len(world.tools.done),
        "nodes": len(world.document["nodes"]),
        "stale": world.told.stale,
    }
