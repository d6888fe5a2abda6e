"""What a customer's words mean where buttons of ours were offered: the button's own text, or a word for it."""

from bot.i18n import Locales

WISHES = ("resend", "change", "cancel")


class Wishes:
    """`engine.ports.Phrases`: in the reader's language, in the default one, and by their names."""

    def __init__(self, locales: Locales) -> None:
        self._locales = locales

    def wish(self, text: str, locale: str) -> str:
        """The wish that a reply is; "" for any other text."""
        said = text.strip().casefold().strip(".!").removeprefix("/")
        for wish in WISHES:
            if said == wish or any(said in self._words(tag, wish) for tag in (locale, self._locales.default)):
                return wish
        return ""

    def _words(self, locale: str, wish: str) -> set[str]:
        words = self._locales.text(locale, f"wish-words-{wish}").casefold().split()
        return {self._locales.text(locale, f"wish-{wish}").casefold(), *words}
