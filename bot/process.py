"""The long-running process: what it needs is opened on one stack, and left in reverse order when it is told to stop."""

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot import restore
from bot.app import App
from bot.clock import SystemClock
from bot.faults import SettingsError
from bot.ground import Ground, Wrap, as_it_is
from bot.i18n import Locales
from bot.lock import AlreadyRunning, held
from bot.metrics import CountedTools, Metrics
from bot.people import People
from bot.replicas import Alone
from bot.secrets import InstanceSecrets
from bot.settings import Settings
from bot.tools import McpTools
from bot.wishes import Wishes
from bot.workflows import Workflows, load_workflows
from channels.web.server import PortInUse
from engine.environment import Environment
from engine.runner import Runner
from engine.store import CodeLimits
from storage.db import DatabaseRefused
from storage.generation import kept
from storage.opening import file_of, opened

log = logging.getLogger(__name__)

OK = 0


def run(settings: Settings, restored: bool = False) -> int:
    """Serve until SIGTERM or SIGINT; a second one ends at once. Answers the exit code."""
    try:
        asyncio.run(_serve(settings, restored))
    except AlreadyRunning as other:
        raise SettingsError([f"{other}. Stop it first, or name another database."]) from other
    except DatabaseRefused as refused:
        raise SettingsError([f"{refused.problem}. To mend it: {refused.fix}."]) from refused
    except PortInUse as taken:
        raise SettingsError([f"Port {taken.port} on {taken.host} is in use. Set another one: [web] port."]) from taken
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        raise SettingsError([f"Nothing was started, because of {what}."]) from error
    return OK


async def _serve(settings: Settings, restored: bool) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop() -> None:
        if stopping.is_set():
            # The second signal: as good as a kill, which every moment survives.
            sys.stderr.flush()
            signal.raise_signal(signal.SIGKILL)
        stopping.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    async with running(settings, restored=restored) as app:
        # What is loaded by now stays: the garbage collector need not look at it again and again.
        gc.collect()
        gc.freeze()
        if app.server and settings.web.playground:
            print(f"Playground: {app.server.address}/play", flush=True)  # noqa: T201 - the answer of a command
        log.info("ready")
        await stopping.wait()
        log.info("stopping")


@asynccontextmanager
async def running(
    settings: Settings, clock: SystemClock | None = None, wrap: Wrap = as_it_is, restored: bool = False
) -> AsyncIterator[App]:
    """Everything a configuration asks for, at work; `wrap` lets a test come between it and the outside.

    With `restored` whatever is open waits for an operator, as it does when the database is found to be an older one.

    Raises SettingsError for a workflow that is refused, AlreadyRunning, DatabaseRefused, PortInUse or OSError; nothing
    was heard or sent then.
    """
    tools = wrap(McpTools(settings.servers()))
    current = load_workflows(settings, tools)
    metrics = Metrics()
    clock = clock or SystemClock()
    async with AsyncExitStack() as stack:
        generation = None
        if file := file_of(settings.database):
            stack.enter_context(held(file))
            generation = stack.enter_context(kept(file))
        storage = await stack.enter_async_context(opened(settings.database, clock, settings.run.lease, generation))
        gate = await restore.enter(storage.database, generation, clock, restored)
        store = wrap(storage.store)
        if storage.watch is None:
            await store.free_leases()  # where there are other processes, stale leases lapse
        workflows = Workflows(settings, tools, store, storage.notes, current)
        await workflows.begin()
        await stack.enter_async_context(tools)
        instance, key = await store.instance()
        secrets, counted = InstanceSecrets(key), CountedTools(tools, metrics.called)

        def make_runner(people: People) -> Runner:
            # The page's own inbox gets as many codes as people like: nobody can be pestered there.
            limits = CodeLimits() if settings.email.leaves_the_house else None
            wishes = Wishes(Locales(settings.default_locale))
            env = Environment(
                clock, secrets, people, counted, instance, settings.run.lease, gate, wishes, code_limits=limits
            )
            return Runner(store, env, workflows.current)

        def trouble() -> str:
            return storage.watch.trouble if storage.watch else ""

        ground = Ground(
            settings, storage, store, clock, make_runner, workflows, secrets, tools.status, trouble, metrics, wrap,
            storage.watch or Alone(),
        )  # fmt: skip
        app = App(ground)
        stack.push_async_callback(app.stop)
        await app.start()
        if gate.closed:
            app.supervisor.service("restore", lambda: restore.watch(storage.database, gate))
        yield app
