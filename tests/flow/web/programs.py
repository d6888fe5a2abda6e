"""A program with a key: what the API tests send, and what they get."""

import json
import re
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.flow.house import House
from tests.flow.web_house import Visitor

TOKEN = re.compile(r"assent_[A-Za-z0-9_-]{43}")


@dataclass
class Answer:
    """What a program got."""

    status: int
    headers: Mapping[str, str]
    body: Any

    @property
    def code(self) -> str:
        """The code of a problem, "" for anything else."""
        return str(self.body.get("code", "")) if "problem" in self.headers["Content-Type"] else ""


@dataclass
class Program:
    """Somebody's program."""

    address: str
    http: aiohttp.ClientSession
    token: str = ""

    async def ask(self, method: str, path: str, json: Any = None, **headers: str) -> Answer:
        """One request, with the key unless another one is given."""
        if self.token:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        async with self.http.request(
            method, f"{self.address}/api/v1{path}", json=json, headers=headers, allow_redirects=False
        ) as response:
            return await answer_of(response)

    async def get(self, path: str, **headers: str) -> Answer:
        return await self.ask("GET", path, **headers)

    async def decide(self, handoff: str, action: str, key: str = "", edition: int = 0, **wish: Any) -> Answer:
        """Do something with a request, under a key of its own unless one is given."""
        body = {"action": action, "edition": edition, **wish}
        named = {"Idempotency-Key": key or secrets.token_hex(8)}
        return await self.ask("POST", f"/handoffs/{handoff}/decision", json=body, **named)


async def answer_of(response: aiohttp.ClientResponse) -> Answer:
    """An answer of the server, its JSON read."""
    text = await response.text()
    body = json.loads(text) if "json" in response.headers.get("Content-Type", "") else text
    return Answer(response.status, response.headers, body)


async def token_of(visitor: Visitor, *scopes: str, days: str = "30", name: str = "a program") -> str:
    """Make a key on the page, as its person does."""
    await visitor.get("/account/tokens")
    form = [("csrf", visitor.csrf), ("name", name), ("days", days), *(("scope", scope) for scope in scopes)]
    async with visitor.http.post(
        f"{visitor.address}/account/tokens", data=aiohttp.FormData(form), headers={"Origin": visitor.address}
    ) as response:
        text = await response.text()
        assert response.status == 200, text
        return TOKEN.findall(text)[0]


@asynccontextmanager
async def program(house: House, token: str = "") -> AsyncIterator[Program]:
    """A program without cookies."""
    assert house.app.server
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        yield Program(house.app.server.address, http, token)
