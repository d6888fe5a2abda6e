"""The stores under test, on every database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contract.store_ground import DATABASES, WORKFLOW, Ground, Opener


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
