"""An independent look at what survived: plain SQL on the database and the ledger, none of our own code for it."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.faults.ground import Rows, Site, in_file

LEFT = {
    "messages unanswered": "inbox WHERE state = 'new'",
    "effects not carried out": "effect WHERE state = 'new'",
    "calls under way": "tool_intent WHERE state = 'open'",
    "active runs": "run WHERE status = 'active'",
}


class Look:
    """What stands in one folder's ledger, and in its file or at another site."""

    def __init__(self, folder: Path, site: Site | None = None) -> None:
        self._site = site or in_file(folder)
        self._ledger = folder / "ledger.db"

    async def rows(self, sql: str) -> Rows:
        """What the database answers."""
        return await self._site.rows(sql)

    async def count(self, table: str, where: str = "TRUE") -> int:
        """How many rows there are."""
        return int((await self.rows(f"SELECT COUNT(*) FROM {table} WHERE {where}"))[0][0])

    def refunds(self) -> Rows:
        """Every booked refund as `(order, cents)`."""
        if not self._ledger.exists():
            return []
        with closing(sqlite3.connect(f"file:{self._ledger}?mode=ro", uri=True, timeout=5)) as ledger:
            return ledger.execute("SELECT order_id, cents FROM refunds ORDER BY number").fetchall()

    async def texts(self, place: str) -> list[str]:
        """What was posted at a place, in order."""
        rows = await self.rows("SELECT place, body FROM board WHERE kind = 'text' ORDER BY id")
        return [json.loads(body)["text"] for there, body in rows if there == place]

    async def texts_in_rooms(self, place: str) -> list[str]:
        """What was posted in the rooms beside a place, in order."""
        rows = await self.rows("SELECT place, body FROM board WHERE kind = 'text' ORDER BY id")
        return [json.loads(body)["text"] for there, body in rows if there.startswith(f"{place}/")]

    async def cards(self) -> list[dict[str, Any]]:
        """The cards as they are shown."""
        rows = await self.rows("SELECT body FROM board WHERE kind = 'card' ORDER BY id")
        return [json.loads(body) for (body,) in rows]

    async def unfinished(self) -> Sequence[str]:
        """What somebody must still do, in words, or that nobody leads; empty when everything is at rest."""
        counts = ", ".join(f"(SELECT COUNT(*) FROM {rest})" for rest in LEFT.values())
        [(leaders, *counted)] = await self.rows(f"SELECT (SELECT COUNT(*) FROM ({self._site.leaders}) one), {counts}")
        left = [f"{number} {what}" for what, number in zip(LEFT, counted, strict=True) if number]
        return left if leaders == 1 else [*left, f"{leaders} leaders"]
