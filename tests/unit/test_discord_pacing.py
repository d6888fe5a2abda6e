"""Calls of a route keep to the limit that Discord tells, and the last one that it allows is left alone."""

import asyncio
from datetime import UTC, datetime

import pytest

from channels.base import RetryAfter
from channels.discord.pacing import Pacer
from tests.fakes.clocks import HandClock

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def told(left: int, after: float) -> dict[str, str]:
    """What stands on an answer."""
    return {"X-RateLimit-Remaining": str(left), "X-RateLimit-Reset-After": str(after)}


@pytest.fixture
def clock() -> HandClock:
    return HandClock(NOON)


@pytest.fixture
def pacer(clock: HandClock) -> Pacer:
    return Pacer(clock.elapsed, clock.sleep, 15.0)


async def test_the_last_call_of_a_limit_is_left_alone(pacer: Pacer, clock: HandClock) -> None:
    begun = clock.elapsed()
    for left in (4, 3, 2, 1):
        await pacer.begin("posts")
        pacer.ended("posts", told(left, 5.0))
    assert clock.elapsed() == begun
    await pacer.begin("posts")
    assert clock.elapsed() == begun + 5.0
    await pacer.begin("edits")
    assert clock.elapsed() == begun + 5.0, "another route has a limit of its own"


async def test_of_a_new_route_one_call_tells_the_limit_to_the_others(pacer: Pacer, clock: HandClock) -> None:
    await pacer.begin("posts")
    second = asyncio.ensure_future(pacer.begin("posts"))
    await asyncio.sleep(0)
    assert not second.done()
    pacer.ended("posts", told(4, 5.0))
    await second


async def test_a_limit_of_one_is_kept(pacer: Pacer, clock: HandClock) -> None:
    begun = clock.elapsed()
    for _ in range(3):
        await pacer.begin("posts")
        pacer.ended("posts", told(0, 2.0))
    assert clock.elapsed() == begun + 4.0


async def test_what_would_wait_for_long_is_told_to_come_back(pacer: Pacer, clock: HandClock) -> None:
    await pacer.begin("posts")
    pacer.ended("posts", told(1, 60.0))
    with pytest.raises(RetryAfter) as later:
        await pacer.begin("posts")
    assert later.value.seconds == 60.0


async def test_a_call_without_an_answer_holds_nobody_up(pacer: Pacer) -> None:
    for _ in range(3):
        await pacer.begin("posts")
        pacer.ended("posts", {})
