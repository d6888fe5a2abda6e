"""People on the dashboard of a house."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest

from bot.dashboard import indexing
from tests.flow.house import House
from tests.flow.web_house import Visitor, signed_in, visitor

SignIn = Callable[[House, str], Awaitable[Visitor]]


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages wait for the lists for as long as a busy machine takes; people would be shown how old they are."""
    monkeypatch.setattr(indexing, "PATIENCE", 20.0)


@pytest.fixture
async def sign_in() -> AsyncIterator[SignIn]:
    """Signs a person of the playground in, or nobody with ""; browsers are closed at the end."""
    async with AsyncExitStack() as stack:

        async def enter(house: House, who: str = "ana") -> Visitor:
            guest = await (signed_in(house, who) if who else visitor(house))
            stack.push_async_callback(guest.http.close)
            return guest

        yield enter
