"""A workflow that one process loads again is taken up by the others on its database, and by none that starts later."""

import json
from collections.abc import AsyncIterator
from copy import deepcopy
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.settings import Settings, load_settings
from bot.tools import McpTools
from bot.workflows import Workflows, load_workflows
from engine.ids import BotId
from storage.opening import Storage, opened
from tests.fakes.house import configured, workflow

BOT = BotId("refunds")
OLD = workflow({"hi": {"type": "send_message", "message": "Hello."}}, ["t hi"])
NEW = workflow({"hi": {"type": "send_message", "message": "Good day."}}, ["t hi"])


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(configured(tmp_path, {"refunds": OLD}), {})


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    async with opened(f"sqlite://{tmp_path / 'assent.db'}", SystemClock(), timedelta(seconds=30)) as made:
        yield made


async def process(settings: Settings, storage: Storage) -> Workflows:
    """One process that has started."""
    tools = McpTools(settings.servers())
    made = Workflows(settings, tools, storage.store, storage.notes, load_workflows(settings, tools))
    await made.begin()
    return made


async def test_the_other_processes_follow(settings: Settings, storage: Storage, tmp_path: Path) -> None:
    one, other = await process(settings, storage), await process(settings, storage)
    file = tmp_path / "refunds.json"
    file.write_text(json.dumps(NEW))
    found = one.examine(BOT).workflow
    assert found is not None
    await one.reload(BOT, found, "token")
    await one.follow()
    assert one.current[BOT].hash == found.hash != other.current[BOT].hash
    file.write_text("{}")  # what counts is what was loaded, not the file of the other machine
    await other.follow()
    assert other.current[BOT].hash == found.hash
    file.write_text(json.dumps(OLD))
    later = await process(settings, storage)
    await later.follow()
    assert later.current[BOT].hash != found.hash, "whoever starts begins with the file as it is then"


async def test_every_reload_is_followed(settings: Settings, storage: Storage, tmp_path: Path) -> None:
    one, other = await process(settings, storage), await process(settings, storage)
    for number in range(3):
        changed = deepcopy(NEW)
        changed["nodes"][1]["data"]["message"] = f"Good day {number}."
        (tmp_path / "refunds.json").write_text(json.dumps(changed))
        found = one.examine(BOT).workflow
        assert found is not None
        await one.reload(BOT, found, f"token{number}")
        await other.follow()
        assert other.current[BOT].hash == found.hash
