"""What the dashboard's list of requests costs over HTTP, among few and among very many that wait."""

import statistics
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

from bot.cards import Cards
from bot.clock import SystemClock
from bot.dashboard.indexing import AT_ONCE, Indexer
from bot.dashboard.queue import QueueDesk
from bot.dashboard.queue_search import PAGE, Search
from bot.dashboard.readers import Readers
from bot.desk import Desk
from bot.handling import Handling
from bot.i18n import Locales
from bot.people import People
from bot.settings import Settings
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.door import Door
from channels.web.dashboard.frame import Frame
from channels.web.dashboard.queue import QueuePages
from storage.found import FOLLOWER
from storage.opening import Storage, opened
from tests.benchmarks.crowd import LEAN, crowd
from tests.benchmarks.place import LEASE, Ground, Place
from tests.benchmarks.workload import composed

SIZES = {"1k": 1_000, "100k": 100_000}
LOOKS = 41
FEW = 20
"""How many requests are for another team than all the others."""
PATHS: Mapping[str, tuple[str, str, int]] = {
    "page_ms": ("ana", "/", PAGE),
    "page_of_few_ms": ("lea", "/", FEW),
    "page_of_none_ms": ("olga", "/", 0),
    "search_frequent_ms": ("ana", "/?q=refund+chris", PAGE),
    "search_rare_ms": ("ana", "/?q=refund+10000500", 1),
    "search_few_ms": ("lea", "/?q=refund&state=all", FEW),
    "search_nothing_ms": ("ana", "/?q=refund+zebra&state=all", 0),
    "amount_ms": ("ana", "/?min=1000&q=order&unclaimed=1", PAGE),
}
"""Who looks at which address, and how many requests stand there."""
_FIRST = 10_000_000
"""Where the numbers of the crowd's conversations begin."""
SETTINGS = Settings.model_validate(
    {
        "people": {"ana": {"name": "Ana"}, "lea": {"name": "Lea"}, "olga": {"name": "Olga", "admin": True}},
        "teams": {"finance": {"members": ["ana"]}, "legal": {"members": ["lea"]}},
        "bots": {"refunds": {"name": "Acme Refunds", "team": "finance"}},
    }
)

Figures = dict[str, Any]


async def lists(ground: Ground) -> Figures:
    """Milliseconds from a request to the end of its page, and how many handoffs a second are written to the lists."""
    figures: Figures = {name: {} for name in SIZES}
    async with AsyncExitStack() as stack:
        addresses = {}
        for name, count in SIZES.items():
            place = await varied(await crowd(await ground.fresh(f"listed_{name}"), count, LEAN))
            storage = await stack.enter_async_context(opened(place.url, SystemClock(), LEASE))
            figures[name]["indexed_per_s"] = round(count / await indexed(place, storage))
            await place.settle()
            addresses[name] = await stack.enter_async_context(served(storage))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        taken: dict[tuple[str, str], list[float]] = {}
        for _ in range(LOOKS):  # in turns, so that what else the machine does hits all of them alike
            for name, address in addresses.items():
                for what, (who, path, rows) in PATHS.items():
                    taken.setdefault((name, what), []).append(await _looked(http, address + path, who, rows))
    for (name, what), each in taken.items():
        figures[name][what] = round(statistics.median(each), 2)
    return figures


async def varied(place: Place) -> Place:
    """Open the requests a second after each other, each about an order of its own, some for another team."""
    await place.rows(
        "UPDATE handoff SET opened_at = opened_at + (conversation_id % 1000000) * 1000000, "
        "question = replace(question, '45678', CAST(conversation_id AS TEXT))",
        f"UPDATE handoff SET team = 'legal' WHERE conversation_id > {_FIRST + 100} "
        f"AND conversation_id <= {_FIRST + 100 + FEW}",
    )
    return place


async def indexed(place: Place, storage: Storage) -> float:
    """Write all lists, as whoever follows the record does; answers the seconds that it took."""
    ids = [number for (number,) in await place.rows("SELECT id FROM handoff ORDER BY opened_at")]
    began = time.perf_counter()
    for start in range(0, len(ids), AT_ONCE):
        await storage.found.index(ids[start : start + AT_ONCE], {"refunds": "Acme Refunds"})
    taken = time.perf_counter() - began
    at = 0
    while rows := (await storage.following.next(FOLLOWER))[1]:
        await storage.following.reached(FOLLOWER, at, rows[-1].number)
        at = rows[-1].number
    return taken


@asynccontextmanager
async def served(storage: Storage) -> AsyncIterator[str]:
    """The pages of the list over a database, on loopback; answers their address."""
    clock, people, locales = SystemClock(), People(SETTINGS), Locales("en")
    runner = (await composed(storage.store)).runner
    desk = Desk(storage.store, runner, people, Cards(locales, people), locales, clock, _nothing, lambda: None)
    readers = Readers(SETTINGS, locales, clock)
    requests = QueueDesk(
        storage.store, desk, people, readers, Handling(storage.store, runner, desk, people, locales, clock),
        Indexer(storage.following, storage.found, people.bot_names()), Search(storage.found, desk, people),
        people.bot_names(), tuple(SETTINGS.people), tuple(SETTINGS.teams),
    )  # fmt: skip
    app = web.Application()
    QueuePages(Door(_Everybody(), Frame(locales.text, ("en",)), "", clock.now), requests).mount(app)
    server = web.AppRunner(app)
    await server.setup()
    site = web.TCPSite(server, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{server.addresses[0][1]}"
    finally:
        await server.cleanup()


class _Everybody:
    """Lets in whoever says who they are: how somebody signs in is not measured here."""

    async def viewer(self, cookie: str) -> Viewer | None:
        return Viewer(cookie, cookie.title(), "en", cookie, bool(SETTINGS.people[cookie].admin))


async def _looked(http: aiohttp.ClientSession, address: str, who: str, rows: int) -> float:
    began = time.perf_counter()
    async with http.get(address, headers={"Cookie": f"assent={who}"}) as response:
        text = await response.text()
    taken = (time.perf_counter() - began) * 1000
    assert (response.status, text.count('class="request"')) == (200, rows), (address, text[:2000])
    return taken


def _nothing(rest: Any) -> None:
    """No run goes on here."""
