"""The stores under test, on every database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contract.store_ground import DATABASES, WORKFLOW, Ground, Opener


@pytest.fixture(params=DATABASES)
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return DATABASES[request.param](tmp_path)


@pytest.fixture
async def ground(opener: Opener) -> AsyncIterator[Ground]:
    async with opener() as made:
        await made.store.keep_workflow(WORKFLOW, "refund", "{}")
        yield made
