"""What the outbox words: buttons below a text that shows no request."""

from typing import Any, cast

from bot.delivery import Delivery
from bot.i18n import Locales
from channels.tokens import CardToken, decode, encode
from channels.views import Button
from engine.effects import Literal, SendText
from engine.ids import HandoffId, Place
from engine.store import Claimed

ID = "abcdefghijklmnopqrstuvwxy2"


class Shown:
    """A request that was changed while the words about it were on their way."""

    locale = "en"
    buttons = (Button(encode(CardToken(ID, "approve", 3)), "Approve"), Button(encode(CardToken(ID, "reject")), "No"))

    async def card(self, handoff: str, place: str) -> "Shown":
        return self

    async def masked(self, handoff: str, text: str) -> str:
        return text


class Kept:
    """A store and a channel at once."""

    def __init__(self) -> None:
        self.views: list[Any] = []

    async def keep_rendered(self, effect: int, rendered: str) -> None:
        return None

    async def cards(self, handoff: str, place: str) -> list[Any]:
        return []

    async def post_text(self, place: str, view: Any, key: str) -> str:
        self.views.append(view)
        return ""


async def test_who_taps_below_mere_words_has_seen_no_change() -> None:
    kept = Kept()
    parts: list[Any] = [kept, {"play": kept}, None, Shown(), None, None, Locales("en"), None, None, None]
    effect = SendText(Place("play:review"), Literal("Do you mean it?"), deciding=HandoffId(ID))
    await cast(Any, Delivery)(*parts).carry_out(Claimed(1, "key", "lane", effect, 0, None))
    tokens = [decode(button.token) for button in kept.views[0].buttons]
    assert tokens == [CardToken(ID, "approve", 0), CardToken(ID, "reject", 0)]
