"""The page that plays a story against a workflow, line by line."""

from aiohttp import web

from channels.web.dashboard.door import Door, Form, Visit
from channels.web.dashboard.simulation_views import Played, SimulationPort

SECTION = "workflows"
LONGEST_STORY = 64 * 1024


class SimulationPages:
    """A story is chosen by its name, or pasted."""

    def __init__(self, door: Door, port: SimulationPort) -> None:
        self._door = door
        self._port = port

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/workflows/{bot}/simulate", self._door.seen(self._ask, operators=True))
        app.router.add_post("/workflows/{bot}/simulate", self._door.done(self._play, operators=True))

    async def _ask(self, visit: Visit) -> web.Response:
        name = visit.query.get("story", "")
        text = await self._port.story(visit.viewer, visit.part["bot"], name) if name else ""
        return await self._answer(visit, text)

    async def _play(self, visit: Visit, form: Form) -> web.Response:
        text = str(form.get("story", ""))
        if len(text) > LONGEST_STORY or not text.strip():
            fault = "dash-simulate-too-long" if text.strip() else "dash-simulate-empty"
            return await self._answer(visit, text[:LONGEST_STORY], fault=visit.say(fault))
        played = await self._port.play(visit.viewer, visit.part["bot"], text)
        return await self._answer(visit, text, played) if played else visit.missing()

    async def _answer(self, visit: Visit, text: str, played: Played | None = None, fault: str = "") -> web.Response:
        shelf = await self._port.shelf(visit.viewer, visit.part["bot"])
        if shelf is None:
            return visit.missing()
        status = 400 if fault else 200
        return visit.page("simulate", SECTION, shelf=shelf, text=text, played=played, fault=fault, status=status)
