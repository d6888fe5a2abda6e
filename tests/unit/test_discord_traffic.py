"""What keeps an account on Discord from being shut out: counted refusals, paced calls, places that refused us."""

from types import SimpleNamespace
from typing import Any

import pytest

from channels.base import RetryAfter
from channels.discord.errors import PlaceGone
from channels.discord.shut import PROBE_AFTER, Shut
from channels.discord.traffic import EVERY, MOST_REFUSED, SPAN, Traffic


class Time:
    """Seconds that pass when somebody waits."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waited = 0.0

    def elapsed(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.waited += seconds
        self.now += seconds


async def answered(traffic: Traffic, status: int) -> None:
    """An answer of Discord's comes in."""
    told: Any = SimpleNamespace(response=SimpleNamespace(status=status, headers={}))
    for told_to in traffic.trace().on_request_end:
        await told_to(None, None, told)  # type: ignore[arg-type, call-arg, misc]


async def test_many_refusals_stop_everything_until_they_are_old() -> None:
    time = Time()
    traffic = Traffic(time.elapsed, time.sleep, 10.0)
    for number in range(MOST_REFUSED):
        async with traffic.turn(""):
            for status in (200, 404, (401, 403, 429)[number % 3]):
                await answered(traffic, status)
    with pytest.raises(RetryAfter, match=f"refused {MOST_REFUSED} calls") as refused:
        async with traffic.turn(""):
            raise AssertionError("nothing more is called")
    assert 0 < refused.value.seconds <= SPAN
    time.now += refused.value.seconds + EVERY
    async with traffic.turn(""):
        pass


async def test_calls_are_paced_below_what_discord_allows() -> None:
    time = Time()
    traffic = Traffic(time.elapsed, time.sleep, 10.0)
    began = time.now
    for _ in range(200):
        async with traffic.turn(""):
            pass
    assert 200 / (time.now - began) < 50


async def test_it_is_known_whether_a_call_has_left() -> None:
    time = Time()
    traffic = Traffic(time.elapsed, time.sleep, 10.0)
    async with traffic.turn("") as departure:
        assert not departure.has_left
        for left in traffic.trace().on_request_headers_sent:
            await left(None, None, None)  # type: ignore[arg-type, call-arg, misc]
        assert departure.has_left


def test_a_place_that_refused_is_left_alone_for_an_hour_or_until_somebody_speaks_there() -> None:
    time = Time()
    shut = Shut(time.elapsed)
    shut.check("discord:1")
    shut.refused("discord:1", PlaceGone("no"))
    with pytest.raises(PlaceGone, match="no"):
        shut.check("discord:1")
    shut.check("discord:2")
    time.now += PROBE_AFTER
    shut.check("discord:1")
    shut.refused("discord:1", PlaceGone("no"))
    shut.opened("discord:1")
    shut.check("discord:1")
