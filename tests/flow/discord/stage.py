"""A stage for stories on Discord: the process of `bot.stage`, whose customer and reviewers are on a fake Discord."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.stage import Stage
from channels.tokens import ASK, action_of
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.messages import Message
from tests.fakes.discord.presses import Modal


class DiscordStage(Stage):
    """People speak and tap on Discord; mails and the clock are the page's."""

    def __init__(self, config: Path, environ: Mapping[str, str], fake: DiscordFake) -> None:
        ana, otto, chris = fake.user(1001, "Ana"), fake.user(1009, "Otto"), fake.user(2001, "Chris")
        self.people = {"ana": ana, "otto": otto, "chris": chris}
        self.desk = fake.channel(fake.guild("Office", ana, otto, chris), "review")
        self.fake = fake
        self._forms: dict[str, Modal] = {}
        account = {
            "ASSENT_DISCORD__TOKEN": fake.token,
            "ASSENT_DISCORD__API_BASE": fake.address,
            "ASSENT_PEOPLE__ANA__DISCORD": "1001",
            "ASSENT_TEAMS__FINANCE__POST": f'["discord:{self.desk.id}"]',
        }
        super().__init__(config, {**environ, **account})

    async def start(self) -> None:
        """Start the process, and wait until it hears."""
        await super().start()
        await self.fake.ready(within=30)

    async def state(self) -> dict[str, Any]:
        """The page's state, with what stands on Discord in the place of what would stand on the page."""
        page = await super().state()
        mails = [item for item in page["items"] if item["kind"] == "mail"]
        channels = [("play:chris", self.people["chris"].channel(self.fake.bot)), ("play:review", self.desk)]
        shown = [item for place, one in channels for message in one.live() for item in _items(place, message)]
        return {**page, "items": [*mails, *shown]}

    async def say(self, side: str, who: str, text: str) -> None:
        """Write: a direct message to the bot, or the words of the form that stands open."""
        if side == "customer":
            await self.people[who].says(self.fake.bot, text)
            return
        sent = self.people[who].submits(self._forms.pop(who), {"Your own words": text})
        assert not (await sent.answer(10)).failed

    async def tap(self, who: str, token: str) -> str:
        """Press the button with this payload; answers what the person is told."""
        card = next(one for one in self.desk.live() if token in _payloads(one))
        press = self.people[who].presses(card, custom_id=token)
        first = await press.answer(10)
        if first.modal is not None:
            self._forms[who] = first.modal
            return first.text
        if action_of(token).startswith(ASK):
            return first.text
        await self.fake.until(lambda: press.later)
        return press.later[0].text


def _payloads(message: Message) -> list[str]:
    return [str(button.get("custom_id")) for button in message.all_buttons()]


def _items(place: str, message: Message) -> Iterator[dict[str, Any]]:
    if not message.author.is_bot:
        return
    item = {"id": message.id, "version": 1000 * message.id + len(message.history), "place": place}
    text = message.text.replace("\\", "")
    yield {**item, "kind": "text", "body": {"text": text}}
    if place == "play:review" and " · " in text.partition("\n")[0]:
        yield {**item, "kind": "card", "body": _card(message, text)}


def _card(message: Message, text: str) -> dict[str, Any]:
    """The card as a story's line may speak of it; every part is read off the message."""
    title, status, *lines = text.replace("**", "").replace("`", "").split("\n")
    labelled = [line.partition(": ") for line in lines if ": " in line]
    calls = [line.partition(" ") for line in lines if " {" in line]
    return {
        "title": title,
        "status": status.partition(" ")[2],
        "reason": next((value for label, _, value in labelled if label == "Reason"), ""),
        "bot": next((value for label, _, value in labelled if label == "Bot"), ""),
        "calls_note": "",
        "facts": [{"label": label, "value": value, "note": ""} for label, _, value in labelled],
        "calls": [{"tool": tool, "raw": raw} for tool, _, raw in calls],
        "transcript": [],
        "buttons": [
            {"label": button.get("label"), "token": button.get("custom_id")} for button in message.all_buttons()
        ],
    }
