"""The test card: it shows that cards arrive, that taps come back and that cards can be edited; it decides nothing."""

from bot.desk import Actor
from bot.i18n import Locales
from bot.people import People
from channels.tokens import CardToken, encode
from channels.views import Answer, Button, CardView
from engine.ports import Clock

SAMPLE = "test"
"""Stands where a card's buttons name their handoff; an id has 26 characters."""
WORKS, CLOSE = "works", "close"
_STATES = {"": "pending", WORKS: "confirmed", CLOSE: "cancelled"}


class Samples:
    """Draws test cards; all that one says comes from the configuration, so none needs to be remembered."""

    def __init__(self, people: People, locales: Locales, clock: Clock) -> None:
        self._people = people
        self._locales = locales
        self._clock = clock

    def card(self, place: str, locale: str) -> CardView:
        """A test card for a place that cards of a team go to."""
        return self._card(place, locale, self._text(locale, "sample-status"), "")

    def tapped(self, actor: Actor, action: str, locale: str) -> Answer:
        """What a tap on a test card answers; the card then says who tapped."""
        if action not in (WORKS, CLOSE):
            return Answer(self._text(actor.locale, "tap-unknown"), alert=True)
        at = self._locales.moment(locale, self._clock.now(), self._clock.now())
        who = self._people.name_of(actor.account, actor.name)
        status = self._text(locale, f"sample-status-{action}", by=who, at=at)
        card = self._card(actor.place, locale, status, action)
        if action == CLOSE:
            return Answer(self._text(actor.locale, "sample-closed"), card=card)
        teams = self._people.authority.teams_of(actor.account, actor.roles, self._people.teams_at(actor.place))
        if teams:
            names = ", ".join(map(self._people.team_name, teams))
            return Answer(self._text(actor.locale, "sample-tap-member", team=names), card=card)
        return Answer(self._text(actor.locale, "sample-tap-stranger"), alert=True, card=card)

    def _card(self, place: str, locale: str, status: str, action: str) -> CardView:
        def text(name: str) -> str:
            return self._text(locale, name)

        labels = (WORKS, "positive"), (CLOSE, "neutral")
        return CardView(
            handoff=SAMPLE,
            short_id=SAMPLE,
            state=_STATES[action],
            title=text("sample-title"),
            status=status,
            bot_label=text("sample-label-team"),
            bot=", ".join(map(self._people.team_name, self._people.teams_at(place))),
            reason_label=text("card-label-reason"),
            reason=text("sample-reason"),
            opened_label=text("sample-label-place"),
            opened=place,
            opened_at=self._clock.now(),
            calls_label=text("card-label-calls"),
            calls_note=text("card-calls-none"),
            in_file=text("card-in-file"),
            buttons=() if action else tuple(
                Button(encode(CardToken(SAMPLE, name)), text(f"sample-button-{name}"), style)  # type: ignore[arg-type]
                for name, style in labels
            ),
        )  # fmt: skip

    def _text(self, locale: str, message_id: str, **args: str) -> str:
        return self._locales.text(locale, message_id, **args)
