"""The pages of workflows: what bots begin new runs with, loading that again, and looking a file over."""

import base64
import hashlib
import re
from urllib.parse import quote

from aiohttp import web

from channels.web.dashboard.door import Door, Form, Visit
from channels.web.dashboard.frame import HEADERS
from channels.web.dashboard.workflows_views import Checked, WorkflowsPort

SECTION = "workflows"
MOST_BYTES = 2**20
"""The largest file that is looked over."""
LONGEST_NAME = 100
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)


class WorkflowPages:
    """Shows workflows; a reload is confirmed on a page of its own."""

    def __init__(self, door: Door, port: WorkflowsPort) -> None:
        self._door = door
        self._port = port

    def mount(self, app: web.Application) -> None:
        """Add the routes; `check` is no bot."""
        router, seen, done = app.router, self._door.seen, self._door.done
        router.add_get("/workflows", seen(self._list, operators=True))
        router.add_get("/workflows/check", seen(self._ask, operators=True))
        router.add_post("/workflows/check", done(self._check, operators=True))
        router.add_get("/workflows/check/picture.svg", seen(self._checked_picture, operators=True))
        router.add_get("/workflows/{bot}", seen(self._show, operators=True))
        router.add_get("/workflows/{bot}/picture.svg", seen(self._picture, operators=True))
        router.add_get("/workflows/{bot}/reload", seen(self._confirm, operators=True))
        router.add_post("/workflows/{bot}/reload", done(self._reload, operators=True))

    async def _list(self, visit: Visit) -> web.Response:
        return visit.page("workflows", SECTION, lines=await self._port.listed(visit.viewer))

    async def _show(self, visit: Visit) -> web.Response:
        found = await self._port.shown(visit.viewer, visit.part["bot"], visit.query.get("version", ""))
        return visit.page("workflow", SECTION, found=found) if found else visit.missing()

    async def _picture(self, visit: Visit) -> web.Response:
        drawn = await self._port.picture(visit.viewer, visit.part["bot"], visit.query.get("version", ""))
        return picture(drawn) if drawn else visit.missing()

    async def _confirm(self, visit: Visit) -> web.Response:
        found = await self._port.shown(visit.viewer, visit.part["bot"], "")
        return visit.page("workflow_reload", SECTION, found=found) if found else visit.missing()

    async def _reload(self, visit: Visit, form: Form) -> web.Response:
        told = await self._port.reload(visit.viewer, visit.part["bot"])
        return visit.back(f"/workflows/{quote(visit.part['bot'], safe='')}", *told) if told else visit.missing()

    # --- a file that somebody brings --------------------------------------------------------------------------

    async def _ask(self, visit: Visit) -> web.Response:
        return self._answer(visit, None)

    async def _check(self, visit: Visit, form: Form) -> web.Response:
        """The answer comes at once and not by a redirect: nothing of the file is kept but its picture."""
        given = form.get("file")
        if not isinstance(given, web.FileField):
            return self._answer(visit, None, "dash-check-no-file")
        data = given.file.read(MOST_BYTES + 1)
        if not data or len(data) > MOST_BYTES:
            return self._answer(visit, None, "dash-check-too-large" if data else "dash-check-no-file")
        return self._answer(visit, await self._port.check(visit.viewer, given.filename[:LONGEST_NAME], data))

    def _answer(self, visit: Visit, checked: Checked | None, fault: str = "") -> web.Response:
        said = visit.say(fault) if fault else ""
        return visit.page("workflow_check", SECTION, checked=checked, fault=said, status=400 if fault else 200)

    async def _checked_picture(self, visit: Visit) -> web.Response:
        drawn = await self._port.checked_picture(visit.viewer)
        return picture(drawn) if drawn else visit.missing()


def picture(svg: str) -> web.Response:
    """An SVG document of ours, whose policy lets in the style that it brings, and nothing else."""
    styles = " ".join(f"'sha256-{_digest(style)}'" for style in _STYLE.findall(svg)) or "'none'"
    policy = f"default-src 'none'; style-src {styles}; frame-ancestors 'none'; base-uri 'none'"
    headers = {**HEADERS, "Content-Security-Policy": f"{policy}; form-action 'none'"}
    return web.Response(text=svg, content_type="image/svg+xml", headers=headers)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
