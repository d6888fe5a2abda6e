"""The `resend` client over aiohttp, for any number of accounts in one process.

The library keeps key, address and HTTP client in module variables. So one HTTP client is put there, for good, and each
call tells it by a context variable whose account it is; the variables `api_key` and `api_url` are left alone.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
import resend
from resend.exceptions import ResendError
from resend.http_client_async import AsyncHTTPClient

TIMEOUT = aiohttp.ClientTimeout(total=30, connect=10)
ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class Account:
    """Where and as whom a call is made."""

    session: aiohttp.ClientSession
    api_base: str
    api_key: str


class Unsent(ResendError):
    """No connection: nothing was sent."""


class Unanswered(ResendError):
    """It was sent, and no answer came."""


_ACCOUNT: ContextVar[Account] = ContextVar("resend account")


class _Line(AsyncHTTPClient):
    """Makes the library's requests as the account of the present context."""

    async def request(
        self, method: str, url: str, headers: Mapping[str, str], json: Any = None, files: Any = None, data: Any = None
    ) -> tuple[bytes, int, Mapping[str, str]]:
        account = _ACCOUNT.get()
        url = account.api_base.rstrip("/") + url.removeprefix(resend.api_url)
        headers = {**headers, "Authorization": f"Bearer {account.api_key}"}
        body = json if method == "post" else None
        try:
            async with account.session.request(method, url, headers=headers, json=body, timeout=TIMEOUT) as response:
                return await response.read(), response.status, response.headers
        except aiohttp.ClientConnectorError as error:
            raise Unsent(500, "unsent", str(error), "") from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unanswered(500, "unanswered", f"{type(error).__name__}: {error}", "") from error


async def called(account: Account, call: Callable[[], Awaitable[ResultT]]) -> ResultT:
    """Make a call of the library as this account; raises ResendError."""
    if not isinstance(resend.default_async_http_client, _Line):
        resend.default_async_http_client = _Line()
    token = _ACCOUNT.set(account)
    try:
        return await call()
    finally:
        _ACCOUNT.reset(token)
