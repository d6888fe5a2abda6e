"""The stories of the refund example come true on Discord, over kills."""

from pathlib import Path

import pytest

from bot.demo import in_folder
from bot.player import Player
from bot.story import StoryLine, read_story
from tests.fakes.discord.fake import discord_fake
from tests.flow.discord.stage import DiscordStage

pytestmark = pytest.mark.timeout(300)
"""A story starts processes again and again, each of which takes its time on a busy machine."""

EXAMPLE = Path(__file__).parents[3] / "examples" / "refund"
STORIES = sorted((EXAMPLE / "stories").glob("*.txt"))


IN_A_FORM = "ana sees card: *Ana*reason*"
"""On Discord the reason is asked for by a form, which nobody but Ana sees: the card waits as it was."""


def lines(story: Path) -> list[StoryLine]:
    """A story's lines, without the one that a form has instead."""
    return [line for line in read_story(story) if line.source != IN_A_FORM]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
async def test_a_story_comes_true_on_discord(story: Path, tmp_path: Path) -> None:
    async with discord_fake() as fake:
        stage = DiscordStage(EXAMPLE / "assent.toml", dict(in_folder(tmp_path)), fake)
        try:
            await stage.start()
            await Player(stage, tmp_path / "ledger.db", lambda line: None).play(lines(story))
        finally:
            await stage.close()
        assert fake.gateway.received
