"""What a process knows of ties: what others have changed, what is over, and no older look than the newest."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import cast

from bot.ties import Kept, Ties
from storage.ties import Absence, Known, Link
from tests.fakes.clocks import HandClock

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Shelf:
    """A database of which several looks may be under way; each answers when it is let go on."""

    def __init__(self) -> None:
        self.now = Known()
        self.slow: asyncio.Event | None = None

    async def known(self) -> Known:
        seen, slow = self.now, self.slow
        self.slow = None
        if slow:
            await slow.wait()
        return seen


def ties(shelf: Shelf, clock: HandClock | None = None) -> Ties:
    return Ties(cast(Kept, shelf), clock or HandClock(NOON))


async def test_what_another_process_has_changed_is_followed() -> None:
    shelf = Shelf()
    here = ties(shelf)
    shelf.now = Known([Link("discord:5", "ana", NOON)], [], [("ana", "email")])
    assert here.bonds().joined == {}
    await here.refresh()
    assert here.bonds().joined == {"discord:5": "ana"} and here.bonds().muted == {("ana", "email")}
    shelf.now = Known([Link("discord:5", "ana", NOON, ended=True)])
    await here.refresh()
    assert here.bonds().joined == {} and here.bonds().former == {"discord:5": {"ana"}}


async def test_a_look_that_began_earlier_does_not_bring_back_what_is_gone() -> None:
    shelf = Shelf()
    here = ties(shelf)
    shelf.now, shelf.slow = Known([Link("discord:5", "ana", NOON)]), asyncio.Event()
    let_go = shelf.slow
    earlier = asyncio.create_task(here.refresh())
    await asyncio.sleep(0)
    shelf.now = Known([Link("discord:5", "ana", NOON, ended=True)])
    await here.refresh()
    let_go.set()
    await earlier
    assert here.bonds().joined == {}


async def test_an_absence_is_over_in_its_moment_without_a_look() -> None:
    shelf, clock = Shelf(), HandClock(NOON)
    here = ties(shelf, clock)
    shelf.now = Known([], [Absence("ana", "ben", NOON + timedelta(hours=1))])
    await here.refresh()
    assert here.bonds().delegators("ben") == ["ana"] and here.bonds().delegate("ana") == "ben"
    clock.moment = NOON + timedelta(hours=1)
    assert here.bonds().delegators("ben") == [] and here.bonds().delegate("ana") == ""
