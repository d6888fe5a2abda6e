"""The port between the API and the house."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from channels.web.api.models import (
    EntryPage,
    HandoffPage,
    HandoffShown,
    Me,
    Outcome,
    RunShown,
    StatsShown,
    TranscriptShown,
)
from channels.web.api.wanted import DecisionWish, EntriesWanted, HandoffsWanted, StatsWanted, TranscriptWanted


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever a token acts for, as they are at this moment; `scopes` are those that hold for them now."""

    token: str
    token_name: str
    person: str
    name: str
    locale: str
    scopes: frozenset[str]
    is_operator: bool
    expires_at: datetime | None = None


class House(Protocol):
    """What programs may see and do. Every verb raises `Problem` for what is not theirs or not possible."""

    async def bearer(self, token: str) -> Bearer | None:
        """Whose token this is; None for one that is unknown or has ended, or whose person is known no longer."""

    async def me(self, bearer: Bearer) -> Me:
        """Whom the token acts for."""

    async def handoffs(self, bearer: Bearer, wanted: HandoffsWanted) -> HandoffPage:
        """The requests that they may see, a page of them."""

    async def handoff(self, bearer: Bearer, id: str) -> HandoffShown:
        """One request."""

    async def transcript(self, bearer: Bearer, id: str, wanted: TranscriptWanted) -> TranscriptShown:
        """What was said in a request's conversation."""

    async def decide(self, bearer: Bearer, id: str, wish: DecisionWish, key: str) -> Outcome:
        """Do something with a request; the same key and wish are answered the same."""

    async def run(self, bearer: Bearer, id: str) -> RunShown:
        """A run, for operators."""

    async def entries(self, bearer: Bearer, wanted: EntriesWanted) -> EntryPage:
        """The record, for operators."""

    async def stats(self, bearer: Bearer, wanted: StatsWanted) -> StatsShown:
        """Figures."""
