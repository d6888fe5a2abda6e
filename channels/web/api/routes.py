"""The one table of what the API answers: its server and its document are made of it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from channels.web.api import models, wanted
from channels.web.api.port import Bearer, House
from channels.web.api.wanted import Scope

BASE = "/api/v1"
DOCUMENT = f"{BASE}/openapi.json"
ID = r"[a-z2-7]{26}"
"""How ids of requests and runs look."""
EVERYWHERE = (401, 403, 429)
"""Statuses of problems that every route may answer, besides its own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was read: who asks, and the parts that the route has."""

    bearer: Bearer
    id: str = ""
    query: Any = None
    body: Any = None
    key: str = ""


Call = Callable[[House, Asked], Awaitable[BaseModel]]


@dataclass(frozen=True, slots=True)
class Route:
    """One thing that can be asked; `scope` is what its token needs, and `name` what programs call it."""

    method: str
    path: str
    name: str
    summary: str
    scope: Scope
    answer: type[BaseModel]
    call: Call = field(compare=False)
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    statuses: Sequence[int] = ()

    @property
    def has_id(self) -> bool:
        """Whether its path names something."""
        return "{id}" in self.path

    @property
    def problems(self) -> Sequence[int]:
        """Every status by which it says no."""
        read = (400,) if self.query or self.body else ()
        sent = (409, 413, 415, 422) if self.body else ()
        return sorted({*EVERYWHERE, *read, *sent, *((404,) if self.has_id else ()), *self.statuses})


ROUTES: Sequence[Route] = (
    Route(
        "GET", "/me", "me", "Whom the token acts for", "read", models.Me,
        lambda house, asked: house.me(asked.bearer),
    ),
    Route(
        "GET", "/handoffs", "listHandoffs", "Requests, the newest first", "read", models.HandoffPage,
        lambda house, asked: house.handoffs(asked.bearer, asked.query), query=wanted.HandoffsWanted,
    ),
    Route(
        "GET", "/handoffs/{id}", "getHandoff", "One request, as its card shows it", "read", models.HandoffShown,
        lambda house, asked: house.handoff(asked.bearer, asked.id),
    ),
    Route(
        "POST", "/handoffs/{id}/decision", "decide", "Do something with a request", "decide", models.Outcome,
        lambda house, asked: house.decide(asked.bearer, asked.id, asked.body, asked.key), body=wanted.DecisionWish,
    ),
    Route(
        "GET", "/handoffs/{id}/transcript", "getTranscript", "What was said in a request's conversation", "read",
        models.TranscriptShown, lambda house, asked: house.transcript(asked.bearer, asked.id, asked.query),
        query=wanted.TranscriptWanted,
    ),
    Route(
        "GET", "/runs/{id}", "getRun", "A run of a workflow", "operate", models.RunShown,
        lambda house, asked: house.run(asked.bearer, asked.id),
    ),
    Route(
        "GET", "/audit", "listAudit", "The record, oldest rows first", "operate", models.EntryPage,
        lambda house, asked: house.entries(asked.bearer, asked.query), query=wanted.EntriesWanted,
    ),
    Route(
        "GET", "/stats", "getStats", "Figures of the last days", "read", models.StatsShown,
        lambda house, asked: house.stats(asked.bearer, asked.query), query=wanted.StatsWanted,
    ),
)  # fmt: skip
