"""Decisions of programs: the desk takes them as it takes a tap, and a request that is sent again is no second one."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.api.drawing import OPERATING, Drawing
from bot.api.keys import OPERATE
from bot.desk import Actor, Desk
from bot.handling import Handling
from channels.views import Answer
from channels.web.api.models import Outcome
from channels.web.api.port import Bearer
from channels.web.api.problems import Problem, as_text, from_text
from channels.web.api.wanted import DecisionWish
from engine.handoff import Handoff
from engine.ids import HandoffId
from engine.ports import Clock
from engine.store import Store
from engine.transitions import Action
from storage.api_answers import Asked

API = "api"
"""The platform of whoever decides by a program; their account is the one that they have on the dashboard."""
_HANDLING = frozenset({Action.CLAIM, Action.RELEASE})
_CODES: Mapping[str, str] = {"unknown": "not-found"}
"""How the API calls what the desk calls otherwise."""


class Answers(Protocol):
    """Where answers are kept; `storage.api_answers` implements it."""

    async def ask(self, key: str, request: str, at: datetime) -> Asked: ...
    async def answer(self, key: str, answer: str) -> str: ...
    async def is_done(self, subject: str, via: str, after: int) -> bool: ...


class Deciding:
    """Takes wishes, each once per key of its program."""

    def __init__(
        self, store: Store, desk: Desk, handling: Handling, answers: Answers, drawing: Drawing, clock: Clock
    ) -> None:
        self._store = store
        self._desk = desk
        self._handling = handling
        self._answers = answers
        self._drawing = drawing
        self._clock = clock

    async def decide(self, bearer: Bearer, actor: Actor, handoff: Handoff, wish: DecisionWish, key: str) -> Outcome:
        """Do something with a request that this person may see; raises Problem, as it did the first time."""
        if Action(wish.action) in OPERATING and OPERATE not in bearer.scopes:
            raise Problem("scope-missing", f"The token needs the scope {OPERATE}.")
        kept = _digest(bearer.token, key)
        asked = await self._answers.ask(kept, _digest(handoff.id, wish.model_dump_json()), self._clock.now())
        if asked.request != _digest(handoff.id, wish.model_dump_json()):
            raise Problem("key-reused")
        # By this way, which the record tells of, a wish is known again whose answer was never kept.
        actor = replace(actor, place=f"{API}:{bearer.person}.{kept[:24]}")
        answer = asked.answer or await self._answers.answer(kept, await self._answer(actor, handoff.id, wish, asked))
        if answer.startswith(_NO):
            raise from_text(answer.removeprefix(_NO))
        return Outcome.model_validate_json(answer.removeprefix(_YES))

    async def _answer(self, actor: Actor, handoff: HandoffId, wish: DecisionWish, asked: Asked) -> str:
        try:
            return _YES + (await self._done(actor, handoff, wish, asked)).model_dump_json()
        except Problem as problem:
            return _NO + as_text(problem)

    async def _done(self, actor: Actor, handoff_id: HandoffId, wish: DecisionWish, asked: Asked) -> Outcome:
        if not asked.is_new and await self._answers.is_done(handoff_id, actor.place, asked.entry):
            return await self._outcome(actor, handoff_id, "")
        answer = await self._act(actor, handoff_id, wish)
        if not answer.alert:
            return await self._outcome(actor, handoff_id, answer.text)
        # Sent twice at once: the other one may have done it.
        if answer.why == "late" and await self._answers.is_done(handoff_id, actor.place, asked.entry):
            return await self._outcome(actor, handoff_id, answer.text)
        raise await self._refused(actor, handoff_id, answer)

    async def _act(self, actor: Actor, handoff_id: HandoffId, wish: DecisionWish) -> Answer:
        action = Action(wish.action)
        if action in _HANDLING:
            return await self._handling.tapped(actor, handoff_id, action)
        handoff = (await self._store.case(handoff_id)).handoff
        if action is Action.CHOOSE and wish.option not in [each.id for each in handoff.question.options]:
            raise Problem("incomplete", errors=["option: this request has no such option"])
        return await self._desk.act(actor, handoff_id, action, wish.reason.strip(), wish.option, wish.edition)

    async def _outcome(self, actor: Actor, handoff_id: HandoffId, text: str) -> Outcome:
        case = await self._store.case(handoff_id)
        handoff = case.handoff
        return Outcome(
            handoff=handoff.id, outcome=text or (await self._drawing.shown(actor, case)).status,
            state=handoff.state.value, open=handoff.state.is_open, edition=handoff.edition,
            decision=self._drawing.decision(actor, handoff),
        )  # fmt: skip

    async def _refused(self, actor: Actor, handoff_id: HandoffId, answer: Answer) -> Problem:
        handoff = (await self._store.case(handoff_id)).handoff
        return Problem(
            _CODES.get(answer.why, answer.why or "late"), answer.text, state=handoff.state.value,
            edition=handoff.edition, decision=self._drawing.decision(actor, handoff),
        )  # fmt: skip


_YES, _NO = "yes ", "no "
"""How answers that are kept begin."""


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
