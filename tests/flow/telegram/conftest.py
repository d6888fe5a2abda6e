"""A house with a fake Telegram per test."""

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
from channels.telegram import pacing
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.flow.house import PortT, Workbench
from tests.flow.telegram_house import CONFIG, DIRECT, TelegramHouse
from tests.flow.troubles import troubles

Open = Callable[..., Awaitable[TelegramHouse]]


@pytest.fixture
async def clock() -> SystemClock:
    """The clock of the application and of the fake Telegram; a test may move it."""
    return SystemClock()


@pytest.fixture
async def fake(clock: SystemClock) -> AsyncIterator[TelegramFake]:
    """A fake Telegram; what breaks its contract fails the test."""
    async with telegram_fake(lambda: clock.now().timestamp()) as server:
        yield server


@pytest.fixture(autouse=True)
def pace(monkeypatch: pytest.MonkeyPatch, fake: TelegramFake) -> None:
    """Chats are written to at once, and the fake minds no flood; what is about that has a `pace` of its own."""
    fake.limits.floods = False
    monkeypatch.setattr(pacing, "IN_A_CHAT", 0.05)
    monkeypatch.setattr(pacing, "IN_A_GROUP", 0.05)


@pytest.fixture
async def open_telegram(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    caplog: pytest.LogCaptureFixture,
    fake: TelegramFake,
    clock: SystemClock,
) -> AsyncIterator[Open]:
    """Opens the application beside a review group of Ana and Ben, and of Otto, who is nobody; `post` are its places."""
    caplog.set_level(logging.INFO)
    ana, ben, otto = fake.user(1001, "Ana"), fake.user(1002, "Ben"), fake.user(1009, "Otto")
    lives: list[AsyncExitStack] = []
    groups: list[Chat] = []
    async with AsyncExitStack() as stack:

        async def open(
            workflow: Any = DIRECT, *, group: Chat | None = None, post: str = "", telegram: str = "", bot: str = "",
            top: str = "", team: str = "",
        ) -> TelegramHouse:  # fmt: skip
            groups[:] = [group] if group else groups or [fake.supergroup("Review", ana, ben, otto)]
            [review] = groups
            config = CONFIG.format(
                token=fake.token, address=fake.address, telegram=telegram, bot=bot, top=top,
                post=post or f'"telegram:{review.id}"',
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
            people = (ana, ben, otto, fake.user(2001, "Chris"))
            return TelegramHouse(app, tmp_path, benches[0], life, clock, fake, review, *people)

        yield open
    assert troubles(caplog, request) == []


@pytest.fixture
async def telegram(open_telegram: Open) -> TelegramHouse:
    """The application on a workflow that leads straight to a handoff."""
    return await open_telegram()
