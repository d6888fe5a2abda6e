"""A stage for stories on Telegram: the process of `bot.stage`, whose customer and reviewers are on a fake Telegram."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.stage import Stage
from tests.fakes.telegram.fake import TelegramFake
from tests.fakes.telegram.messages import Message


class TelegramStage(Stage):
    """People speak and tap on Telegram; mails and the clock are the page's."""

    def __init__(self, config: Path, environ: Mapping[str, str], fake: TelegramFake, **more: str) -> None:
        ana, otto = fake.user(1001, "Ana"), fake.user(1009, "Otto")
        self.people = {"ana": ana, "otto": otto, "chris": fake.user(2001, "Chris")}
        self.group = fake.supergroup("Review", ana, otto)
        self.fake = fake
        account = {
            "ASSENT_TELEGRAM__TOKEN": fake.token,
            "ASSENT_TELEGRAM__API_BASE": fake.address,
            "ASSENT_PEOPLE__ANA__TELEGRAM": "1001",
            "ASSENT_TEAMS__FINANCE__POST": f'["telegram:{self.group.id}"]',
            **more,
        }
        super().__init__(config, {**environ, **account})
        self._environ.update(more)

    async def state(self) -> dict[str, Any]:
        """The page's state, with what stands on Telegram in the place of what would stand on the page."""
        page = await super().state()
        mails = [item for item in page["items"] if item["kind"] == "mail"]
        chats = [("play:chris", self.people["chris"].chat(self.fake.bot)), ("play:review", self.group)]
        shown = [item for place, chat in chats for one in chat.live() for item in _items(place, one)]
        return {**page, "items": [*mails, *shown]}

    async def say(self, side: str, who: str, text: str) -> None:
        """Write: in the private chat with the bot, or in the group as a reply to the bot's newest message."""
        if side == "customer":
            await self.people[who].says(self.fake.bot, text)
            return
        asked = [one for one in self.group.live() if one.sender and one.sender.is_bot]
        await self.people[who].says(self.group, text, reply_to=asked[-1])

    async def tap(self, who: str, token: str) -> str:
        """Press the button with this payload; answers what the person is told."""
        card = next(one for one in self.group.live() if token in _payloads(one))
        return str((await self.people[who].taps(card, data=token)).text)


def _payloads(message: Message) -> list[str]:
    return [str(button.get("callback_data")) for button in message.all_buttons()]


def _items(place: str, message: Message) -> Iterator[dict[str, Any]]:
    if message.sender is None or not message.sender.is_bot:
        return
    item = {"id": message.id, "version": 1000 * message.id + len(message.history), "place": place}
    yield {**item, "kind": "text", "body": {"text": message.text}}
    if place == "play:review" and " · " in message.text.partition("\n")[0]:
        yield {**item, "kind": "card", "body": _card(message)}


def _card(message: Message) -> dict[str, Any]:
    """The card as a story's line may speak of it; every part is read off the message."""
    title, status, *lines = message.text.split("\n")
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
            {"label": button["text"], "token": button.get("callback_data")} for button in message.all_buttons()
        ],
    }
