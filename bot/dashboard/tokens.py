"""ProgramKeys of programs on the dashboard: everybody makes and ends their own."""

from collections.abc import Sequence

from bot.api.keys import ProgramKeys
from bot.dashboard.readers import Readers
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.tokens_views import KeyListed, KeyMade, KeyWish
from channels.web.requests import storable


class DashboardKeys:
    """`channels.web.dashboard.tokens_views.KeysOfViewer`."""

    def __init__(self, keys: ProgramKeys, readers: Readers) -> None:
        self._keys = keys
        self._readers = readers

    def scopes(self, viewer: Viewer) -> Sequence[str]:
        """What their keys may be for."""
        return self._keys.scopes_of(viewer.person)

    async def listed(self, viewer: Viewer) -> Sequence[KeyListed]:
        """Their keys, the newest first."""
        moment = self._readers.moment
        return [
            KeyListed(
                key.id, key.name, key.scopes, moment(viewer, key.at),
                moment(viewer, key.used_at) if key.used_at else None,
                moment(viewer, key.expires_at) if key.expires_at else None,
            )
            for key in await self._keys.of(viewer.person)
        ]  # fmt: skip

    async def make(self, viewer: Viewer, wish: KeyWish) -> KeyMade:
        """Make a key."""
        who = self._readers.actor(viewer).account
        try:
            token = await self._keys.make(viewer.person, who, storable(wish.name), wish.scopes, wish.days)
        except ValueError:
            return KeyMade(refusal=self._readers.text(viewer, "dash-tokens-not-such"))
        return KeyMade(token) if token else KeyMade(refusal=self._readers.text(viewer, "dash-tokens-too-many"))

    async def end(self, viewer: Viewer, id: str) -> bool:
        """Take one of theirs back."""
        return id.isalnum() and await self._keys.end(viewer.person, id, self._readers.actor(viewer).account)
