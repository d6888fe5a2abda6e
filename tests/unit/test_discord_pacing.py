"""Calls of a route keep to the limit that Discord tells, and the last one that it allows is left alone."""

import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest

from channels.base import RetryAfter, Unconfirmed, Unreachable
from channels.discord.errors import translated
from channels.discord.pacing import Pacer
from channels.discord.traffic import Traffic
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


async def test_a_try_that_was_refused_for_its_pace_had_not_left(clock: HandClock) -> None:
    """The library tries again by itself: what an earlier try may have done is not forgotten."""
    for statuses, has_left in (((429,), False), ((429, 429), False), ((502, 429), True), ((502,), True)):
        traffic = Traffic(clock.elapsed, clock.sleep, 10.0)
        trace = traffic.trace()
        async with traffic.turn("") as departure:
            for status in statuses:
                told: Any = SimpleNamespace(response=SimpleNamespace(status=status, headers={}))
                await trace.on_request_headers_sent[0](None, None, None)  # type: ignore[arg-type, call-arg, misc]
                await trace.on_request_end[0](None, None, told)  # type: ignore[arg-type, call-arg, misc]
            assert departure.has_left is has_left, statuses


def test_a_lost_connection_is_a_doubt_where_something_had_gone_out() -> None:
    away = aiohttp.ClientConnectorError(SimpleNamespace(host="discord", port=443), OSError())  # type: ignore[arg-type]
    for sent, kind in ((None, Unreachable), (False, Unreachable), (True, Unconfirmed)):
        assert type(translated(away, sent)) is kind
    for sent, kind in ((None, Unconfirmed), (False, Unreachable), (True, Unconfirmed)):
        assert type(translated(TimeoutError(), sent)) is kind
