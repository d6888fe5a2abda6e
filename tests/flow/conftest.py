"""A house per test: the application composed as in production, its tools replaced by answers of the test."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp
import pytest

from bot.process import running
from bot.settings import load_settings
from bot.tools import McpTools
from tests.flow.house import CONFIG, House, PortT, QuickClock, Workbench
from tests.flow.troubles import troubles
from tests.unit.workflows import SEED

OpenHouse = Callable[..., Awaitable[House]]


@pytest.fixture
async def open_house(
    tmp_path: Path, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[OpenHouse]:
    """Opens the application on a workflow; nothing that it logs may be an error, unless the test takes that out."""
    caplog.set_level(logging.INFO)
    async with AsyncExitStack() as stack:

        async def open(workflow: str = SEED, config: str = CONFIG, real_tools: bool = False) -> House:
            (tmp_path / "workflow.json").write_text(workflow, encoding="utf-8")
            (tmp_path / "assent.toml").write_text(config, encoding="utf-8")
            benches: list[Workbench] = []

            def wrap(port: PortT) -> PortT:
                if not isinstance(port, McpTools):
                    return port
                benches.append(Workbench(port))
                return port if real_tools else benches[0]  # type: ignore[return-value]

            settings = load_settings(tmp_path / "assent.toml", {})
            app = await stack.enter_async_context(running(settings, QuickClock(), wrap=wrap))
            http = await stack.enter_async_context(aiohttp.ClientSession())
            return House(app, tmp_path, http, benches[0])

        yield open
    assert troubles(caplog, request) == []


@pytest.fixture
async def house(open_house: OpenHouse) -> House:
    """The application on the seed's refund workflow."""
    return await open_house()
