"""What houses have in common whose process dies while people tap."""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.fakes.discord.fake import DiscordFake
from tests.fakes.telegram.fake import TelegramFake
from tests.faults.look import Look
from tests.faults.mortal import MortalStage
from tests.faults.orders import WORKFLOW, begin_books
from tests.faults.points import Point
from tests.faults.trial import SEED

PATIENCE = 60.0


class MortalHouse(ABC):
    """A process that dies, the shop's books, and the platform that outlives it."""

    folder: Path
    fake: DiscordFake | TelegramFake
    fates: Sequence[Sequence[Point]]

    def furnish(self, config: str) -> None:
        """An empty database, empty books, and a process that is not started yet."""
        (self.folder / "workflow.json").write_text(json.dumps(WORKFLOW), encoding="utf-8")
        (self.folder / "assent.toml").write_text(config, encoding="utf-8")
        begin_books(self.folder)
        self.look = Look(self.folder)
        self.stage = MortalStage(self.folder, self.folder / "assent.toml", self.fates, hurries=True)

    @abstractmethod
    def texts(self) -> list[str]:
        """What can be read where reviewers look."""

    async def until(self, found: Callable[[], object], what: str) -> None:
        """Wait for something, whichever life brings it."""
        for _ in range(int(PATIENCE / 0.2)):
            if await self.fake.until(found, 0.2):
                return
            await self.stage.state()  # one that has died by itself is followed by the next
        raise AssertionError(f"SEED={SEED}: not seen: {what}; {self.texts()}")

    async def rests(self) -> None:
        """Wait until nobody has anything to do."""
        for _ in range(int(PATIENCE / 0.1)):
            if not (left := await self.look.unfinished()):
                return
            await self.stage.state()
            await asyncio.sleep(0.1)
        raise AssertionError(f"SEED={SEED}: not at rest: {left}")
