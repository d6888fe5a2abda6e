"""The words of the playground's page."""

import re
from pathlib import Path

import pytest

from channels.web.words import WORDS

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "channels" / "web" / "static"


@pytest.mark.parametrize("file", sorted((ROOT / "locales").glob("*.ftl")), ids=lambda file: file.stem)
def test_every_language_has_every_word(file: Path) -> None:
    assert set(WORDS) - set(re.findall(r"^(play-[a-z-]+) =", file.read_text(encoding="utf-8"), re.MULTILINE)) == set()


def test_the_page_uses_only_words_that_there_are() -> None:
    texts = [path.read_text(encoding="utf-8") for path in STATIC.iterdir()]
    used = {word for text in texts for word in re.findall(r"[\"'{](play-[a-z-]+)[\"'}]", text)}
    assert used - set(WORDS) == set()
