"""The application with a fake Resend: what customers say on the page, and what reviewers do with their mails."""

import asyncio
import html
import re
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientResponse

from tests.fakes.resend_api import Email, ResendFake
from tests.flow.house import House

ANA, BEN, OLGA = "ana@example.com", "ben@example.com", "olga@example.com"
CONFIG = """
database = "sqlite://assent.db"
public_url = "http://127.0.0.1:{port}"
[web]
port = {port}
playground = true
[email]
provider = "resend"
from = "Acme Approvals <approvals@example.com>"
api_key = "{key}"
api_base = "{address}"
webhook_secret = "{secret}"
[mcp.orders]
command = ["python", "-c", ""]
tools.get_order = {{ effect = "read" }}
[mcp.stripe]
command = ["python", "-c", ""]
tools.create_refund = {{ effect = "keyed", idempotency = {{ argument = "idempotency_key" }} }}
[mcp.bank]
command = ["python", "-c", ""]
tools.look = {{ effect = "read" }}
[people]
ana = {{ name = "Ana", email = "Ana@example.com", play = "ana" }}
ben = {{ name = "Ben", email = "ben@example.com", locale = "de" }}
lea = {{ name = "Lea", email = "lea@example.com" }}
olga = {{ name = "Olga", email = "olga@example.com", admin = true }}
[teams.finance]
name = "Finance"
members = ["ana", "ben"]
post = [{post}]
[bots.refunds]
name = "Acme Refunds"
workflow = "workflow.json"
team = "finance"
contact = "support@example.com"
remind = []
{bot}
"""
"""Ana and Ben decide about money, Ben reads German, Lea belongs to no team, Olga is an operator."""

DIRECT = {
    "nodes": [
        {"id": "t", "type": "trigger", "data": {"triggerType": "message_received"}},
        {
            "id": "h",
            "type": "action",
            "data": {"actionType": "human_handoff", "reason": "{{user_name}} asks: {{message}}", "label": "Finance"},
        },
        {
            "id": "pay",
            "type": "mcp_tool",
            "data": {"toolName": "stripe__create_refund", "arguments": {"order_id": "1"}, "outputVariable": "refund"},
        },
        {"id": "yes", "type": "send_message", "data": {"message": "Your refund is done."}},
        {"id": "no", "type": "send_message", "data": {"message": "No refund: {{handoff.reason}}"}},
    ],
    "edges": [
        {"source": "t", "target": "h"},
        {"source": "h", "target": "pay", "sourceHandle": "approved"},
        {"source": "h", "target": "no", "sourceHandle": "rejected"},
        {"source": "pay", "target": "yes"},
    ],
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a link answered: its text without tags, and the values of its form."""

    status: int
    text: str
    raw: str
    fields: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass
class MailHouse(House):
    """A running application whose reviewers read mail; `life` is closed to end it."""

    fake: ResendFake = field(kw_only=True)
    life: AsyncExitStack = field(kw_only=True)
    _read: dict[str, int] = field(default_factory=dict)

    @property
    def address(self) -> str:
        assert self.app.server
        return self.app.server.address

    async def mail(self, address: str, subject: str = "") -> Email:
        """Wait for the next mail to somebody whose subject says this; an address is the same in any case."""
        lane = f"{address} {subject}"

        async def look() -> Email | None:
            found = [one for one in self.fake.emails if one.to.lower() == address and subject in one.body["subject"]]
            return found[self._read.get(lane, 0)] if len(found) > self._read.get(lane, 0) else None

        async def instead() -> Any:
            return [(one.to, one.body["subject"]) for one in self.fake.emails]

        found: Email = await self.until(look, instead, f"a mail to {lane}")
        self._read[lane] = self._read.get(lane, 0) + 1
        return found

    async def code(self, address: str) -> str:
        """Wait for the next code to an address."""
        return code_in(await self.mail(address, "ode"))

    async def card_mail(self, address: str = ANA) -> Email:
        """Wait for the next card to an address."""
        return await self.mail(address, "Finance")

    # --- links ------------------------------------------------------------------------------------------------

    async def get(self, url: str, method: str = "GET", **headers: str) -> Page:
        async with self.http.request(method, url, headers=headers, allow_redirects=False) as response:
            return await read_page(response)

    async def post_form(self, url: str, fields: Mapping[str, str], origin: str = "null") -> Page:
        """Send a form as a browser does from a page without a referrer."""
        headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
        async with self.http.post(url, data=fields, headers=headers, allow_redirects=False) as response:
            return await read_page(response)

    async def decide(self, url: str, **fields: str) -> Page:
        """Open a link, set the tick and send the form; answers what is shown then."""
        page = await self.get(url)
        sent = await self.post_form(url, {**page.fields, "sure": "yes", **fields})
        return await self.get(url) if sent.status == 303 else sent

    def decisions(self) -> list[tuple[Any, ...]]:
        """Who decided what, where and why."""
        return self.rows("SELECT person, action, via, reason FROM decision ORDER BY id")

    async def still(self, seconds: float = 0.3) -> None:
        """Let pass what could still happen."""
        await self.quiet()
        await asyncio.sleep(seconds)


def links(email: Email) -> dict[str, str]:
    """The links of a card's mail by the labels before them."""
    return dict(re.findall(r"^(.+): (http\S+/a/\S+)$", email.body["text"], re.M))


def code_in(email: Email) -> str:
    """The code in a mail."""
    found = re.search(r"(?<!\d)\d{6}(?!\d)", email.body["text"])
    assert found, email.body["text"]
    return found[0]


async def read_page(response: ClientResponse) -> Page:
    """A page as a person reads it."""
    raw = await response.text()
    fields = {
        name: html.unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', raw)
    }
    text = html.unescape(re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", raw, flags=re.S)))
    return Page(response.status, text.strip(), raw, fields, response.headers)
