"""A house with a fake Discord per test."""

import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.process import running
from bot.settings import load_settings
from bot.tools import McpTools
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.fake import DiscordFake, discord_fake
from tests.flow.discord_house import CONFIG, DiscordHouse
from tests.flow.house import PortT, Workbench
from tests.flow.telegram_house import DIRECT
from tests.flow.troubles import troubles

Open = Callable[..., Awaitable[DiscordHouse]]


@pytest.fixture
async def clock() -> SystemClock:
    """The clock of the application and of the fake Discord; a test may move it."""
    return SystemClock()


@pytest.fixture
async def fake(clock: SystemClock) -> AsyncIterator[DiscordFake]:
    """A fake Discord; what breaks its contract fails the test."""
    async with discord_fake(lambda: clock.now().timestamp()) as server:
        yield server


@pytest.fixture
async def open_discord(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    caplog: pytest.LogCaptureFixture,
    fake: DiscordFake,
    clock: SystemClock,
) -> AsyncIterator[Open]:
    """Opens the application beside a server of Ana, Ben and Otto, who is nobody; `post` are the team's places."""
    caplog.set_level(logging.INFO)
    # The library tells of each lost connection with a traceback; the product's logging keeps that to itself.
    logging.getLogger("discord.client").setLevel(logging.CRITICAL)
    ana, ben, otto = fake.user(1001, "Ana"), fake.user(1002, "Ben"), fake.user(1009, "Otto")
    chris, olga = fake.user(2001, "Chris"), fake.user(1003, "Olga")
    guild = fake.guild("Office", ana, ben, otto, chris, olga)
    desk = fake.channel(guild, "review")
    lives: list[AsyncExitStack] = []
    async with AsyncExitStack() as stack:

        async def open(
            workflow: Any = DIRECT, *, place: Channel | None = None, post: str = "", discord: str = "", bot: str = "",
            top: str = "", team: str = "", members: str = '"ana", "ben"', ready: bool = True,
        ) -> DiscordHouse:  # fmt: skip
            review = place or desk
            config = CONFIG.format(
                token=fake.token, address=fake.address, discord=discord, bot=bot, top=top, members=members,
                post=post or f'"discord:{review.id}"',
            )  # fmt: skip
            config = config.replace("[teams.finance]\n", f"[teams.finance]\n{team}\n")
            text = workflow if isinstance(workflow, str) else json.dumps(workflow)
            (tmp_path / "workflow.json").write_text(text, encoding="utf-8")
            (tmp_path / "assent.toml").write_text(config, encoding="utf-8")
            benches: list[Workbench] = []

            def wrap(port: PortT) -> PortT:
                if not isinstance(port, McpTools):
                    return port
                benches.append(Workbench(port))
                return benches[0]  # type: ignore[return-value]

            settings = load_settings(tmp_path / "assent.toml", {})
            for earlier in lives:
                await earlier.aclose()  # opened once more it is a restart
            lives.append(life := await stack.enter_async_context(AsyncExitStack()))
            app = await life.enter_async_context(running(settings, clock, wrap=wrap))
            if ready:
                await fake.ready()
            return DiscordHouse(app, tmp_path, benches[0], life, clock, fake, guild, review, ana, ben, otto, chris)

        yield open
    assert troubles(caplog, request) == []


@pytest.fixture
async def house(open_discord: Open) -> DiscordHouse:
    """The application on a workflow that leads straight to a handoff."""
    return await open_discord()
