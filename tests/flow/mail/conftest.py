"""A house with a fake Resend per test."""

import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.process import running
from bot.settings import load_settings
from bot.tools import McpTools
from tests.fakes.ports import free_port
from tests.fakes.resend_api import ResendFake, resend_fake
from tests.flow.house import PortT, QuickClock, Workbench
from tests.flow.mail.house import CONFIG, DIRECT, MailHouse
from tests.flow.troubles import troubles

Open = Callable[..., Awaitable[MailHouse]]


@pytest.fixture
async def fake() -> AsyncIterator[ResendFake]:
    async with resend_fake() as server:
        yield server


@pytest.fixture
async def open_mail(
    tmp_path: Path, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture, fake: ResendFake
) -> AsyncIterator[Open]:
    """Opens the application; opened once more it is a restart. Nothing that it logs may be an error."""
    caplog.set_level(logging.INFO)
    lives: list[AsyncExitStack] = []
    port = free_port()
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(aiohttp.ClientSession())

        async def open(
            workflow: Any = DIRECT, *, post: str = '"email:members"', bot: str = "", config: str = CONFIG
        ) -> MailHouse:
            text = config.format(
                port=port, key=fake.api_key, address=fake.address, secret=fake.webhook_secret, post=post, bot=bot
            )
            (tmp_path / "workflow.json").write_text(workflow if isinstance(workflow, str) else json.dumps(workflow))
            (tmp_path / "assent.toml").write_text(text, encoding="utf-8")
            benches: list[Workbench] = []

            def wrap(port: PortT) -> PortT:
                if not isinstance(port, McpTools):
                    return port
                benches.append(Workbench(port))
                return benches[0]  # type: ignore[return-value]

            settings = load_settings(tmp_path / "assent.toml", {})
            for earlier in lives:
                await earlier.aclose()
            lives.append(life := await stack.enter_async_context(AsyncExitStack()))
            app = await life.enter_async_context(running(settings, QuickClock(), wrap=wrap))
            return MailHouse(app, tmp_path, http, benches[0], fake=fake, life=life)

        yield open
    assert troubles(caplog, request) == []


@pytest.fixture
async def mail(open_mail: Open) -> MailHouse:
    """The application on a workflow that leads straight to a handoff."""
    return await open_mail()
