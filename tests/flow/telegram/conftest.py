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
from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.flow.house import PortT, Workbench
from tests.flow.telegram_house import CONFIG, DIRECT, TelegramHouse

Open = Callable[..., Awaitable[TelegramHouse]]


@pytest.fixture
async def open_telegram(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Open]:
    """Opens the application beside a fake Telegram with a review group of Ana and Ben, and of Otto, who is nobody."""
    caplog.set_level(logging.INFO)
    async with AsyncExitStack() as stack:
        clock = SystemClock()
        fakes: list[TelegramFake] = []
        life = await stack.enter_async_context(AsyncExitStack())

        async def open(
            workflow: Any = DIRECT,
            *,
            telegram: str = "",
            bot: str = "",
            top: str = "",
            post: str = "",
            forum: bool = False,
        ) -> TelegramHouse:
            if not fakes:
                fakes.append(await stack.enter_async_context(telegram_fake(lambda: clock.now().timestamp())))
            [fake] = fakes
            ana, ben, otto = (fake.user(1001, "Ana"), fake.user(1002, "Ben"), fake.user(1009, "Otto"))
            chats = [chat for chat in fake.world.chats.values() if chat.title == "Review"]
            group = chats[0] if chats else fake.supergroup("Review", ana, ben, otto, is_forum=forum)
            config = CONFIG.format(
                token=fake.token, address=fake.address, telegram=telegram, bot=bot, top=top,
                post=post.format(group=group.id) or f'"telegram:{group.id}"',
            )  # fmt: skip
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
            await life.aclose()  # opened once more it is a restart
            app = await life.enter_async_context(running(settings, clock, wrap=wrap))
            return TelegramHouse(
                app, clock, tmp_path, fake, benches[0], group, ana, ben, otto, fake.user(2001, "Chris")
            )

        yield open
    problems = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert problems == []


@pytest.fixture
async def telegram(open_telegram: Open) -> TelegramHouse:
    """The application on a workflow that leads straight to a handoff."""
    return await open_telegram()
