"""A handoff as a reader sees it now: what the outbox posts and edits, and what a tap asks to be shown."""

from collections.abc import Callable, Sequence

from bot.cards import MOST_LINES, Cards
from bot.transcripts import Transcript
from channels.views import CardView, Document
from engine.handoff import Handoff
from engine.ids import HandoffId
from engine.ports import Clock
from engine.step import Said
from engine.store import Case, Store

WHOLE = 10_000
"""How many lines of a conversation its file holds; the newest."""


class Showing:
    """Draws cards from the store, in the language of the places where cards are."""

    def __init__(
        self,
        store: Store,
        cards: Cards,
        clock: Clock,
        place_locale: str,
        reader_locale: Callable[[str], str] = lambda place: "",
    ) -> None:
        """`reader_locale` is the language of the one person who reads at a place, "" where several do."""
        self._store = store
        self._cards = cards
        self._clock = clock
        self.locale = place_locale
        self._place_locale = reader_locale

    async def card(self, handoff: HandoffId, place: str) -> CardView:
        """The card as it stands, for that place."""
        return await self.view(await self._store.case(handoff), place, self._place_locale(place))

    async def view(self, case: Case, place: str, locale: str = "") -> CardView:
        """The card of a case that was just read; for one reader in their language, else in that of places."""
        locale = locale or self.locale
        transcript = await self._store.transcript(case.conversation.id, MOST_LINES)
        now = self._clock.now()
        view = self._cards.view(case.handoff, transcript, locale, now)
        if not case.handoff.state.is_open:
            return view
        if case.run.held:
            return self._cards.held(view, locale)
        missed = await self._store.missed(place.partition(":")[0])
        return self._cards.after_silence(view, missed, locale, now) if missed else view

    async def masked(self, handoff: HandoffId, text: str) -> str:
        """A text about a request, without what its card hides."""
        return self._cards.masked((await self._store.case(handoff)).handoff, text, self.locale)

    async def card_after_failure(self, handoff: HandoffId, place: str, who: str) -> CardView:
        """The card with a word about a tap of somebody that did not count."""
        view = await self.card(handoff, place)
        return self._cards.after_failure(view, who, self.locale, self._clock.now()) if view.buttons else view

    def secrets(self, handoff: Handoff, locale: str = "") -> list[str]:
        """What the card masks, a line each."""
        return self._cards.secrets(handoff, locale or self.locale, self._clock.now())

    def locale_at(self, place: str) -> str:
        """The language at a place: that of its one reader, or that of places."""
        return self._place_locale(place) or self.locale

    def files_caption(self, handoff: HandoffId, place: str) -> str:
        """What stands under a customer's files."""
        return self._cards.files_caption(handoff, self.locale_at(place))

    async def talk(self, handoff: Handoff) -> Document:
        """The whole conversation, as a file."""
        return self._cards.talk(handoff, await self.said(handoff), self.locale, self._clock.now())

    async def said(self, handoff: Handoff) -> Sequence[Said]:
        """All that was said in a request's conversation, oldest first."""
        return await self._store.transcript(handoff.conversation, WHOLE)

    def transcript(self, handoff: Handoff, locale: str) -> Transcript:
        """What words that for one reader."""
        return self._cards.transcript(handoff, locale, self._clock.now())
