"""The words of one reader: what a card and everything about it is worded with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.file_names import clean
from bot.i18n import Locales
from channels.views import CardView
from engine.effects import Literal, Words
from engine.step import Said

SHORT_ID = 6
"""How much of a handoff's id people read."""


def erased(view: CardView, text: "Texts") -> CardView:
    """A card whose customer is forgotten: what became of it is left, and nothing of what it was about."""
    return replace(view, reason=text("card-erased"), facts=(), calls=(), calls_note="", transcript=(), more=())


class Texts:
    """Our words for one reader."""

    def __init__(self, locales: Locales, locale: str, now: datetime) -> None:
        self._locales = locales
        self._locale = locale
        self.now = now

    def __call__(self, message_id: str, **args: Any) -> str:
        return self._locales.text(self._locale, message_id, **args)

    def duration(self, span: timedelta) -> str:
        return self._locales.duration(self._locale, span)

    def moment(self, at: datetime) -> str:
        return self._locales.moment(self._locale, at, self.now)

    def who(self, said: Said) -> str:
        """Who said a line: a person by their name, the others by what they are."""
        if said.author == "person":
            return said.name
        return self(f"card-who-{'customer' if said.author == 'customer' else 'bot'}")

    def said(self, said: Said) -> str:
        """A line's words, with a mark for each file that came with it."""
        return "\n".join([part for part in (self.words(said.words), *map(self.file, said.files)) if part])

    def file(self, file: Mapping[str, Any]) -> str:
        """A file by name and size, and why it was refused if it was."""
        size = int(file.get("size") or 0)
        return self(
            "card-file",
            kind=str(file.get("kind", "")),
            name=clean(str(file.get("name", ""))),
            size=self._locales.size(self._locale, size) if size else "",
            refused=str(file.get("refused", "")),
        )

    def words(self, words: Words) -> str:
        return words.text if isinstance(words, Literal) else self(words.id, **words.args)
