"""What people say on the page: it is put on the board, heard, and then marked as heard."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from channels.base import Inbound, Intake, MessageRef
from channels.board import BoardItem
from channels.views import Attachment
from channels.web.feed import Feed
from channels.web.files import ACCOUNT, Files, file_json
from channels.web.requests import Refused, item_id, locale, message_id, text
from channels.web.rooms import Rooms
from channels.web.settings import Persona, PlaygroundPeople

REVIEW = "play:review"


class Saying:
    """Takes messages and edits of messages, each as often as it is sent, and once."""

    def __init__(
        self,
        feed: Feed,
        files: Files,
        rooms: Rooms,
        intake: Intake,
        people: PlaygroundPeople,
        clock: Callable[[], datetime],
    ) -> None:
        self._feed = feed
        self._files = files
        self._rooms = rooms
        self._intake = intake
        self._people = people
        self._clock = clock

    async def say(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """Take what somebody said, or the new text of it; answers its item, and whether it was new."""
        side = data.get("side")
        if side not in ("customer", "review"):
            raise Refused(400)
        person, message = self._people.find(data.get("who"), side), message_id(data.get("id"))
        if person is None:
            raise Refused(400, "play-error-person")
        if data.get("edits") is not None:
            return await self._edit(data, person, message)
        place = await self._place(data, side, person, message)
        files = await self._files.chosen(data.get("files"))
        words = text(data.get("text"), optional=bool(files))
        reply = await self._replied(data.get("reply_to"), place)
        bot = self._people.bot_id(data.get("bot"))
        said = {"who": person.id, "name": person.name, "text": words, "id": message} | self._besides(bot, files, reply)
        # On the board first: what was heard must stand there, above its answer, whenever the process may die.
        item = await self._feed.put(f"said/{message}", place, "said", {**said, "bot": bot, "heard": False})
        inbound = self._inbound(data, person, place, words, bot, item, files=files, reply=reply)
        new = await self._intake.hear(inbound)
        await self._mark_heard(item, said)
        return {"item": item, "new": new}

    async def _edit(self, data: Mapping[str, Any], person: Persona, message: str) -> Mapping[str, Any]:
        item = await self._own(data["edits"], person)
        words = text(data.get("text"), optional=bool(item.body.get("files")))
        bot = item.body.get("bot") or self._people.bot_id("")
        edited = {**item.body, "text": words, "edited": message}
        await self._feed.change(item.id, {**edited, "unheard_edit": {"id": message, "bot": bot}})
        inbound = self._inbound(data, person, item.place, words, bot, item.id, is_edit=True)
        new = await self._intake.hear(inbound)
        await self._feed.change(item.id, {name: edited[name] for name in edited if name != "unheard_edit"})
        return {"item": item.id, "new": new}

    def _inbound(
        self,
        data: Mapping[str, Any],
        person: Persona,
        place: str,
        words: str,
        bot: str,
        item: int,
        files: tuple[Attachment, ...] = (),
        reply: int = 0,
        is_edit: bool = False,
    ) -> Inbound:
        return Inbound(
            channel="play",
            account=ACCOUNT,
            update_id=data["id"],
            place=place,
            user_id=person.id,
            user_name=person.name,
            text=words,
            at=self._clock(),
            bot=bot,
            locale=locale(data.get("locale")),
            attachments=files,
            reply_to=MessageRef(str(reply) if reply else ""),
            ref=MessageRef(str(item)),
            is_edit=is_edit,
        )

    def _besides(self, bot: str, files: tuple[Attachment, ...], reply: int) -> dict[str, Any]:
        """What an item tells only where there is something to tell."""
        told: dict[str, Any] = {}
        if bot != self._people.bot_id(""):
            told["bot"] = bot
        if files:
            told["files"] = [file_json(file) for file in files]
        if reply:
            told["reply_to"] = reply
        return told

    async def _place(self, data: Mapping[str, Any], side: str, person: Persona, message: str) -> str:
        room = data.get("room")
        if room is None:
            return REVIEW if side == "review" else f"play:{person.id}"
        is_open = await self._rooms.is_open(room) if isinstance(room, str) and side == "review" else None
        if is_open is None:
            raise Refused(400)
        # What stood there before the room was closed, and was perhaps not heard, may still be repeated.
        if not is_open and await self._feed.find(f"said/{message}") is None:
            raise Refused(409, "play-error-room")
        return str(room)

    async def _replied(self, value: object, place: str) -> int:
        """The item that is replied to; one that does not stand at this place is no hindrance."""
        if value is None:
            return 0
        found = await self._feed.item(item_id(value))
        return found.id if found is not None and found.place == place else 0

    async def _own(self, value: object, person: Persona) -> BoardItem:
        found = await self._feed.item(item_id(value))
        if found is None or found.kind != "said" or found.body["who"] != person.id:
            raise Refused(400, "play-error-edit")
        return found

    async def _mark_heard(self, item: int, said: Mapping[str, Any]) -> None:
        """What was edited meanwhile stays edited: only an unheard item is brought to what was said."""
        found = await self._feed.item(item)
        if found is not None and "heard" in found.body:
            later = ("edited", "unheard_edit")
            body = {name: found.body[name] for name in (*said, *later) if name in found.body}
            await self._feed.change(item, body)
