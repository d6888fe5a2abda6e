"""The pages of runs, and of what waits for an operator."""

from urllib.parse import urlencode

from aiohttp import web

from channels.web.dashboard.door import Door, Form, Visit
from channels.web.dashboard.runs_views import RunsPort, RunsWanted

LONGEST_FILTER = 200
SECTION = "runs"


class RunPages:
    """Lists runs and shows one; what can be done with a run is confirmed on a page of its own."""

    def __init__(self, door: Door, port: RunsPort) -> None:
        self._door = door
        self._port = port

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/runs", self._door.seen(self._list, operators=True))
        app.router.add_get("/runs/{id}", self._door.seen(self._show, operators=True))
        app.router.add_get("/runs/{id}/resume", self._door.seen(self._confirm, operators=True))
        app.router.add_post("/runs/{id}/resume", self._door.done(self._resume, operators=True))
        app.router.add_get("/doubts", self._door.seen(self._doubts, operators=True))

    async def _list(self, visit: Visit) -> web.Response:
        wanted = _wanted(visit)
        found = await self._port.listed(visit.viewer, wanted)
        kept = {"state": wanted.state, "bot": wanted.bot, "customer": wanted.customer, "workflow": wanted.workflow}
        return visit.page(
            "runs", SECTION, found=found, wanted=wanted,
            tabs=[(tab, _address({**kept, "state": tab.state})) for tab in found.tabs],
            newer=_address({**kept, "beyond": found.newer, "back": "1"}) if found.newer else "",
            older=_address({**kept, "beyond": found.older}) if found.older else "",
        )  # fmt: skip

    async def _show(self, visit: Visit) -> web.Response:
        run = await self._port.shown(visit.viewer, visit.part["id"])
        return visit.page("run", SECTION, run=run) if run else visit.missing()

    async def _confirm(self, visit: Visit) -> web.Response:
        run = await self._port.shown(visit.viewer, visit.part["id"])
        return visit.page("run_resume", SECTION, run=run) if run and run.resumable else visit.missing()

    async def _resume(self, visit: Visit, form: Form) -> web.Response:
        run = await self._port.shown(visit.viewer, visit.part["id"])
        if run is None:
            return visit.missing()
        return visit.back(f"/runs/{run.line.id}", *await self._port.resume(visit.viewer, run.line.id))

    async def _doubts(self, visit: Visit) -> web.Response:
        return visit.page("doubts", SECTION, doubts=await self._port.doubts(visit.viewer))


def _wanted(visit: Visit) -> RunsWanted:
    given = {name: value.strip()[:LONGEST_FILTER] for name, value in visit.query.items()}
    return RunsWanted(
        given.get("state", ""), given.get("bot", ""), given.get("customer", ""), given.get("workflow", ""),
        given.get("beyond", ""), bool(given.get("back")),
    )  # fmt: skip


def _address(query: dict[str, str]) -> str:
    given = urlencode({name: value for name, value in query.items() if value})
    return f"/runs?{given}" if given else "/runs"
