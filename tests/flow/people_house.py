"""Accounts on every platform for the tests of who is who: what people write and tap there, and what they read."""

import secrets
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.app import App
from channels.base import Finding, Inbound, MessageRef, Tap
from channels.tokens import CardToken, encode
from channels.views import CardView, FilesView, TextView
from tests.flow.house import House


@dataclass
class Shelf:
    """A channel that keeps what it is given to show."""

    name: str
    texts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    async def start(self) -> None: ...
    async def stop(self) -> None: ...
    async def close(self) -> None: ...

    async def post_text(self, place: str, view: TextView, key: str) -> MessageRef:
        self.texts[place].append(view.text)
        return MessageRef(key)

    async def edit_text(self, place: str, ref: MessageRef, view: TextView) -> None: ...

    async def post_card(self, place: str, view: CardView, key: str) -> MessageRef:
        return MessageRef(key)

    async def edit_card(self, place: str, ref: MessageRef, view: CardView) -> None: ...

    async def post_files(self, place: str, view: FilesView, key: str) -> MessageRef:
        return MessageRef(key)

    async def show_typing(self, place: str) -> None: ...

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        return ()

    def status(self) -> Finding:
        return Finding(self.name)


@dataclass
class Town:
    """A house whose people have accounts on Telegram and Discord besides."""

    house: House
    shelves: dict[str, Shelf]

    @classmethod
    def around(cls, house: House) -> "Town":
        shelves = {name: Shelf(name) for name in ("telegram", "discord")}
        house.app.channels.update(shelves)
        return cls(house, shelves)

    @property
    def app(self) -> App:
        return self.house.app

    def place(self, account: str) -> str:
        """Where somebody writes with us in private."""
        channel, _, user = account.partition(":")
        return f"discord:@{user}" if channel == "discord" else account

    async def says(self, account: str, text: str, place: str = "", bot: str = "") -> str:
        """Write as an account, in private unless a place is given; answers what is read there once all is quiet."""
        place = place or self.place(account)
        before = len(await self.reads(place))
        channel, _, user = account.partition(":")
        now = self.house.app.ties._clock.now()
        await self.house.app.inbox.hear(
            Inbound(channel, "default", secrets.token_hex(8), place, user, user.title(), text, now, bot=bot)
        )
        await self.house.quiet()
        return "\n".join((await self.reads(place))[before:])

    async def reads(self, place: str) -> list[str]:
        """What the bot has said at a place."""
        channel = place.partition(":")[0]
        if channel in self.shelves:
            return self.shelves[channel].texts[place]
        return await self.house.texts_at(place)

    async def taps(self, account: str, action: str, handoff: str) -> str:
        """Press a button of a card in the review group of the account's channel; answers what the person is told."""
        channel, _, user = account.partition(":")
        place = account if channel == "email" else f"{channel}:review"
        tap = Tap(channel, "default", place, user, user.title(), encode(CardToken(handoff, action)), "en")
        answer = await self.app.taps.tap(tap)
        await self.house.quiet()
        return answer.text

    async def votes_with_role(self, account: str, handoff: str, role: str) -> str:
        """Approve in a channel of a server, where the platform tells the roles of whoever taps."""
        channel, _, user = account.partition(":")
        token = encode(CardToken(handoff, "approve"))
        tap = Tap(channel, "default", f"{channel}:review", user, user.title(), token, "en", roles=(role,))
        answer = await self.app.taps.tap(tap)
        await self.house.quiet()
        return answer.text

    async def joins(self, account: str, to: str) -> None:
        """Join an account to that of somebody, by the code that they get in private."""
        code = code_in(await self.says(to, "/link"))
        assert await self.says(account, f"/link {code}") != ""

    async def asked(self, account: str = "play:chris", bot: str = "") -> str:
        """Ask for something as an account; answers the handoff that was opened."""
        await self.says(account, "money please", bot=bot)
        [(handoff,)] = self.house.rows("SELECT id FROM handoff ORDER BY opened_at DESC, id LIMIT 1")
        return str(handoff)

    def has_members(self, *members: str) -> None:
        """The team's members as a configuration would have them that is read at the next start."""
        people = self.app.desk._people
        teams = people._settings.teams
        team = teams["finance"].model_copy(update={"members": members})
        people._settings = people._settings.model_copy(update={"teams": {**teams, "finance": team}})
        people.authority._settings = people._settings

    def forgets(self, name: str) -> None:
        """Take a person out of the configuration."""
        people = self.app.desk._people
        known = {each: person for each, person in people._settings.people.items() if each != name}
        people._settings = people._settings.model_copy(update={"people": known})
        people.accounts._settings = people.authority._settings = people._settings
        accounts = people.accounts._configured
        people.accounts._configured = {account: who for account, who in accounts.items() if who != name}

    def state(self, handoff: str) -> str:
        """Where a handoff stands."""
        [(state,)] = self.house.rows("SELECT state FROM handoff WHERE id = ?", handoff)
        return str(state)

    def kept(self, *but: str) -> dict[str, list[tuple[Any, ...]]]:
        """Everything in the database but these tables, the record with its head, and what follows it by itself."""
        names = [name for (name,) in self.house.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = {
            name: self.house.rows(f"SELECT * FROM {name}")
            for name in names
            if name not in ("audit", "sqlite_sequence", "found", "found_word", *but)
        }
        moves = ("audit_head", "note:follows", "note:found")
        kept["instance"] = [row for row in kept["instance"] if not row[0].startswith(moves)]
        return kept


def code_in(text: str) -> str:
    """The code that stands in a text behind /link."""
    return next(line for line in text.splitlines() if line.startswith("/link ")).removeprefix("/link ")
