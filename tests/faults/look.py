"""An independent look at what survived: plain SQL on the files, none of our own code for it."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any


class Look:
    """What stands in the files of one folder."""

    def __init__(self, folder: Path) -> None:
        self._database = folder / "assent.db"
        self._ledger = folder / "ledger.db"

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the database answers."""
        return _rows(self._database, sql, values)

    def count(self, table: str, where: str = "1") -> int:
        """How many rows there are."""
        return int(self.rows(f"SELECT COUNT(*) FROM {table} WHERE {where}")[0][0])

    def refunds(self) -> list[tuple[Any, ...]]:
        """Every booked refund as `(order, cents)`."""
        if not self._ledger.exists():
            return []
        return _rows(self._ledger, "SELECT order_id, cents FROM refunds ORDER BY number", ())

    def texts(self, place: str) -> list[str]:
        """What was posted at a place, in order."""
        rows = self.rows("SELECT body FROM board WHERE place = ? AND kind = 'text' ORDER BY id", place)
        return [json.loads(body)["text"] for (body,) in rows]

    def cards(self) -> list[dict[str, Any]]:
        """The cards as they are shown."""
        return [json.loads(body) for (body,) in self.rows("SELECT body FROM board WHERE kind = 'card' ORDER BY id")]

    def unfinished(self) -> Sequence[str]:
        """What somebody must still do, in words; empty when everything is at rest."""
        left = {
            "messages unanswered": self.count("inbox", "state = 'new'"),
            "effects not carried out": self.count("effect", "state = 'new'"),
            "calls under way": self.count("tool_intent", "state = 'open'"),
            "active runs": self.count("run", "status = 'active'"),
        }
        return [f"{number} {what}" for what, number in left.items() if number]


def _rows(file: Path, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)) as connection:
        return connection.execute(sql, values).fetchall()
