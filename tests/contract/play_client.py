"""Speaks the playground's HTTP, as its page does."""

import asyncio
import json
from typing import Any

import aiohttp

from tests.fakes.stage import Stage


class Client:
    """Speaks to a stage as its page does."""

    def __init__(self, stage: Stage, session: aiohttp.ClientSession) -> None:
        self._stage = stage
        self._session = session

    async def post(self, path: str, data: Any, **headers: str) -> tuple[int, Any]:
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        headers = {"Origin": self._stage.address} | headers
        async with self._session.post(self._stage.address + path, data=body, headers=headers) as response:
            return response.status, await response.json(content_type=None)

    async def status(self, path: str, data: Any) -> int:
        """How a post is answered, also where the answer is no JSON."""
        headers = {"Origin": self._stage.address}
        async with self._session.post(self._stage.address + path, json=data, headers=headers) as response:
            return response.status

    async def say(self, text: str, id: str = "message-1", **more: Any) -> tuple[int, Any]:
        return await self.post("/play/say", {"side": "customer", "who": "chris", "text": text, "id": id} | more)

    async def get(self, path: str, **headers: str) -> aiohttp.ClientResponse:
        return await self._session.get(self._stage.address + path, headers=headers, allow_redirects=False)

    async def state(self) -> Any:
        return await (await self.get("/play/state")).json()

    async def events(self, count: int, after: int = 0, **headers: str) -> list[tuple[int, Any]]:
        """The first so many changes as `(id, item)`."""
        found: list[tuple[int, Any]] = []
        async with asyncio.timeout(5):
            response = await self.get(f"/play/events?after={after}", **headers)
            version = 0
            while len(found) < count:
                line = (await response.content.readline()).decode().strip()
                name, _, value = line.partition(": ")
                if name == "id":
                    version = int(value)
                elif name == "data":
                    found.append((version, json.loads(value)))
            response.close()
        return found

    async def upload(
        self, data: bytes, name: str = "receipt.pdf", id: str = "upload-1", **more: str
    ) -> tuple[int, Any]:
        url, query = self._stage.address + "/play/files", {"id": id, "name": name, "locale": "en"}
        headers = {"Origin": self._stage.address, "Content-Type": "application/pdf"} | more
        async with self._session.post(url, params=query, data=data, headers=headers) as response:
            return response.status, await response.json(content_type=None)
