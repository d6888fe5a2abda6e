"""The stories of the refund example come true by mail: cards are mails, and what is tapped is a link with its form."""

from pathlib import Path

import pytest

from bot.demo import in_folder
from bot.player import Player
from bot.story import read_story
from tests.fakes.ports import free_port
from tests.fakes.resend_api import resend_fake
from tests.flow.mail.stage import MailStage

EXAMPLE = Path(__file__).parents[3] / "examples" / "refund"
STORIES = [EXAMPLE / "stories" / f"{name}.txt" for name in ("approve", "reject", "unknown-order")]
"""Those with a card; kills are `tests/faults/test_mail_kills.py`."""


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
async def test_a_story_comes_true_by_mail(story: Path, tmp_path: Path) -> None:
    async with resend_fake() as fake:
        stage = MailStage(EXAMPLE / "assent.toml", in_folder(tmp_path), fake, free_port())
        try:
            await stage.start()
            await Player(stage, tmp_path / "ledger.db", lambda line: None).play(read_story(story))
        finally:
            await stage.close()
        assert len({email.key for email in fake.emails}) == len(fake.emails)
