"""Calls to addresses that people have set up: never into the networks around us, wherever a name or redirect leads."""

import errno
import ipaddress
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

SECONDS = 10.0
"""How long one call may take, from looking the name up to the end of the answer."""
LONGEST_URL = 500
MOST_ANSWER_BYTES = 16 * 2**10
_FORBIDDEN = "this address may not be called"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Undelivered(Exception):
    """A call to which nobody has answered; `why` is `forbidden`, `timeout` or `unreachable`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Reach:
    """Where calls may go: to the whole internet by TLS, to these networks, and with `loopback` to this machine."""

    networks: tuple[Network, ...] = ()
    loopback: bool = False

    @classmethod
    def of(cls, networks: Sequence[str], loopback: bool) -> "Reach":
        """With networks, or single addresses, as texts; raises ValueError."""
        return cls(tuple(ipaddress.ip_network(each) for each in networks), loopback)

    def allows(self, address: str, is_secure: bool) -> bool:
        """Whether this very address may be called; what stands for another one is judged as that."""
        try:
            one = _unwrapped(ipaddress.ip_address(address.partition("%")[0]))
        except ValueError:
            return False
        if any(one.version == each.version and one in each for each in self.networks):
            return True
        if one.is_loopback:
            return self.loopback
        return is_secure and one.is_global and not (one.is_multicast or one.is_reserved or one.is_unspecified)

    def objection(self, url: str) -> str:
        """Why nobody may set this address up: `unreadable`, `secure` or `forbidden`; "" if they may.

        Where a name leads is looked at when it is called: that can change.
        """
        if len(url) > LONGEST_URL or not url.isprintable() or " " in url:
            return "unreadable"
        try:
            parts = URL(url)
            host, _ = parts.host, parts.port
        except ValueError:
            return "unreadable"
        if parts.scheme not in ("https", "http") or not host or parts.user is not None or parts.fragment:
            return "unreadable"
        is_secure = parts.scheme == "https"
        if not is_secure and not (self.networks or self.loopback):
            return "secure"
        if _is_address(host):
            return "" if self.allows(host, is_secure) else "forbidden" if is_secure else "secure"
        if host.rstrip(".") == "localhost" or host.rstrip(".").endswith(".localhost"):
            return "" if self.allows("127.0.0.1", is_secure) else "forbidden"
        return "" if is_secure or self.networks else "secure"


class Outgoing:
    """Makes calls; each looks its name up anew, and what it connects to is judged at that moment."""

    def __init__(self, reach: Reach, resolver: AbstractResolver | None = None, seconds: float = SECONDS) -> None:
        self._reach = reach
        self._resolver = resolver
        self._timeout = aiohttp.ClientTimeout(total=seconds)

    async def post(self, url: str, headers: Mapping[str, str], body: str) -> int:
        """Send a body; answers the status of the answer. Raises Undelivered."""
        if self._reach.objection(url):
            raise Undelivered("forbidden")
        try:
            async with (
                aiohttp.ClientSession(
                    connector=self._connector(URL(url).scheme == "https"), timeout=self._timeout,
                    cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False, trust_env=False,
                ) as session,
                session.post(url, data=body.encode(), headers=headers, allow_redirects=False) as response,
            ):  # fmt: skip
                await response.content.read(MOST_ANSWER_BYTES)
                return response.status
        except TimeoutError as error:
            raise Undelivered("timeout") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise Undelivered("forbidden" if _FORBIDDEN in str(error) else "unreachable") from error

    def _connector(self, is_secure: bool) -> aiohttp.TCPConnector:
        def allowed(info: tuple[Any, ...]) -> socket.socket:
            family, kind, protocol, _, address = info
            if not self._reach.allows(str(address[0]), is_secure):
                raise OSError(errno.EACCES, _FORBIDDEN)
            return socket.socket(family, kind, protocol)

        return aiohttp.TCPConnector(
            resolver=self._resolver, use_dns_cache=False, force_close=True, socket_factory=allowed
        )


def _unwrapped(address: Address) -> Address:
    """The address that another one stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
    if inner is None and address in _NAT64:
        inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return inner or address


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True
