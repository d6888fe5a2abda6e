"""The stores under test, on every database; a configured folder for what works on a file; a served playground."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from channels.web.playground import Playground
from tests.contract.play_client import Client
from tests.contract.store_ground import DATABASES, WORKFLOW, Ground, Opener
from tests.fakes.stage import Stage

CONFIG = """
database = "sqlite://assent.db"
[web]
playground = true
[people.ana]
play = "ana"
[teams.finance]
members = ["ana"]
post = ["play:review"]
[bots.refunds]
workflow = "workflow.json"
team = "finance"
[email]
provider = "playground"
"""


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    """The kind of database."""
    return str(request.param)


@pytest.fixture
def place(request: pytest.FixtureRequest, database: str, tmp_path: Path) -> str:
    """Where a new, empty database of that kind is: a folder, or a URL."""
    return str(request.getfixturevalue("postgres_url")) if database == "postgres" else str(tmp_path)


@pytest.fixture
def opener(database: str, place: str) -> Opener:
    return DATABASES[database](place)


@pytest.fixture
async def ground(opener: Opener) -> AsyncIterator[Ground]:
    async with opener() as made:
        await made.store.keep_workflow(WORKFLOW, "refund", "{}")
        yield made


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the database of a configured folder will be."""
    (tmp_path / "assent.toml").write_text(CONFIG)
    (tmp_path / "workflow.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ASSENT_CONFIG", raising=False)
    return tmp_path / "assent.db"


@pytest.fixture
def stage() -> Stage:
    """A playground over memory; `playground` serves it."""
    return Stage()


@pytest.fixture
async def playground(stage: Stage) -> AsyncIterator[Playground]:
    """The channel of that stage, while it is served."""
    async with stage.served() as served:
        yield served


@pytest.fixture
async def client(stage: Stage, playground: Playground) -> AsyncIterator[Client]:
    """Speaks to that stage over a real socket."""
    async with aiohttp.ClientSession() as session:
        yield Client(stage, session)
