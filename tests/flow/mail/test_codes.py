"""Codes by mail: one at a time, a few per hour, in nobody else's hands, remembered only where a workflow says so."""

import logging
import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.faults import SettingsError
from storage.backup import backup
from tests.fakes.resend_api import Refused
from tests.flow.mail.conftest import Open
from tests.flow.mail.house import CONFIG, MailHouse
from tests.unit.workflows import auth, file, message, trigger

CHRIS, DANA = "chris@example.com", "dana@example.com"


def gate(**data: Any) -> str:
    """A workflow that lets in who proves an address."""
    node = auth() | {"data": auth()["data"] | data}
    edges = ("start > auth", "auth.verified > in", "auth.failed > shut")
    return file([trigger(), node, message("in", "You are in, {{email}}."), message("shut", "Shut.")], *edges)


async def asked(house: MailHouse, address: str = CHRIS, who: str = "chris") -> str:
    """Ask for a code; answers it."""
    await house.say("hello", who)
    await house.sees("*e-mail address*", who)
    await house.say(address, who)
    await house.sees(f"*six digits to {address}*", who)
    return await house.code(address)


async def test_a_new_code_ends_the_one_before(open_mail: Open) -> None:
    house = await open_mail(gate())
    first = await asked(house)
    await house.advance(seconds=31)
    await house.say("resend")
    second = await house.code(CHRIS)
    await house.sees("*six digits*")
    assert house.rows("SELECT tries_left FROM challenge ORDER BY expires_at") == [(0,), (5,)]
    if first != second:
        await house.say(first)
        await house.sees("*not the code*4 tries left*")
    await house.say(second)
    await house.sees("You are in, chris@example.com.")


async def test_wishes_are_buttons_and_words(open_mail: Open) -> None:
    house = await open_mail(gate())
    await asked(house)
    told = (await house.items("text", "play:chris"))[-1]["body"]
    offered = [button["label"] for button in told["buttons"]]
    assert offered == ["Send a new code", "Other address", "Cancel"]
    await house.say("Other address")
    await house.sees("*another address*")
    await house.advance(seconds=31)
    await house.say(DANA)
    await house.say(await house.code(DANA))
    await house.sees("You are in, dana@example.com.")


@pytest.mark.parametrize("word", ["cancel", "Cancel", "/cancel", "stop."])
async def test_a_customer_may_give_up(open_mail: Open, word: str) -> None:
    house = await open_mail(gate())
    code = await asked(house)
    await house.say(word)
    if word != "/cancel":  # the command withdraws the whole request
        await house.sees("*I stop here*")
        await house.sees("Shut.")
    await house.quiet()
    await house.say(code)
    await house.sees("*e-mail address*")


async def test_wishes_are_understood_in_the_customers_language(open_mail: Open) -> None:
    house = await open_mail(gate())
    await house.say("Hallo", locale="de")
    await house.sees("*E-Mail-Adresse*")
    await house.say(CHRIS, locale="de")
    await house.code(CHRIS)
    await house.sees("*sechsstelligen Code*")
    await house.say("Andere Adresse", locale="de")
    await house.sees("*andere Adresse*")


async def test_codes_for_one_address_are_limited_whoever_asks(open_mail: Open) -> None:
    house = await open_mail(gate())
    for who in ("chris", "dana", "eli"):
        await asked(house, CHRIS, who)
        await house.advance(seconds=31)
    await house.hear("hello", "fay")
    await house.until(lambda: _said(house, "play:fay", "address"), house.state, "fay is asked")
    await house.hear("Chris@Example.com", "fay")
    await house.until(lambda: _said(house, "play:fay", "another code yet"), house.state, "fay is put off")
    assert len(house.fake.to(CHRIS)) == 3
    await house.advance(minutes=59)
    await house.hear("anything", "fay")
    await house.until(lambda: _said(house, "play:fay", "six digits"), house.state, "fay gets one")


async def _said(house: MailHouse, place: str, words: str) -> bool:
    return any(words in text for text in await house.texts_at(place))


async def test_codes_for_one_chat_are_limited_whatever_the_address(open_mail: Open) -> None:
    house = await open_mail(gate())
    await house.say("hello")
    await house.sees("*e-mail address*")
    for number in range(5):
        await house.say(f"victim{number}@example.com")
        await house.sees("*six digits*")
        await house.advance(seconds=31)
        await house.say("change")
        await house.sees("*another address*")
    await house.say("victim6@example.com")
    await house.sees("*another code yet*minutes*")
    await house.say("resend")
    await house.sees("*another code yet*")
    await house.quiet()
    assert len(house.fake.emails) == 5


async def test_a_second_code_right_after_the_first_has_to_wait_and_the_first_holds(open_mail: Open) -> None:
    house = await open_mail(gate())
    code = await asked(house)
    await house.say("resend")
    await house.sees("*another code yet*a minute*")
    await house.say(code)
    await house.sees("You are in*")
    assert len(house.fake.emails) == 1


async def test_everybody_is_told_the_same_whoever_the_address_belongs_to(open_mail: Open) -> None:
    house = await open_mail(gate())
    await asked(house, "ana@example.com", "chris")
    await asked(house, "nobody@example.com", "dana")
    told = [[text.replace("ana@", "X@").replace("nobody@", "X@") for text in await house.texts(who)]
            for who in ("chris", "dana")]  # fmt: skip
    assert told[0] == told[1]
    bodies = [one.body["text"] for one in house.fake.emails]
    assert len({"".join(char for char in body if not char.isdigit()) for body in bodies}) == 1


async def test_a_code_is_good_in_its_own_chat_only(open_mail: Open) -> None:
    house = await open_mail(gate())
    mine = await asked(house, CHRIS, "chris")
    theirs = await asked(house, DANA, "dana")
    if mine != theirs:
        await house.say(mine, "dana")
        await house.sees("*not the code*", "dana")
    await house.say(mine, "chris")
    await house.sees("You are in, chris@example.com.")
    await house.quiet()
    await house.say(mine, "chris")
    await house.sees("*e-mail address*")


async def test_a_proof_is_remembered_for_as_long_as_the_workflow_says(open_mail: Open) -> None:
    house = await open_mail(gate(validFor="1h"))
    await house.say(await asked(house))
    await house.sees("You are in, chris@example.com.")
    await house.advance(minutes=59)
    await house.say("again")
    await house.sees("*known to me as chris@example.com*")
    await house.sees("You are in, chris@example.com.")
    await house.advance(minutes=2)
    await house.say("and again")
    await house.sees("*e-mail address*")
    await house.say("hello", "dana")
    await house.sees("*e-mail address*", "dana")


async def test_without_valid_for_nothing_is_remembered(open_mail: Open) -> None:
    house = await open_mail(gate())
    await house.say(await asked(house))
    await house.sees("You are in*")
    await house.say("again")
    await house.sees("*e-mail address*")


async def test_what_a_card_says_of_a_remembered_proof_is_when_it_was_made(open_mail: Open) -> None:
    ask = {"id": "h", "type": "action", "data": {"actionType": "human_handoff", "reason": "For {{email}}"}}
    node = auth() | {"data": auth()["data"] | {"validFor": "1d"}}
    edges = ("start > auth", "auth.verified > h", "h.approved > y", "h.rejected > n")
    workflow = file([trigger(), node, ask, message("y"), message("n")], *edges)
    house = await open_mail(workflow, post='"play:review"')
    await house.say(await asked(house))
    first = await house.card("For chris@example.com")
    await house.tap("ana", "Approve", first)
    await house.advance(hours=3)
    await house.say("again")
    second = await house.card("Waiting*")
    notes = [row["note"] for card in (first, second) for row in card["facts"] if row["label"] == "email"]
    assert all(note.startswith("verified by code mailed at") for note in notes)
    moments = [re.findall(r"\d+:\d\d\s[AP]M", note) for note in notes]
    assert moments[0] == moments[1] != []


async def test_a_gate_without_a_mail_provider_is_refused_at_the_start(open_mail: Open) -> None:
    config = CONFIG.replace('provider = "resend"', 'provider = "none"')
    with pytest.raises(SettingsError) as refused:
        await open_mail(gate(), post='"play:review"', config=config)
    [sentence] = refused.value.problems
    assert "auth.provider: Nobody can be verified, because no mail is sent" in sentence


# --- what is stored ---------------------------------------------------------------------------------------------------


def found_in(folder: Path, code: str) -> list[str]:
    """The files of a folder in which a text stands, anywhere in their bytes."""
    return [path.name for path in folder.iterdir() if path.is_file() and code.encode() in path.read_bytes()]


def said_in(database: Path, code: str) -> list[Any]:
    """The rows of a database in which a text stands."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as books:
        tables = [name for (name,) in books.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows: Sequence[Any] = [(table, row) for table in tables for row in books.execute(f"SELECT * FROM {table}")]
    return [row for row in rows if code in repr(row)]


async def _is_sealed(house: MailHouse) -> bool:
    return bool(house.rows("SELECT 1 FROM effect WHERE kind = 'mail' AND rendered IS NOT NULL"))


async def test_a_code_stands_in_no_database_log_or_backup(open_mail: Open, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    house = await open_mail(gate())
    house.fake.faults = [Refused(503, "outage", "not now")]
    await house.say("hello")
    await house.sees("*e-mail address*")
    await house.say(CHRIS)
    await house.sees("*six digits*")
    await house.until(lambda: _is_sealed(house), house.state, "a first try")
    waiting = house.folder / "waiting"
    waiting.mkdir()
    for path in house.folder.glob("assent.db*"):
        shutil.copy(path, waiting / path.name)
    backup(house.folder / "assent.db", waiting / "copy.db")
    await house.advance(seconds=5)
    code = await house.code(CHRIS)
    await house.quiet()
    assert found_in(waiting, CHRIS) != [], "the search finds what is there"
    assert found_in(waiting, code) == found_in(house.folder, code) == []
    assert house.rows("SELECT payload, rendered FROM effect WHERE kind = 'mail'") == [("{}", None)]
    await house.say(code)
    await house.sees("You are in*")
    await house.quiet()
    backup(house.folder / "assent.db", house.folder / "after.db")
    said = said_in(house.folder / "assent.db", code) + said_in(house.folder / "after.db", code)
    own = [(table, row) for table, row in said if not (table == "board" and "said" in row)]
    assert own == [], "what the customer typed is on the playground's page, and nowhere else"
    assert code not in caplog.text
    with closing(sqlite3.connect(house.folder / "assent.db")) as books:
        lines = [words for (words,) in books.execute("SELECT words FROM message")]
    assert any("••••••" in line for line in lines)


@pytest.mark.errors("its code has expired")
async def test_a_mail_waits_sealed_and_is_erased_when_its_code_expires(open_mail: Open) -> None:
    house = await open_mail(gate())
    house.fake.faults = [Refused(503, "outage", "not now") for _ in range(40)]
    await house.say("hello")
    await house.sees("*e-mail address*")
    await house.say(CHRIS)
    await house.sees("*six digits*")
    await house.until(lambda: _is_sealed(house), house.state, "a first try")
    [(payload, rendered)] = house.rows("SELECT payload, rendered FROM effect WHERE kind = 'mail'")
    assert "gAAAA" in payload and rendered.startswith("gAAAA"), "both are sealed"
    await house.advance(minutes=16)

    async def erased() -> bool:
        rows = house.rows("SELECT state, payload, rendered FROM effect WHERE kind = 'mail'")
        return rows == [("dead", "{}", None)]

    await house.until(erased, house.state, "the mail is erased")
    assert house.fake.emails == []
