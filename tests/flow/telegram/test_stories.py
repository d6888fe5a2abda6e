"""The stories of the refund example come true on Telegram, by polling and by webhook, over kills."""

import socket
from pathlib import Path

import pytest

from bot.demo import in_folder
from bot.player import Player
from bot.story import read_story
from tests.fakes.telegram.fake import telegram_fake
from tests.flow.telegram.stage import TelegramStage

pytestmark = pytest.mark.timeout(300)
"""A story starts processes again and again, each of which takes its time on a busy machine."""

EXAMPLE = Path(__file__).parents[3] / "examples" / "refund"
STORIES = sorted((EXAMPLE / "stories").glob("*.txt"))
SECRET = "a-secret-of-the-webhook"


def _webhook() -> dict[str, str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return {
        "ASSENT_TELEGRAM__MODE": "webhook",
        "ASSENT_TELEGRAM__WEBHOOK_SECRET": SECRET,
        "ASSENT_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "ASSENT_WEB__PORT": str(port),
    }


BY_WEBHOOK = ("approve",)
"""What comes by webhook differs from what is polled for in how it comes only."""


@pytest.mark.parametrize(
    ("story", "mode"),
    [
        pytest.param(story, mode, id=f"{story.stem}-{mode}")
        for story in STORIES
        for mode in ("polling", "webhook")
        if mode == "polling" or story.stem in BY_WEBHOOK
    ],
)
async def test_a_story_comes_true_on_telegram(story: Path, mode: str, tmp_path: Path) -> None:
    environ = dict(in_folder(tmp_path))
    async with telegram_fake() as fake:
        stage = TelegramStage(EXAMPLE / "assent.toml", environ, fake, **(_webhook() if mode == "webhook" else {}))
        try:
            await stage.start()
            await Player(stage, tmp_path / "ledger.db", lambda line: None).play(read_story(story))
        finally:
            await stage.close()
        assert {call.method for call in fake.calls} & {"getUpdates"} == (set() if mode == "webhook" else {"getUpdates"})
