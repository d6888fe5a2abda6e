"""The matrix of who may do what, by whatever channel: people x channels x actions, and what a refusal changes."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from storage.ties import Absence, LinkAttempt, LinkCode
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG
from tests.flow.people_house import Town
from tests.unit.workflows import file, handoff, message, node, tool, trigger

PLAY, TELEGRAM, DISCORD, EMAIL = CHANNELS = ("play", "telegram", "discord", "email")
NAMES = ("ana", "ben", "lea", "otto", "rita", "cleo", "dora", "vera", "dan")
HEAD, _, TAIL = CONFIG.partition("[people]")
TEAMS = """
[teams.finance]
members = ["ana", "ben", "cleo", "dora", "vera"]
post = ["play:review"]
[teams.legal]
members = ["lea"]
post = ["play:review"]
"""
BOTS = "".join(
    f'[bots.{bot}]\nworkflow = "{bot}.json"\nteam = "finance"\nremind = []\n' for bot in ("ask", "choose", "hold")
)

STRANGER = "You are not a reviewer of this team, so nothing happened."
OWN = "This is your own request: somebody else has to decide."
NOBODY = "I cannot see who you are: you write as the group or a channel."
DONE: Mapping[str, str] = {
    "approve": "Approved.",
    "reject": "Rejected.",
    "ask_reason": "Please write the reason as your next message here",
    "option1": "Noted: Full.",
    "claim": "You look after this now.",
    "undo": "The request is open again.",
    "/approve": "Approved.",
    "/reject": "Rejected.",
    "/handoff": "",
    "/pending": "One request waits for a decision:",
}
"""What somebody is told who may do so."""
BY_MAIL = ("approve", "reject", "ask_reason")
"""What the links in a mail do."""
BOT_OF = {"option1": "choose", "undo": "hold"}
TAPS = tuple(action for action in DONE if not action.startswith("/"))
_SAYING = ("conversation", "inbox", "message", "effect", "board")
"""The tables in which it stands that somebody wrote something, and was answered."""


def number(name: str) -> int:
    return 1001 + NAMES.index(name)


def account(name: str, channel: str) -> str:
    """Somebody's account on a channel."""
    if name == "anonymous":
        return f"{channel}:chat-100"
    if channel == EMAIL:
        return f"email:{name}@example.com"
    return f"play:{name}" if channel == PLAY else f"{channel}:{number(name)}"


def people() -> Iterator[str]:
    """All but Rita, who has left, with all their accounts; Dora has joined those that are not on the page."""
    for name in NAMES:
        others = f', telegram = {number(name)}, discord = {number(name)}, email = "{name}@example.com"'
        if name != "rita":
            yield f'{name} = {{ name = "{name.title()}", play = "{name}"{"" if name == "dora" else others} }}'


@dataclass(frozen=True)
class Who:
    """Somebody, what their taps are answered where they may not, and who asks for what they decide."""

    name: str
    refused: str = ""
    typed: str = ""
    """What a reviewers' command is answered; "" if as a tap."""

    def asks(self, channel: str) -> str:
        """The account that asks."""
        if self.name == "cleo":
            return account("cleo", PLAY if channel == EMAIL else channel)
        if self.name == "dora":
            return account("dora", TELEGRAM if channel == PLAY else PLAY)
        return "play:chris"

    def words(self, action: str) -> str:
        """What they are told, "" where they may."""
        if self.refused == OWN and action in ("claim", "/handoff", "/pending"):
            return ""
        if not action.startswith("/") or not self.typed:
            return self.refused
        if self.name == "lea":
            return "" if action == "/pending" else "There is no request "
        return self.typed.format(action)


WHO = {
    "reviewer": Who("ana"),
    "delegate": Who("dan"),
    "member of another team": Who("lea", STRANGER, "There is no request "),
    "outsider": Who("otto", STRANGER, "Only reviewers can use {}."),
    "removed reviewer": Who("rita", STRANGER, "Only reviewers can use {}."),
    "anonymous": Who("anonymous", STRANGER, NOBODY),
    "requester": Who("cleo", OWN),
    "requester by another account": Who("dora", OWN),
    "whose address the requester has verified": Who("vera", OWN),
}
CASES = [
    pytest.param(who, channel, id=f"{title} by {channel}")
    for title, who in WHO.items()
    for channel in CHANNELS
    if (who.name, channel) != ("anonymous", EMAIL)
]


def workflow(who: Who, **data: object) -> str:
    """Asks, and pays when approved; whoever asks what Vera decides has proven her address before."""
    ends = ("full", "half") if "options" in data else ("approved",)
    others = ("timeout",) if "options" in data else ("rejected",)
    first = "auth" if who.name == "vera" else "ask"
    gate = node("auth", "auth_gate", provider="smtp", contact_type="email", outputVariable="email", validFor="30d")
    nodes = [trigger(), *([gate] if first == "auth" else []), handoff("ask", **data),
             tool("pay", "stripe__create_refund", arguments={"order_id": "1"})]  # fmt: skip
    ways = [f"start > {first}", *(["auth.verified > ask", "auth.failed > no"] if first == "auth" else [])]
    ways += [*(f"ask.{end} > pay" for end in ends), *(f"ask.{end} > no" for end in others), "pay > yes"]
    return file([*nodes, message("yes", "Paid."), message("no", "Not paid.")], *ways)


async def settled(open_house: OpenHouse, folder: Path, who: Who) -> Town:
    """Three bots, everybody with accounts on every channel."""
    options = [{"id": "full", "label": "Full"}, {"id": "half", "label": "Half"}]
    for bot, data in {"ask": {}, "choose": {"options": options}, "hold": {"undo": "1h"}}.items():
        (folder / f"{bot}.json").write_text(workflow(who, **data), encoding="utf-8")
    town = Town.around(await open_house(config=f"{HEAD}[people]\n" + "\n".join(people()) + TEAMS + BOTS))
    for name in ("dora", "rita"):
        for channel in CHANNELS[1 if name == "dora" else 0 :]:
            await joined(town, account(name, channel), name)
    return town


async def joined(town: Town, one: str, name: str) -> None:
    """Join an account to somebody who may have left the configuration meanwhile."""
    ties, now = town.app.ties, town.app.ties._clock.now()
    await ties.offer(LinkCode(one, one, name, "", "", now + timedelta(minutes=1)), name, now)
    await ties.join(LinkAttempt(one, [one], now, lambda account: ""))


async def asked(town: Town, who: Who, channel: str, action: str) -> str:
    """A new request that waits for this action."""
    bot = BOT_OF.get(action, "ask")
    asker = who.asks(channel)
    if who.name == "vera":
        await verified(town, asker, bot, "Vera@example.com")
    request = await town.asked(asker, bot)
    if action == "undo":
        assert "until then Undo takes it back" in await town.taps("play:ben", "approve", request)
    if who.name == "dan":
        now = town.app.ties._clock.now()
        await town.app.ties.leave(Absence("ana", "dan", now + timedelta(days=1)), "play:ana", now)
    return request


async def verified(town: Town, asker: str, bot: str, address: str) -> None:
    """Have somebody proven, some time ago, that an address is theirs."""
    await town.says(asker, "/start", bot=bot)
    at = int(town.app.ties._clock.now().timestamp() * 1_000_000)
    with closing(sqlite3.connect(town.house.folder / "assent.db", timeout=10)) as books, books:
        books.execute("UPDATE conversation SET proven = ?, proven_at = ? WHERE bot = ?", (address, at, bot))


async def does(town: Town, who: Who, channel: str, action: str, request: str) -> str:
    """What somebody is told who taps or types this."""
    one = account(who.name, channel)
    if not action.startswith("/"):
        return await town.taps(one, action, request)
    return await town.says(one, action if action == "/pending" else f"{action} {request[:8]}", bot="ask")


@pytest.mark.parametrize(("who", "channel"), CASES)
async def test_who_may_do_what(open_house: OpenHouse, tmp_path: Path, who: Who, channel: str) -> None:
    town = await settled(open_house, tmp_path, who)
    actions = BY_MAIL if channel == EMAIL else tuple(DONE)
    for action in actions:
        request = await asked(town, who, channel, action)
        if refused := who.words(action):
            await is_refused(town, who, channel, action, request, refused)
        else:
            await is_done(town, who, channel, action, request)
        await closed(town, request)


async def is_refused(town: Town, who: Who, channel: str, action: str, request: str, words: str) -> None:
    """It is said why, that is on record in one row, and nothing else has changed."""
    but = _SAYING if action.startswith("/") else ()
    before, noted = town.kept(*but), rows(town)
    told = await does(town, who, channel, action, request)
    assert told.startswith(words), (action, told)
    assert town.kept(*but) == before, action
    [(event, actor)] = rows(town)[len(noted) :]
    assert event == ("decision.refused" if who.words("approve") == words else "command.refused"), action
    assert actor == account(who.name, channel)


async def is_done(town: Town, who: Who, channel: str, action: str, request: str) -> None:
    """It is said that it was done, and it was."""
    told = await does(town, who, channel, action, request)
    if (who.name, action) == ("lea", "/pending"):
        assert told == "Nothing waits for a decision."
        return
    assert told.startswith(DONE[action]), (action, told)
    if action in ("/handoff", "/pending"):
        place = town.place(account(who.name, channel))
        copies = town.house.rows("SELECT COUNT(*) FROM card WHERE handoff_id = ? AND place = ?", request, place)
        assert copies == [(1,)] if action == "/handoff" else request[:6] in told
        return
    expected = {"approve": "approved", "reject": "rejected", "ask_reason": "rejecting", "option1": "chosen"}
    assert town.state(request) == expected.get(action.removeprefix("/"), "pending"), action
    if town.state(request) in ("approved", "rejected", "chosen"):
        name = {"dan": "Dan for Ana"}.get(who.name, who.name.title())
        sql = "SELECT person, person_name FROM decision WHERE handoff_id = ?"
        assert town.house.rows(sql, request) == [(who.name, name)]


async def closed(town: Town, request: str) -> None:
    """Have nothing wait any more, so that the next action meets one request."""
    if town.state(request) == "settling":
        await town.taps("play:ben", "undo", request)
    if town.state(request) in ("pending", "rejecting"):
        await town.taps("play:ben", "option2" if "option" in shape(town, request) else "reject", request)


def shape(town: Town, request: str) -> str:
    [(question,)] = town.house.rows("SELECT question FROM handoff WHERE id = ?", request)
    return str(question)


def rows(town: Town) -> list[tuple[str, str]]:
    """Events and actors of the record."""
    return [(event, actor) for event, actor in town.house.rows("SELECT event, actor FROM audit ORDER BY id")]


def test_the_matrix_is_whole() -> None:
    assert len(CASES) == len(WHO) * len(CHANNELS) - 1
    assert set(TAPS) | {"/approve", "/reject", "/handoff", "/pending"} == set(DONE)
