"""Carries talks: opens and closes their rooms, and brings what one end says to the other, with edits and replies."""

import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from bot.card_words import SHORT_ID
from bot.files import Files, as_sent
from bot.i18n import Locales
from bot.outlets import serving
from bot.people import People
from bot.showing import Showing
from bot.talk_rooms import TalkRooms
from channels.base import Channel, Gone, MessageRef, Rejected
from channels.tokens import of_nothing_seen
from channels.views import TextView
from engine.effects import CloseRoom, Literal, OpenRoom, Relay, Words
from engine.ids import HandoffId, Place
from engine.store import RelayedCopy, RoomClosed, RoomOpened, Store
from engine.talk import Posted, Relayed, Room

log = logging.getLogger(__name__)


class Relays:
    """What `bot.delivery` does for talks; every method raises ChannelError."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        showing: Showing,
        people: People,
        locales: Locales,
        rooms: TalkRooms,
        files: Files,
    ) -> None:
        self._store = store
        self._channels = channels
        self._showing = showing
        self._people = people
        self._locales = locales
        self._rooms = rooms
        self._files = files

    async def open(self, effect: OpenRoom, key: str) -> RoomOpened:
        """Open the room beside the card, and say in it what it is for, with the buttons that decide."""
        handoff, place = effect.handoff, effect.place
        channel = serving(self._channels, place)
        case = await self._store.case(handoff)
        card = next((copy.ref for copy in await self._store.cards(handoff, place)), "")
        title = f"{handoff[:SHORT_ID]} · {case.conversation.user_name}"
        room = Place(await channel.open_room(place, MessageRef(card), title, key))
        own = room != place or self._people.hearing.is_one_persons(place)
        shown = (await self._showing.card(handoff, place)).buttons
        buttons = tuple(replace(button, token=of_nothing_seen(button.token)) for button in shown)
        view = TextView(self._text(effect.words), buttons, reply_to=card if room == place else "")
        if own:
            self._rooms.opened(room)  # people may write there before we do
        try:
            root = Posted(room, await channel.post_text(room, view, key))
        except (Gone, Rejected):
            self._rooms.closed(room)
            raise
        return RoomOpened(handoff, Room(room, own), root)

    async def close(self, effect: CloseRoom, key: str) -> RoomClosed:
        """Say how the talk has ended, and close its room; a room that was never opened needs nothing."""
        room = await self._store.room(effect.handoff)
        if room and room.is_open:
            channel = serving(self._channels, room.place)
            with suppress(Gone):
                await channel.post_text(room.place, TextView(self._text(effect.words)), key)
                if room.own:
                    await channel.close_room(room.place)
            self._rooms.closed(room.place)
        return RoomClosed(effect.handoff)

    async def relay(self, effect: Relay, key: str, attempts: int = 1) -> RelayedCopy | RoomOpened | None:
        """Bring words or files to the other end; None where copies that are there got the new words."""
        place = effect.place or await self._room_of(effect.handoff)
        channel, text = serving(self._channels, place), self._text(effect.words, effect.locale)
        if effect.edits:
            if await self._edited(effect, place, text):
                return None
            text = self._locales.text(effect.locale or self._showing.locale, "talk-edited-line", text=text)
        reply_to = await self._counterpart(effect, place) if effect.quotes else ""
        if effect.files:
            ref = await self._files_at(place, effect, text, reply_to, key, attempts)
            return RelayedCopy(effect.handoff, Relayed(Posted(place, ref), effect.source))
        try:
            ref = await channel.post_text(place, TextView(text, reply_to=reply_to), key)
        except Gone:
            if not effect.place and (moved := await self._moved(effect, place, text, key)):
                return moved
            raise
        return RelayedCopy(effect.handoff, Relayed(Posted(place, ref), effect.source))

    async def _files_at(
        self, place: Place, effect: Relay, caption: str, reply_to: str, key: str, attempts: int
    ) -> MessageRef:
        """Show the files that can be shown there; where that is none, words say why."""
        channel, files = serving(self._channels, place), [as_sent(file) for file in effect.files]
        locale = effect.locale or self._showing.locale
        async with self._files.view(place, files, caption, locale, attempts) as view:
            if view.files or view.contents:
                return await channel.post_files(place, replace(view, reply_to=reply_to), key)
            return await channel.post_text(place, TextView(view.caption, reply_to=reply_to), key)

    async def _moved(self, effect: Relay, room: Place, text: str, key: str) -> RoomOpened | None:
        """Go on beside the card where somebody has deleted the room; None where there is no other place."""
        talk = (await self._store.case(effect.handoff)).handoff.progress.talk
        if talk is None or talk.place == room:
            return None
        log.warning("the room %s is gone, the talk goes on at %s", room, talk.place)
        card = next((copy.ref for copy in await self._store.cards(effect.handoff, talk.place)), "")
        words = self._locales.text(self._showing.locale, "talk-room-moved", text=text)
        ref = await serving(self._channels, talk.place).post_text(talk.place, TextView(words, reply_to=card), key)
        self._rooms.closed(room)
        own = self._people.hearing.is_one_persons(talk.place)
        return RoomOpened(effect.handoff, Room(talk.place, own), Posted(talk.place, ref), effect.source)

    async def _edited(self, effect: Relay, place: Place, text: str) -> bool:
        """Give the copies of a message its new words; whether there was one that took them."""
        source, done = effect.source, False
        for copy in await self._store.counterparts(effect.handoff, source) if source else ():
            with suppress(Gone, Rejected):
                await serving(self._channels, copy.place).edit_text(copy.place, MessageRef(copy.ref), TextView(text))
                done = True
        return done

    async def _counterpart(self, effect: Relay, place: Place) -> str:
        """What is quoted, as it stands at the other end; "" if it does not."""
        if effect.source is None:
            return ""
        quoted = Posted(effect.source.place, effect.quotes)
        found = await self._store.counterparts(effect.handoff, quoted)
        return next((posted.ref for posted in found if posted.place == place), "")

    async def _room_of(self, handoff: HandoffId) -> Place:
        if room := await self._store.room(handoff):
            return room.place
        talk = (await self._store.case(handoff)).handoff.progress.talk
        if talk is None:
            raise Gone("the talk is over, and it has no room")
        return talk.place

    def _text(self, words: Words, locale: str = "") -> str:
        if isinstance(words, Literal):
            return words.text
        return self._locales.text(locale or self._showing.locale, words.id, **words.args)
