"""Where calls to addresses that people set up may go, and by which spellings and detours they may not."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from channels.web.outgoing import MOST_ANSWER_BYTES, Outgoing, Reach, Undelivered

INSIDE = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "169.254.170.2", "100.64.0.1", "100.100.100.200", "192.0.0.1", "192.0.2.1", "198.18.0.1",
    "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "::7f00:1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:a9fe:a9fe", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::169.254.169.254", "64:ff9b:1::1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "2001:0:7f00:1::",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe", "not an address", "",
]  # fmt: skip
OUTSIDE = ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"]
SPELLINGS = ["127.1", "0x7f.1", "0177.0.0.1", "2130706433", "0", "localhost", "LOCALHOST", "localhost.", "a.localhost",
             "[::1]", "[::ffff:7f00:1]", "[::]", "127。0。0。1", "①②⑦.0.0.1"]  # fmt: skip


class Names(AbstractResolver):
    """A name server of our own: each look-up of a name gets the next of its answers."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        answer = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        return [
            ResolveResult(
                hostname=host, host=each, port=port, proto=0, flags=socket.AI_NUMERICHOST,
                family=socket.AF_INET6 if ":" in each else socket.AF_INET,
            )
            for each in answer
        ]  # fmt: skip

    async def close(self) -> None:
        """Nothing is open."""


@asynccontextmanager
async def listening(answer: Any) -> AsyncIterator[tuple[int, list[str]]]:
    """A server on this machine: its port, and the addresses that were asked of it."""
    asked: list[str] = []

    async def handler(request: web.Request) -> web.StreamResponse:
        asked.append(request.path)
        return await answer(request) if callable(answer) else web.Response(status=answer)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield runner.addresses[0][1], asked
    finally:
        await runner.cleanup()


async def why(outgoing: Outgoing, url: str) -> str:
    """What becomes of a call: its status, or why there is none."""
    try:
        return str(await outgoing.post(url, {"X": "y"}, "{}"))
    except Undelivered as undelivered:
        return undelivered.why


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_around_us_may_be_called_however_it_is_spelled(address: str) -> None:
    assert not Reach().allows(address, is_secure=True)
    assert not Reach().allows(address, is_secure=False)


@pytest.mark.parametrize("address", OUTSIDE)
def test_the_internet_may_be_called_and_only_by_tls(address: str) -> None:
    assert Reach().allows(address, is_secure=True)
    assert not Reach(loopback=True).allows(address, is_secure=False)


def test_what_the_configuration_names_may_be_called_and_nothing_beside_it() -> None:
    reach = Reach.of(["10.0.0.5", "fd00::/64"], loopback=False)
    for address in ("10.0.0.5", "::ffff:10.0.0.5", "fd00::7"):
        assert reach.allows(address, is_secure=False), address
    for address in ("10.0.0.6", "127.0.0.1", "fd00:0:0:1::1", "169.254.169.254"):
        assert not reach.allows(address, is_secure=True), address
    assert Reach(loopback=True).allows("127.0.0.1", is_secure=False)
    assert not Reach(loopback=True).allows("10.0.0.1", is_secure=True)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://example.com/hook?a=b", ""), ("https://example.com:8443/", ""), ("http://example.com/", "secure"),
        ("https://10.0.0.1/", "forbidden"), ("https://[::1]/", "forbidden"), ("https://localhost/", "forbidden"),
        ("https://169.254.169.254/latest/meta-data", "forbidden"), ("http://127.0.0.1/", "secure"),
        ("ftp://example.com/", "unreadable"), ("file:///etc/passwd", "unreadable"), ("//example.com", "unreadable"),
        ("https://user:pass@example.com/", "unreadable"), ("https://user@example.com/", "unreadable"),
        ("https://example.com/#part", "unreadable"), ("https://", "unreadable"), ("https:///path", "unreadable"),
        ("https://exa mple.com/", "unreadable"), ("https://example.com/\r\nHost: evil", "unreadable"),
        ("https://example.com:99999/", "unreadable"), ("https://example.com/" + "a" * 500, "unreadable"),
        ("", "unreadable"),
        ("javascript:alert(1)", "unreadable"), ("https://[::1", "unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_good_address_is_refused_when_it_is_set_up(url: str, why: str) -> None:
    assert Reach().objection(url) == why


@pytest.mark.parametrize("host", SPELLINGS)
async def test_no_spelling_of_this_machine_is_called(host: str) -> None:
    async with listening(200) as (port, asked):
        for scheme in ("https", "http"):
            assert await why(Outgoing(Reach()), f"{scheme}://{host}:{port}/") in ("forbidden", "unreachable")
    assert asked == []


async def test_a_name_that_leads_to_us_is_not_called_also_if_it_led_elsewhere_before() -> None:
    for answer in (["127.0.0.1"], ["::ffff:127.0.0.1"], ["169.254.169.254"], ["10.0.0.1", "127.0.0.1"]):
        assert await why(Outgoing(Reach(), Names(answer)), "https://hook.example/") == "forbidden", answer
    async with listening(200) as (port, asked):
        names = Names(["127.0.0.1"], ["127.0.0.2"])
        outgoing = Outgoing(Reach.of(["127.0.0.1"], loopback=False), names)
        assert await why(outgoing, f"http://hook.example:{port}/first") == "200"
        assert await why(outgoing, f"http://hook.example:{port}/second") == "forbidden", "looked up anew"
        assert (asked, names.asked) == (["/first"], 2)


async def test_a_redirect_is_followed_nowhere() -> None:
    async def elsewhere(request: web.Request) -> web.Response:
        return web.Response(status=307, headers={"Location": "/inside"})

    async with listening(elsewhere) as (port, asked):
        assert await why(Outgoing(Reach(loopback=True)), f"http://127.0.0.1:{port}/hook") == "307"
    assert asked == ["/hook"]


async def test_an_answer_is_read_up_to_a_measure_and_waited_for_up_to_a_time() -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(10_000):
            await response.write(b"x" * MOST_ANSWER_BYTES)
        return response

    async def silent(request: web.Request) -> web.Response:
        await asyncio.sleep(1)
        return web.Response()

    async with listening(endless) as (port, _):
        assert await why(Outgoing(Reach(loopback=True)), f"http://127.0.0.1:{port}/") == "200"
    async with listening(silent) as (port, _):
        assert await why(Outgoing(Reach(loopback=True), seconds=0.2), f"http://127.0.0.1:{port}/") == "timeout"
    assert await why(Outgoing(Reach(loopback=True)), f"http://127.0.0.1:{port}/") == "unreachable"
