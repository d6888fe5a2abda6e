"""The pages of the record: its rows, a check of its chain, copies of it. They are for operators only."""

import re
from collections.abc import Mapping
from contextlib import aclosing
from datetime import date
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from channels.web.dashboard.audit_views import AskedRows, Form, Record
from channels.web.dashboard.days import day
from channels.web.dashboard.door import Door, Visit
from channels.web.dashboard.door import Form as Filled
from channels.web.dashboard.frame import HEADERS

LONGEST_TEXT = 140
_NUMBER = re.compile(r"[0-9]{1,15}")
_TYPES = {Form.CSV: "text/csv", Form.JSONL: "application/jsonl"}


class AuditPages:
    """`/audit` with its filters in the address, its check by a button, and its files."""

    def __init__(self, door: Door, port: Record) -> None:
        self._door = door
        self._port = port

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/audit", self._door.seen(self._show, operators=True))
        app.router.add_post("/audit/verify", self._door.done(self._verify, operators=True))
        for form in Form:
            app.router.add_get(f"/audit.{form}", self._door.seen(self._file, operators=True), allow_head=False)

    async def _show(self, visit: Visit) -> web.StreamResponse:
        asked, is_bad = _read(visit.query)
        viewer = visit.viewer
        rows = await self._port.rows(viewer, asked)
        sought = urlencode(_written(asked))
        return visit.page(
            "audit", "audit", rows=rows, asked=asked, is_bad=is_bad, sought=sought,
            older=f"/audit?{_and(sought)}before={rows.before}" if rows.before else "",
            newest=f"/audit?{sought}" if asked.before else "",
            events=await self._port.known_events(viewer), people=await self._port.people(viewer),
            check=self._port.check(viewer),
        )  # fmt: skip

    async def _verify(self, visit: Visit, form: Filled) -> web.StreamResponse:
        is_new = await self._port.begin_check(visit.viewer)
        return visit.back("/audit", visit.say("dash-audit-begun" if is_new else "dash-audit-joined"))

    async def _file(self, visit: Visit) -> web.StreamResponse:
        """A copy changes nothing and needs no form; who takes one stands on record, as with an opened file."""
        form = Form(visit.request.path.rpartition(".")[2])
        asked, is_bad = _read(visit.query)
        if is_bad:
            return visit.page("message", "audit", status=400, title=visit.say("dash-audit-bad"))
        disposition = {"Content-Disposition": f'attachment; filename="assent-record.{form}"'}
        response = web.StreamResponse(headers={**HEADERS, **disposition})
        response.content_type, response.charset = _TYPES[form], "utf-8"
        async with aclosing(await self._port.export(visit.viewer, asked, form)) as pieces:  # type: ignore[type-var]
            await response.prepare(visit.request)
            async for piece in pieces:
                await response.write(piece.encode())
        await response.write_eof()
        return response


def _read(query: Mapping[str, str]) -> tuple[AskedRows, bool]:
    """What an address asks for, and whether something of it could not be understood, which does not matter then."""
    texts = [query.get(name, "").strip()[:LONGEST_TEXT].replace("\0", "") for name in ("event", "subject", "actor")]
    is_bad, days = False, list[date | None]()
    for name in ("from", "to"):
        try:
            days.append(day(query[name]) if query.get(name) else None)
        except ValueError:
            is_bad = True
            days.append(None)
    before = query.get("before", "")
    is_bad = is_bad or bool(before and not _NUMBER.fullmatch(before))
    number = int(before) if _NUMBER.fullmatch(before) else 0
    return AskedRows(texts[0], texts[1], texts[2], days[0], days[1], number), is_bad


def _written(asked: AskedRows) -> Mapping[str, Any]:
    """The parameters of an address that seeks the same."""
    given = {
        "event": asked.event, "subject": asked.subject, "actor": asked.actor, "from": asked.since, "to": asked.until,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value}


def _and(sought: str) -> str:
    return f"{sought}&" if sought else ""
