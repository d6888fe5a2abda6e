"""What goes wrong, as `application/problem+json` (RFC 9457): each kind has a code and a type that stay."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from aiohttp import web

from channels.web.api.models import DecisionMade, ProblemShown
from channels.web.api.wanted import State

MEDIA_TYPE = "application/problem+json"


class Kind(NamedTuple):
    """A kind of problem: the status of its answer, and what it is called."""

    status: int
    title: str


KINDS: Mapping[str, Kind] = {
    "bad-query": Kind(400, "The query cannot be read"),
    "key-missing": Kind(400, "The header Idempotency-Key is missing or cannot be read"),
    "no-token": Kind(401, "A bearer token is needed"),
    "bad-token": Kind(401, "The token is unknown, has ended, or its person is known no longer"),
    "scope-missing": Kind(403, "The token may not do this"),
    "refused": Kind(403, "The token's person may not do this"),
    "not-found": Kind(404, "There is nothing here for this token"),
    "bad-method": Kind(405, "This cannot be done here"),
    "late": Kind(409, "It was decided before, or is not offered"),
    "changed": Kind(409, "The request was changed since it was looked at"),
    "held": Kind(409, "It waits for something else first"),
    "early": Kind(409, "It is too early for that"),
    "claimed": Kind(409, "Somebody else looks after it"),
    "too-large": Kind(413, "The body is too large"),
    "not-json": Kind(415, "The body must be application/json"),
    "bad-body": Kind(422, "The body cannot be read"),
    "incomplete": Kind(422, "Something is missing for this request"),
    "key-reused": Kind(422, "The Idempotency-Key was used for another request"),
    "too-many": Kind(429, "Too many requests"),
    "failed": Kind(500, "It could not be done"),
}


class Problem(Exception):
    """A request that is answered by a problem."""

    def __init__(
        self,
        code: str,
        detail: str = "",
        *,
        errors: Sequence[str] = (),
        headers: Mapping[str, str] | None = None,
        state: State | None = None,
        edition: int | None = None,
        decision: DecisionMade | None = None,
    ) -> None:
        super().__init__(code)
        kind = KINDS[code]
        self.headers = dict(headers or {})
        self.shown = ProblemShown(
            type=f"urn:assent:problem:{code}",
            title=kind.title,
            status=kind.status,
            code=code,
            detail=detail or kind.title,
            errors=list(errors) or None,
            state=state,
            edition=edition,
            decision=decision,
        )

    def response(self) -> web.Response:
        """The answer."""
        text = self.shown.model_dump_json(exclude_none=True)
        return web.Response(status=self.shown.status, text=text, content_type=MEDIA_TYPE, headers=self.headers)


def as_text(problem: Problem) -> str:
    """A problem as a text that is kept, to be answered again."""
    return problem.shown.model_dump_json(exclude_none=True)


def from_text(text: str) -> Problem:
    """The inverse of `as_text`."""
    shown = ProblemShown.model_validate(json.loads(text))
    return Problem(
        shown.code, shown.detail, errors=shown.errors or (), state=shown.state, edition=shown.edition,
        decision=shown.decision,
    )  # fmt: skip
