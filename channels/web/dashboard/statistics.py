"""The pages of statistics: figures of a period as charts and tables, and each table as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from channels.web.dashboard.charts import drawn
from channels.web.dashboard.days import day
from channels.web.dashboard.door import Door, Visit
from channels.web.dashboard.frame import HEADERS
from channels.web.dashboard.sheets import line
from channels.web.dashboard.statistics_views import DAYS, USUAL_DAYS, AskedFigures, Statistics, Table

LONGEST_NAME = 100


class StatsPages:
    """`/stats`, and `/stats.csv` for each of its tables; their addresses say all that is asked."""

    def __init__(self, door: Door, port: Statistics) -> None:
        self._door = door
        self._port = port

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/stats", self._door.seen(self._show))
        app.router.add_get("/stats.csv", self._door.seen(self._file))

    async def _show(self, visit: Visit) -> web.StreamResponse:
        asked, is_bad = _read(visit.query)
        figures = await self._port.figures(visit.viewer, asked)
        told = [*([visit.say("dash-stats-period-bad", count=USUAL_DAYS)] if is_bad else []), *figures.told]
        drawings = {table.id: drawn(table.chart) for table in figures.tables if table.chart}
        return visit.page(
            "stats", "stats", figures=figures, asked=asked, told_here=told, days=_periods(asked), drawings=drawings,
            address=urlencode(_written(asked)),
        )  # fmt: skip

    async def _file(self, visit: Visit) -> web.StreamResponse:
        """What the page shows as a table, at the same address; the names of columns are the same in each language."""
        figures = await self._port.figures(visit.viewer, _read(visit.query)[0])
        found = next((table for table in figures.tables if table.id == visit.query.get("table")), None)
        if found is None:
            return visit.missing()
        disposition = {"Content-Disposition": f'attachment; filename="assent-{found.id}.csv"'}
        return web.Response(
            text=_as_csv(found), content_type="text/csv", charset="utf-8", headers={**HEADERS, **disposition}
        )


def _as_csv(table: Table) -> str:
    rows = [line(each.value for each in row) for row in table.rows]
    return "".join([line(column.id for column in table.columns), *rows])


def _read(query: Mapping[str, str]) -> tuple[AskedFigures, bool]:
    """What an address asks for, and whether its period could not be understood."""
    bot, team = (query.get(name, "")[:LONGEST_NAME] for name in ("bot", "team"))
    since, until = query.get("from", ""), query.get("to", "")
    try:
        if since or until:
            days = [day(each) if each else None for each in (since, until)]
            if days[0] and days[1] and days[0] > days[1]:
                raise ValueError("it ends before it begins")
            return AskedFigures(0, days[0], days[1], bot, team), False
        number = int(query.get("days") or USUAL_DAYS)
        if number not in DAYS:
            raise ValueError("no such period is offered")
        return AskedFigures(number, None, None, bot, team), False
    except ValueError:
        return AskedFigures(bot=bot, team=team), True


def _periods(asked: AskedFigures) -> Sequence[tuple[int, str]]:
    """The periods that are offered, each with the parameters of its address."""
    return [(days, urlencode(_written(replace(asked, days=days, since=None, until=None)))) for days in DAYS]


def _written(asked: AskedFigures) -> Mapping[str, Any]:
    """The parameters of an address that asks for the same."""
    given = {
        "days": asked.days, "from": asked.since, "to": asked.until, "bot": asked.bot, "team": asked.team,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value}
