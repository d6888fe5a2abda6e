"""The playground's HTTP: the page, what stands on it, its changes as they come, and what people do there."""

import json
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from channels.base import BoardItem, Desk, Inbound, Intake, Tap
from channels.web.feed import Feed
from channels.web.guard import refusal
from channels.web.page import STATIC, nearest, render
from channels.web.settings import Persona, PlaygroundPeople

Words = Callable[[str], Mapping[str, str]]
"""A locale, possibly unknown or empty, to the texts of `WORDS` in the nearest language."""
Clock = Callable[[], datetime]
Advance = Callable[[timedelta], Awaitable[datetime]]
"""Moves the clock of the whole process and answers the new time."""
WorkingDay = Callable[[str], datetime]
"""When the people who review a bot's requests begin their next working day."""

MOST_TEXT_BYTES = 4 * 2**20
MOST_TOKEN_LENGTH = 256
MOST_SECONDS_AHEAD = 366 * 24 * 3600
WORKING_DAY = "working_day"
SECONDS_BETWEEN_BEATS = 15.0
ACCOUNT = "default"
REVIEW = "play:review"

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_LOCALE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_VERSION = re.compile(r"[0-9]{1,18}")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class _Refused(Exception):
    """A request that is answered with a status and one of `WORDS`."""

    def __init__(self, status: int, word: str) -> None:
        super().__init__(word)
        self.status = status
        self.word = word


class Pages:
    """Answers the playground's requests."""

    def __init__(
        self,
        feed: Feed,
        intake: Intake,
        desk: Desk,
        people: PlaygroundPeople,
        words: Words,
        clock: Clock,
        advance: Advance | None,
        working_day: WorkingDay | None,
        locales: tuple[str, ...],
    ) -> None:
        self._feed = feed
        self._intake = intake
        self._desk = desk
        self._people = people
        self._words = words
        self._clock = clock
        self._advance = advance
        self._working_day = working_day
        self._locales = locales

    def mount(self, app: web.Application) -> None:
        """Add the playground's routes."""
        app.router.add_get("/play", self._show)
        app.router.add_get("/play/state", self._state)
        app.router.add_get("/play/events", self._events, allow_head=False)
        app.router.add_post("/play/say", self._answering(self._say))
        app.router.add_post("/play/tap", self._answering(self._tap))
        if self._advance is not None:
            app.router.add_post("/play/clock", self._answering(self._move_clock))
        for file in STATIC.iterdir():
            if file.suffix in _TYPES:
                app.router.add_get(f"/play/{file.name}", _static(file))

    async def _show(self, request: web.Request) -> web.Response:
        wish = request.query.get("locale", "") or request.headers.get("Accept-Language", "")
        locale = nearest(wish, self._locales)
        return web.Response(text=render(locale, self._words(locale)), content_type="text/html")

    async def _state(self, request: web.Request) -> web.Response:
        items = await self._feed.items()
        people = self._people
        state = {
            "bot": _bot(people.bots[0]),
            "bots": [_bot(bot) for bot in people.bots],
            "customers": [_persona(person) for person in people.customers],
            "reviewers": [_persona(person) for person in people.reviewers],
            "suggestions": [{"text": each.text, "note": each.note} for each in people.suggestions],
            "items": [item_json(item) for item in items],
            "version": items[-1].version if items else 0,
            "clock": self._clock_json(self._clock()),
            "locales": list(self._locales),
            "words": dict(self._words(_locale(request.query.get("locale")))),
        }
        return web.json_response(state)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        after = _version(request.headers.get("Last-Event-ID") or request.query.get("after", "0"))
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"})
        await response.prepare(request)
        await response.write(b"retry: 1000\n\n")
        beat = time.monotonic()
        async with aclosing(self._feed.follow(after)) as batches:
            async for batch in batches:
                if request.transport is None or request.transport.is_closing():
                    break
                for item in batch:
                    await response.write(_event(item))
                if time.monotonic() - beat >= SECONDS_BETWEEN_BEATS:
                    beat = time.monotonic()
                    await response.write(b": still here\n\n")
        return response

    async def _say(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        side = data.get("side")
        if side not in ("customer", "review"):
            raise _Refused(400, "play-error-request")
        person = self._person(data.get("who"), side)
        message, text = _message_id(data.get("id")), _text(data.get("text"))
        place = REVIEW if side == "review" else f"play:{person.id}"
        inbound = Inbound(
            channel="play",
            account=ACCOUNT,
            update_id=message,
            place=place,
            user_id=person.id,
            user_name=person.name,
            text=text,
            at=self._clock(),
            bot=self._bot_id(data.get("bot")),
            locale=_locale(data.get("locale")),
        )
        # On the board first: what was heard must stand there, above its answer, whenever the process may die.
        said = {"who": person.id, "name": person.name, "text": text, "id": message}
        item = await self._feed.put(f"said/{message}", place, "said", {**said, "bot": inbound.bot, "heard": False})
        new = await self._intake.hear(inbound)
        await self._feed.change(item, said)
        return {"item": item, "new": new}

    async def _tap(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        token = data.get("token")
        if not isinstance(token, str) or not 0 < len(token) <= MOST_TOKEN_LENGTH:
            raise _Refused(400, "play-error-request")
        person = self._person(data.get("who"), "review")
        tap = Tap("play", ACCOUNT, REVIEW, person.id, person.name, _storable(token), _locale(data.get("locale")))
        answer = await self._desk.tap(tap)
        return {"text": answer.text, "alert": answer.alert}

    async def _move_clock(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        seconds, by = data.get("advance_seconds"), None
        if data.get("advance_to") == WORKING_DAY and self._working_day is not None:
            by = self._working_day(self._bot_id(data.get("bot"))) - self._clock()
        elif type(seconds) is int and 0 < seconds <= MOST_SECONDS_AHEAD:
            by = timedelta(seconds=seconds)
        if by is None or self._advance is None:
            raise _Refused(400, "play-error-request")
        return {"clock": self._clock_json(await self._advance(by))}

    def _answering(
        self, act: Callable[[Mapping[str, Any]], Awaitable[Mapping[str, Any]]]
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handler(request: web.Request) -> web.Response:
            data: Mapping[str, Any] = {}
            try:
                data = await _posted(request)
                return web.json_response(await act(data))
            except _Refused as refused:
                words = self._words(_locale(data.get("locale")))
                return refusal(refused.status, words.get(refused.word, refused.word))

        return handler

    def _person(self, who: object, side: str) -> Persona:
        for person in self._people.side(side):
            if person.id == who:
                return person
        raise _Refused(400, "play-error-person")

    def _bot_id(self, bot: object) -> str:
        ids = [each for each, _ in self._people.bots]
        return bot if isinstance(bot, str) and bot in ids else ids[0]

    def _clock_json(self, now: datetime) -> dict[str, Any]:
        return {"now": now.isoformat(), "movable": self._advance is not None}


def item_json(item: BoardItem) -> dict[str, Any]:
    """A board item as the page reads it."""
    return {
        "id": item.id,
        "version": item.version,
        "place": item.place,
        "kind": item.kind,
        "body": item.body,
        "at": item.at.isoformat() if item.at else None,
    }


async def _posted(request: web.Request) -> Mapping[str, Any]:
    try:
        data = json.loads(await request.read())
    except web.HTTPRequestEntityTooLarge as error:
        raise _Refused(413, "play-error-long") from error
    except (ValueError, RecursionError) as error:
        raise _Refused(400, "play-error-request") from error
    if not isinstance(data, dict):
        raise _Refused(400, "play-error-request")
    return data


def _text(text: object) -> str:
    if not isinstance(text, str) or not text.strip():
        raise _Refused(400, "play-error-empty")
    text = _storable(text)
    if len(text.encode()) > MOST_TEXT_BYTES:
        raise _Refused(413, "play-error-long")
    return text


def _storable(text: str) -> str:
    """The same text with a visible mark for what no database keeps: null and half a surrogate pair."""
    return _UNSTORABLE.sub("\ufffd", text)


def _message_id(value: object) -> str:
    if not isinstance(value, str) or not _MESSAGE_ID.fullmatch(value):
        raise _Refused(400, "play-error-request")
    return value


def _locale(value: object) -> str:
    return value if isinstance(value, str) and _LOCALE.fullmatch(value) else ""


def _version(text: str) -> int:
    return int(text) if _VERSION.fullmatch(text) else 0


def _event(item: BoardItem) -> bytes:
    return f"id: {item.version}\nevent: item\ndata: {json.dumps(item_json(item))}\n\n".encode()


def _persona(person: Persona) -> dict[str, str]:
    return {"id": person.id, "name": person.name, "note": person.note}


def _bot(bot: tuple[str, str]) -> dict[str, str]:
    return {"id": bot[0], "name": bot[1]}


def _static(file: Path) -> Callable[[web.Request], Awaitable[web.Response]]:
    content = file.read_bytes()

    async def handler(_request: web.Request) -> web.Response:
        return web.Response(
            body=content, content_type=_TYPES[file.suffix], charset="utf-8", headers={"Cache-Control": "no-cache"}
        )

    return handler
