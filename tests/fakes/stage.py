"""A playground in front of memory, really served: what its contract tests and its browser tests have in common."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from channels.views import Button, CallView, CardView, Line, Row
from channels.web.playground import Playground
from channels.web.server import WebServer
from channels.web.settings import Persona, PlaygroundPeople, WebSettings
from channels.web.words import WORDS
from tests.fakes.board import MemoryBoard, MemoryDesk, MemoryIntake

PEOPLE = PlaygroundPeople(
    reviewers=(Persona("ana", "Ana", "finance"), Persona("otto", "Otto", "no reviewer")),
    bots=(("refunds", "Acme Refunds"),),
)
LOCALES = Path(__file__).parents[2] / "locales"


@dataclass
class Stage:
    """Everything behind one served page; `port` stays the same when it is served again."""

    board: MemoryBoard = field(default_factory=MemoryBoard)
    intake: MemoryIntake = field(default_factory=MemoryIntake)
    desk: MemoryDesk = field(default_factory=MemoryDesk)
    people: PlaygroundPeople = PEOPLE
    ahead: timedelta = timedelta()
    ready: list[tuple[str, bool, str]] = field(default_factory=lambda: [("database", True, "")])
    port: int = 0
    address: str = ""

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    async def advance(self, by: timedelta) -> datetime:
        self.ahead += by
        return self.now()

    async def readiness(self) -> list[tuple[str, bool, str]]:
        return self.ready

    @asynccontextmanager
    async def served(self) -> AsyncIterator[Playground]:
        """Serve until the block ends, as one life of the process."""
        playground = Playground(
            self.board,
            self.intake,
            self.desk,
            self.people,
            words=words,
            clock=self.now,
            advance=self.advance,
            working_day=lambda bot: self.now() + timedelta(days=3),
            locales=("en", "de"),
        )
        server = WebServer(WebSettings(port=self.port, playground=True), self.readiness, [playground])
        await server.start()
        await playground.start()
        self.port, self.address = server.port, server.address
        try:
            yield playground
        finally:
            await playground.stop()
            await server.stop()


def words(locale: str) -> Mapping[str, str]:
    """The page's words from `locales/`; an id that is not there reads as itself."""
    texts = {id: id.removeprefix("play-").replace("-", " ").capitalize() for id in WORDS}
    for tag in ("en", locale.partition("-")[0] or "en"):
        file = LOCALES / f"{tag}.ftl"
        if file.exists():
            texts |= dict(re.findall(r"^(play-[a-z-]+) = (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE))
    return texts


CARD = CardView(
    handoff="k3v7q2m5x4n6p8r9s2t4u6w8y2",
    short_id="K3V7",
    state="pending",
    title="Finance Approval",
    status="Waiting for a decision since 12:30",
    bot_label="Bot",
    bot="Acme Refunds",
    reason_label="Reason",
    reason="Refund $2150.00 for order #45678 (ana@example.com)",
    opened_label="Asked",
    opened="12:30 UTC",
    opened_at=datetime(2026, 8, 24, 12, 30, tzinfo=UTC),
    facts_label="What is known",
    facts=(
        Row("email", "ana@example.com", "verified by e-mail code at 12:29"),
        Row("order.id", "45678"),
        Row("order.total", "2150.00"),
        Row("order.placed", "2026-08-21"),
        Row("order.items", '["Standing desk, oak, 160 cm", "Desk lamp"]'),
    ),
    calls_label="Approve will call",
    calls=(
        CallView(
            "stripe__create_refund",
            (Row("order_id", "45678"), Row("idempotency_key", "q7p3m2k5x4n6b8r9s2t4u6w8y")),
            '{"order_id": "45678", "idempotency_key": "q7p3m2k5x4n6b8r9s2t4u6w8y"}',
        ),
    ),
    transcript_label="Conversation",
    transcript=(
        Line("Chris", "I want a refund", "12:28"),
        Line("Acme Refunds", "Which e-mail address did you order with?", "12:28", "bot"),
        Line("Chris", "ana@example.com", "12:29"),
        Line("Acme Refunds", "I have sent you a code. Please type it here.", "12:29", "bot"),
        Line("Chris", "123456", "12:29"),
        Line("Chris", "The desk came with a broken leg.", "12:31", late=True),
    ),
    buttons=(
        Button("h1:k3v7q2m5x4n6p8r9s2t4u6w8y2:approve", "Approve", "positive"),
        Button("h1:k3v7q2m5x4n6p8r9s2t4u6w8y2:ask_reason", "Reject", "negative"),
    ),
)

APPROVED = replace(CARD, state="approved", status="Approved by Ana at 12:33 on the playground", buttons=())
