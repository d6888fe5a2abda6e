"""A stage for stories by mail: the process of `bot.stage`, whose reviewers read what a fake Resend has taken."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.stage import Stage
from tests.fakes.resend_api import Email, ResendFake
from tests.flow.mail.house import Page, links, read_page

ANA, OTTO = "ana@acme.example.com", "otto@acme.example.com"


class MailStage(Stage):
    """Customers speak on the page; Ana and Otto open the links in their mails and send the forms behind them."""

    def __init__(self, config: Path, environ: Mapping[str, str], fake: ResendFake, port: int) -> None:
        mail = {
            "ASSENT_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "ASSENT_EMAIL__PROVIDER": "resend",
            "ASSENT_EMAIL__FROM": "Acme <approvals@example.com>",
            "ASSENT_EMAIL__API_KEY": fake.api_key,
            "ASSENT_EMAIL__API_BASE": fake.address,
            "ASSENT_PEOPLE__ANA__EMAIL": ANA,
            "ASSENT_PEOPLE__OTTO__EMAIL": OTTO,
            "ASSENT_TEAMS__FINANCE__POST": f'["email:members", "email:{OTTO}"]',
        }
        super().__init__(config, {**environ, **mail})
        self._environ = {**self._environ, "ASSENT_WEB__PORT": str(port)}
        self.fake = fake
        self._asked = ""
        """The link on whose page Ana is asked for her words."""

    async def state(self) -> dict[str, Any]:
        """The page's state, with the mails of codes in its mail pane, and those of cards as cards."""
        page = await super().state()
        said = [item for item in page["items"] if item["kind"] == "text"]
        mails = [item for number, email in enumerate(self.fake.emails, 1) for item in _items(number, email)]
        if self._asked:
            asks = {"status": f"Ana, {(await self._look(self._asked)).text.partition('Reason')[2]} reason"}
            mails.append({"id": 999, "version": 999, "place": "mail", "kind": "card", "body": {**_EMPTY, **asks}})
        return {**page, "items": [*said, *mails]}

    async def say(self, side: str, who: str, text: str, room: str = "") -> None:
        """Write on the page, or into the form that asks for words."""
        if side == "customer":
            await super().say(side, who, text, room)
            return
        link, self._asked = self._asked, ""
        await self._send(link, reason=text)

    async def tap(self, who: str, token: str) -> str:
        """Use the link with that label in somebody's newest card; answers what the page says."""
        address = ANA if who == "ana" else OTTO
        label = next(name for email in self.fake.emails for name, url in links(email).items() if url == token)
        card = [email for email in self.fake.to(address) if label in links(email)][-1]
        link = links(card)[label]
        page = await self._look(link)
        if page.status == 200 and '<textarea name="reason"' in page.raw:
            self._asked = link
            return page.text
        page = await self._send(link) if page.status == 200 else page
        return re.sub(r".*(Approved) by Ana.*", r"\1.", page.text)

    async def _look(self, link: str) -> Page:
        async with self._http.get(link) as response:
            return await read_page(response)

    async def _send(self, link: str, **words: str) -> Page:
        data = {**(await self._look(link)).fields, "sure": "yes", **words}
        async with self._http.post(link, data=data, headers={"Origin": "null"}) as response:
            return await read_page(response)


_EMPTY: Mapping[str, Any] = {
    **dict.fromkeys(("title", "reason", "status", "bot", "calls_note"), ""),
    **dict.fromkeys(("facts", "calls", "transcript", "buttons"), ()),
}


def _items(number: int, email: Email) -> Iterator[dict[str, Any]]:
    item = {"id": number, "version": number, "place": "mail"}
    text = email.body["text"]
    if "ode" in email.body["subject"]:
        body = {"address": email.to, "subject": email.body["subject"], "text": text}
        yield {**item, "kind": "mail", "body": body}
    elif email.to == ANA:
        yield {**item, "kind": "card", "body": {**_EMPTY, **_card(email, text)}}


def _card(email: Email, text: str) -> dict[str, Any]:
    """The card as a story's line may speak of it; every part is read off the plain text."""
    lines = [line.strip() for line in text.splitlines()]
    labelled = [line.partition(": ") for line in lines if ": " in line]
    calls = [line.partition(" ") for line in lines if " {" in line]
    is_result = email.body["subject"].startswith("Re: ")
    return {
        "title": lines[0],
        "status": lines[0] if is_result else lines[1],
        "reason": next((value for label, _, value in labelled if label == "Reason"), ""),
        "bot": next((value for label, _, value in labelled if label == "Bot"), ""),
        "facts": [{"label": label, "value": value, "note": ""} for label, _, value in labelled],
        "calls": [{"tool": tool, "raw": raw} for tool, _, raw in calls],
        "buttons": [{"label": label, "token": url} for label, url in links(email).items()],
    }
