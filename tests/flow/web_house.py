"""The dashboard as its people use it, over HTTP: somebody signs in, reads pages, sends their forms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

import aiohttp

from tests.flow.house import House

_LINK = re.compile(r"https?://\S+/sign-in/\S+")


@dataclass
class Page:
    """An answer of the server: its status, its headers, its text."""

    status: int
    headers: Mapping[str, str]
    text: str
    address: str

    @property
    def words(self) -> str:
        """What can be read on it, without the tags."""
        return words_of(self.text)

    @property
    def csrf(self) -> str:
        """The value that forms of this page hold."""
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', self.text)
        return found[1] if found else ""

    def forms(self, action: str) -> list[dict[str, str]]:
        """The hidden and filled-in inputs of the forms that go there."""
        found = []
        for form in re.findall(r"<form[^>]*>.*?</form>", self.text, re.S):
            if re.search(rf'action="{re.escape(action)}"', form):
                inputs = re.findall(r'<(?:input|button)[^>]*name="([^"]*)"[^>]*value="([^"]*)"', form)
                found.append({name: unescape(value) for name, value in inputs})
        return found


@dataclass
class Visitor:
    """A browser without a script."""

    address: str
    http: aiohttp.ClientSession
    csrf: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, follow: bool = True, **headers: str) -> Page:
        """Look at a page."""
        async with self.http.get(
            self.address + path, headers={**self.headers, **headers}, allow_redirects=follow
        ) as response:
            return await self._page(response)

    async def post(self, path: str, follow: bool = True, headers: Mapping[str, str] | None = None, **form: Any) -> Page:
        """Send a form of ours; a `csrf` of None leaves the value out."""
        given = {"csrf": self.csrf, **form}
        data = {name: value for name, value in given.items() if value is not None}
        sent = {"Origin": self.address, **self.headers, **(headers or {})}
        async with self.http.post(self.address + path, data=data, headers=sent, allow_redirects=follow) as response:
            return await self._page(response)

    async def _page(self, response: aiohttp.ClientResponse) -> Page:
        page = Page(response.status, response.headers, (await response.read()).decode(), str(response.url.relative()))
        self.csrf = page.csrf or self.csrf
        return page


async def visitor(house: House) -> Visitor:
    """Somebody who is not signed in."""
    assert house.app.server
    jar = aiohttp.CookieJar(unsafe=True)
    return Visitor(house.app.server.address, aiohttp.ClientSession(cookie_jar=jar))


async def link_for(house: House, who: str) -> str:
    """The link that the bot hands out to a person of the playground, as an address."""
    before = len(await house.texts_at("play:review"))
    await house.say("/dashboard", who)

    async def look() -> str | None:
        for text in (await house.texts_at("play:review"))[before:]:
            if found := _LINK.search(text):
                return found[0]
        return None

    return str(await house.until(look, house.state, f"a link for {who}"))


async def signed_in(house: House, who: str = "ana") -> Visitor:
    """A person of the playground on the dashboard; their browser is to be closed by `http.close()`."""
    guest = await visitor(house)
    path = (await link_for(house, who)).removeprefix(guest.address)
    page = await guest.post(path, next="/account")
    assert page.status == 200, page.text
    return guest


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._mute = 0

    def handle_starttag(self, tag: str, _attributes: Any) -> None:
        self._mute += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._mute -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._mute:
            self.found.append(data)


def words_of(html: str) -> str:
    """What can be read on a page, with single spaces."""
    parser = _Words()
    parser.feed(html)
    return " ".join(" ".join(parser.found).split())
