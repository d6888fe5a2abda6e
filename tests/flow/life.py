"""One life of an application beside a fake platform, and a look into its database."""

import sqlite3
from collections.abc import Mapping
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.app import App
from bot.clock import SystemClock
from tests.flow.house import Workbench


@dataclass
class Life:
    """A running application, and what it stands on."""

    app: App
    folder: Path
    tools: Workbench
    life: AsyncExitStack
    clock: SystemClock

    async def ends(self) -> None:
        """End the process in good order; another one may be opened on the same files."""
        await self.life.aclose()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Look into the database."""
        with closing(sqlite3.connect(f"file:{self.folder / 'assent.db'}?mode=ro", uri=True)) as books:
            return books.execute(sql, values).fetchall()

    def states(self) -> Mapping[str, int]:
        """How many handoffs are in which state."""
        return dict(self.rows("SELECT state, COUNT(*) FROM handoff GROUP BY state"))
