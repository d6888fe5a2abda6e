"""Requests that waited in a database of any release are decided with the present code, by the buttons posted then."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.house import House, NotedTools, configured, living
from tests.histories.make import EFFECTS, WORKFLOWS

HISTORIES = sorted((Path(__file__).parents[1] / "histories").glob("*.sql"))


def revived(history: Path, folder: Path) -> Path:
    """A folder with the database of a history; answers its configuration."""
    with closing(sqlite3.connect(folder / "assent.db")) as connection, connection:
        connection.executescript(history.read_text(encoding="utf-8"))
        ((head,),) = connection.execute("SELECT value FROM instance WHERE name = 'audit_head'").fetchall()
    (folder / "assent.db.generation").write_text(head)
    return configured(folder, WORKFLOWS)


def button(house: House, requester: str, action: str) -> str:
    """What a button of the card that this customer's request has carries."""
    ((handoff,),) = house.asks("SELECT id FROM handoff WHERE requester = ?", f"play:{requester}")
    tokens = [button["token"] for card in house.cards() if card["handoff"] == handoff for button in card["buttons"]]
    (found,) = [token for token in tokens if token.endswith(f":{action}")]
    return str(found)


def status(house: House, user: str) -> Any:
    ((found,),) = house.asks(
        "SELECT status FROM run WHERE conversation_id = (SELECT id FROM conversation WHERE user_id = ?)", user
    )
    return found


def test_there_is_a_history() -> None:
    assert HISTORIES


@pytest.mark.parametrize("history", HISTORIES, ids=lambda path: path.stem)
async def test_every_request_of_an_old_release_is_decidable(history: Path, tmp_path: Path) -> None:
    tools = NotedTools(**EFFECTS)
    config = revived(history, tmp_path)
    # The workflows of today are others: the old requests go on with theirs.
    (tmp_path / "approve.json").write_text(json.dumps(WORKFLOWS["doubt"]))
    async with living(config, tools) as house:
        assert {status(house, user) for user in ("ann", "bob", "cem", "dov", "eve")} == {"waiting", "stopped"}

        await house.presses(button(house, "ann", "approve"))
        await house.presses(button(house, "bob", "reject"))
        await house.presses(button(house, "cem", "retry"))
        await house.presses(button(house, "dov", "stop"))
        await house.says("eve", "eve@example.com", "gate")
        await house.rests()
        await house.says("eve", code(house), "gate")
        await house.rests()

        assert {status(house, user) for user in ("ann", "bob", "cem", "dov", "eve")} == {"done"}
        assert [(call.tool, json.loads(call.arguments).get("what")) for call in tools.calls] == [
            ("bank__pay", "10"),
            ("bank__look", None),
        ]
        assert house.told("bob")[-1] == "Refused."
        assert house.told("eve")[-1] == "Done."


def code(house: House) -> str:
    """The one-time code that was mailed last."""
    ((body,),) = house.asks("SELECT body FROM board WHERE kind = 'mail' ORDER BY id DESC LIMIT 1")
    found = re.search(r"\b\d{6}\b", body)
    assert found
    return found[0]
