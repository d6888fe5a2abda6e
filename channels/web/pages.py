"""The playground's HTTP: the page, what stands on it, its changes as they come, and what people do there."""

import json
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from channels.base import Desk, Tap
from channels.board import BoardItem
from channels.web import requests
from channels.web.feed import Feed
from channels.web.file_pages import served, uploaded
from channels.web.files import ACCOUNT, Files
from channels.web.guard import refusal
from channels.web.page import STATIC, nearest, render
from channels.web.requests import Refused
from channels.web.saying import REVIEW, Saying
from channels.web.settings import Persona, PlaygroundPeople

Words = Callable[[str], Mapping[str, str]]
"""A locale, possibly unknown or empty, to the texts of `WORDS` in the nearest language."""
Clock = Callable[[], datetime]
Handler = Callable[[web.Request], Awaitable[web.Response]]
Advance = Callable[[timedelta], Awaitable[datetime]]
"""Moves the clock of the whole process and answers the new time."""
WorkingDay = Callable[[str], datetime]
"""When the people who review a bot's requests begin their next working day."""

MOST_SECONDS_AHEAD = 366 * 24 * 3600
WORKING_DAY = "working_day"
SECONDS_BETWEEN_BEATS = 15.0

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class Pages:
    """Answers the playground's requests."""

    def __init__(
        self,
        feed: Feed,
        files: Files,
        saying: Saying,
        desk: Desk,
        people: PlaygroundPeople,
        words: Words,
        clock: Clock,
        advance: Advance | None,
        working_day: WorkingDay | None,
        locales: tuple[str, ...],
    ) -> None:
        self._feed = feed
        self._files = files
        self._saying = saying
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
        app.router.add_post("/play/say", self._acting(self._saying.say))
        app.router.add_post("/play/tap", self._acting(self._tap))
        app.router.add_post("/play/files", self._taking(self._upload))
        app.router.add_get("/play/files/{id}", self._file)
        if self._advance is not None:
            app.router.add_post("/play/clock", self._acting(self._move_clock))
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
            "words": dict(self._words(requests.locale(request.query.get("locale")))),
        }
        return web.json_response(state)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        after = requests.version(request.headers.get("Last-Event-ID") or request.query.get("after", "0"))
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

    async def _upload(self, request: web.Request) -> Mapping[str, Any]:
        return await uploaded(request, self._files)

    async def _file(self, request: web.Request) -> web.Response:
        return await served(request, self._files)

    async def _tap(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        token = requests.token(data.get("token"))
        person = self._people.find(data.get("who"), "review")
        if person is None:
            raise Refused(400, "play-error-person")
        place = await self._place_of(data.get("item"))
        tap = Tap("play", ACCOUNT, place, person.id, person.name, token, requests.locale(data.get("locale")))
        answer = await self._desk.tap(tap)
        return {"text": answer.text, "alert": answer.alert}

    async def _place_of(self, item: object) -> str:
        """Where a tapped item stands: in a room, or in the review group."""
        found = await self._feed.item(item) if requests.is_item_id(item) else None
        return found.place if found is not None and found.place.startswith(f"{REVIEW}/") else REVIEW

    async def _move_clock(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        seconds, by = data.get("advance_seconds"), None
        if data.get("advance_to") == WORKING_DAY and self._working_day is not None:
            by = self._working_day(self._people.bot_id(data.get("bot"))) - self._clock()
        elif type(seconds) is int and 0 < seconds <= MOST_SECONDS_AHEAD:
            by = timedelta(seconds=seconds)
        if by is None or self._advance is None:
            raise Refused(400)
        return {"clock": self._clock_json(await self._advance(by))}

    def _acting(self, act: Callable[[Mapping[str, Any]], Awaitable[Mapping[str, Any]]]) -> Handler:
        """A handler of requests that are JSON objects and say themselves in which language they are answered."""

        async def handler(request: web.Request) -> web.Response:
            data: Mapping[str, Any] = {}
            try:
                data = await requests.posted(request)
                return web.json_response(await act(data))
            except Refused as refused:
                return self._refusal(refused, data.get("locale"))

        return handler

    def _taking(self, take: Callable[[web.Request], Awaitable[Mapping[str, Any]]]) -> Handler:
        """A handler of requests whose address says in which language they are answered."""

        async def handler(request: web.Request) -> web.Response:
            try:
                return web.json_response(await take(request))
            except Refused as refused:
                return self._refusal(refused, request.query.get("locale"))

        return handler

    def _refusal(self, refused: Refused, locale: object) -> web.Response:
        words = self._words(requests.locale(locale))
        return refusal(refused.status, words.get(refused.word, refused.word))

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
