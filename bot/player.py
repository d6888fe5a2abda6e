"""Plays a story on a stage, line by line; the first line that does not come true ends it."""

import asyncio
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bot.stage import Stage
from bot.story import Deed, StoryLine, matches
from examples.refund.ledger import entries

WAIT = 30.0
"""Seconds that an awaited line may take."""
POLL = 0.1
CUSTOMER = "customer"
CARD, CARDS = "{card}", "{cards}"
"""Stand in what somebody says for the id of the newest open card, and for those of all of them."""
_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


class Found(NamedTuple):
    """Something that a line may await: the pane it stands in, its place there, what it says, how it is told."""

    pane: str
    number: int
    says: tuple[str, ...]
    told: str


class LineFailed(Exception):
    """A line did not come true; `seen` is what was there instead."""

    def __init__(self, line: StoryLine, seen: Sequence[str]) -> None:
        super().__init__(f"line {line.number} did not come true: {line.source}")
        self.line = line
        self.seen = seen


class Player:
    """Plays one story; `ledger` is the file that `ledger:` lines look into, `show` gets each line as it was seen."""

    def __init__(self, stage: Stage, ledger: Path, show: Callable[[str], None], wait: float = WAIT) -> None:
        self._stage = stage
        self._ledger = ledger
        self._show = show
        self._wait = wait
        self._passed: dict[str, int] = {}
        """The newest thing in each pane that a line has waited for: the next must come after it."""
        self._told: dict[str, str] = {}
        self._code = ""

    async def play(self, lines: Sequence[StoryLine]) -> None:
        """Play all lines; raises LineFailed at the first that does not come true."""
        for line in lines:
            await self._play(line)

    async def _play(self, line: StoryLine) -> None:
        match line.deed:
            case Deed.SAYS:
                text = line.text.replace("{code}", self._code)
                if CARD in text or CARDS in text:
                    ids = await self._open_cards(line)
                    text = text.replace(CARDS, " ".join(ids)).replace(CARD, ids[0])
                await self._stage.say(*await self._side(line), text)
                self._show(f"{line.who}: {text}")
            case Deed.SAYS_IN_ROOM:
                room = await self._until(line, Player._rooms)
                await self._stage.say(*await self._side(line), line.text, room.pane)
                self._show(f"{line.who} in the room: {line.text}")
            case Deed.TAPS:
                button = await self._until(line, Player._buttons)
                self._told[line.who] = await self._stage.tap(line.who, button.told)
                self._show(f"{line.who} taps {line.text}: {self._told[line.who]}")
            case Deed.RESTART:
                await self._stage.kill()
                await self._stage.start()
                self._show("(killed and started again)")
            case Deed.WAITS:
                await self._stage.advance(line.span)
                self._show(f"({line.source[1:]} later)")
            case _:
                found = await self._until(line, _LOOKS[line.deed])
                if line.deed is Deed.MAIL and (code := _CODE.search(found.told)):
                    self._code = code[0]
                self._show(found.told)

    async def _until(self, line: StoryLine, look: Any) -> Found:
        """Look again and again until something matches the line."""
        here: list[Found] = []
        for _ in range(max(1, int(self._wait / POLL))):
            here = list(look(self, line, await self._stage.state()))
            for found in here:
                new = found.number > self._passed.get(found.pane, 0)
                if new and any(matches(line.text, text) for text in found.says):
                    if line.deed in (Deed.SEES, Deed.MAIL, Deed.SEES_IN_ROOM):
                        self._passed[found.pane] = found.number
                    return found
            await asyncio.sleep(POLL)
        raise LineFailed(line, [found.told for found in here])

    async def _open_cards(self, line: StoryLine) -> Sequence[str]:
        """The ids by which commands name the cards that are open, the newest first."""
        cards = [item["body"] for item in _newest_cards(await self._stage.state())]
        ids = [str(card["short_id"]) for card in cards if not card["decided"]]
        if not ids:
            raise LineFailed(line, ["no card is open"])
        return ids

    async def _side(self, line: StoryLine) -> tuple[str, str]:
        state = await self._stage.state()
        if line.who in [person["id"] for person in state["reviewers"]]:
            return "review", line.who
        return "customer", _customer(line, state)

    # --- where a line looks -----------------------------------------------------------------------------------

    def _texts(self, line: StoryLine, state: Mapping[str, Any]) -> Iterator[Found]:
        reviewer = line.who in [person["id"] for person in state["reviewers"]]
        place = "play:review" if reviewer else f"play:{_customer(line, state)}"
        for item in state["items"]:
            if item["place"] == place and item["kind"] == "text":
                text = item["body"]["text"]
                yield Found(place, item["id"], (text,), f"{line.who} sees: {text}")

    def _statuses(self, line: StoryLine, state: Mapping[str, Any]) -> Iterator[Found]:
        """Texts as they stand now, also those that were said long ago and have been changed since."""
        for found in self._texts(line, state):
            yield found._replace(pane="status", number=1, told=found.told.replace(" sees: ", " sees status: ", 1))

    def _rooms(self, line: StoryLine, state: Mapping[str, Any]) -> Iterator[Found]:
        """The newest open room; any words may be said there."""
        for item in reversed(state["items"]):
            if item["kind"] == "room" and item["body"]["open"]:
                yield Found(item["place"], item["version"], (line.text,), item["body"]["title"])

    def _in_rooms(self, line: StoryLine, state: Mapping[str, Any]) -> Iterator[Found]:
        rooms = {item["place"] for item in state["items"] if item["kind"] == "room"}
        for item in state["items"]:
            if item["place"] in rooms and item["kind"] == "text":
                text = item["body"]["text"]
                yield Found("rooms", item["id"], (text,), f"{line.who} sees in the room: {text}")

    def _mails(self, line: StoryLine, state: Mapping[str, Any]) -> Iterator[Found]:
        for item in state["items"]:
            body = item["body"]
            if item["kind"] == "mail" and body["address"] == line.who:
                says = (body["text"], body["subject"], f"{body['subject']} {body['text']}")
                yield Found("mail", item["id"], says, f"mail {line.who}: {body['subject']}")

    def _cards(self, line: StoryLine, state: Mapping[str, Any]) -> Iterator[Found]:
        for item in _newest_cards(state):
            says = tuple(_card_texts(item["body"]))
            told = f"{line.who} sees card: {says[0]} | {says[1]} | {says[2]}"
            yield Found(f"card {item['id']}", item["version"], says, told)

    def _buttons(self, line: StoryLine, state: Mapping[str, Any]) -> Iterator[Found]:
        for item in _newest_cards(state):
            for button in (*item["body"]["buttons"], *item["body"].get("more", ())):
                yield Found("button", item["version"], (button["label"],), button["token"])

    def _answers(self, line: StoryLine, state: Mapping[str, Any]) -> Iterator[Found]:
        told = self._told.get(line.who, "")
        yield Found("answer", 1, (told,), f"{line.who} is told: {told}")

    def _entries(self, line: StoryLine, state: Mapping[str, Any]) -> Iterator[Found]:
        booked = entries(self._ledger)
        for entry in booked:
            text = f"{entry.order_id} {entry.amount} {entry.currency}"
            yield Found("ledger", 1, (text,), f"ledger: {text}, key {entry.key}")
        if not booked:
            yield Found("ledger", 1, ("empty",), "ledger: empty")


_LOOKS = {
    Deed.SEES: Player._texts,
    Deed.SEES_CARD: Player._cards,
    Deed.SEES_STATUS: Player._statuses,
    Deed.SEES_IN_ROOM: Player._in_rooms,
    Deed.IS_TOLD: Player._answers,
    Deed.MAIL: Player._mails,
    Deed.LEDGER: Player._entries,
}


def _customer(line: StoryLine, state: Mapping[str, Any]) -> str:
    known = [person["id"] for person in state["customers"]]
    if line.who == CUSTOMER:
        return str(known[0])
    if line.who in known:
        return line.who
    raise LineFailed(line, [f"nobody here is called {line.who!r}; there are {', '.join([CUSTOMER, *known])}"])


def _newest_cards(state: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return sorted((i for i in state["items"] if i["kind"] == "card"), key=lambda item: item["id"], reverse=True)


def _card_texts(body: Mapping[str, Any]) -> Iterator[str]:
    """Everything a card says, most important first: what a line waits for may be any of it."""
    yield from (body["title"], body["reason"], body["status"], body["bot"], body["calls_note"])
    yield from (f"{row['label']}: {row['value']}" for row in body["facts"])
    for row in body["facts"]:
        if row["note"]:
            yield f"{row['label']}: {row['value']} ({row['note']})"
    yield from (f"{call['tool']} {call['raw']}" for call in body["calls"])
    yield from (f"{line['who']}: {line['text']}" for line in body["transcript"])
