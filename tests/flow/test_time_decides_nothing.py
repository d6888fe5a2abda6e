"""Whatever is configured and whatever a node says, time alone approves and chooses nothing.

Chance makes teams, nodes and what people do; then the clock is moved, swept and set back. A sweep may close a request
whose deadline has passed, or settle what people have approved once it cannot be undone any more, if their votes still
suffice by a count of this file's own. `FULL=1` plays many more stories; `SEED` chooses which.
"""

import itertools
import os
import random
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from engine.handoff import Decision, Handoff
from engine.transitions import AGREED, Action, HandoffState
from tests.fakes.timed import Process, World, asks, world

BEGIN = datetime(2026, 3, 27, 15, tzinfo=UTC)
SEED = int(os.environ.get("SEED", "20261128"))
PARTS, STORIES = (16, 500) if os.environ.get("FULL") else (1, 120)
PEOPLE = ("ana", "ben", "lea", "otto")
TEAMS = ("finance", "directors", "oncall")
SPANS = ("5m", "30m", "1h", "90m", "5h", "1d", "3d")
Chance = random.Random


@pytest.fixture
async def waiting(tmp_path: Path) -> AsyncIterator[World]:
    async with world(f"sqlite://{tmp_path / 'assent.db'}", BEGIN) as made:
        yield made


@pytest.mark.parametrize("part", range(PARTS))
async def test_time_alone_approves_nothing(waiting: World, part: int) -> None:
    settled = 0
    for number in range(part * STORIES, (part + 1) * STORIES):
        settled += await Story(waiting, number).plays()
    assert settled > STORIES // 50, "some of what people approve is settled in time"


@pytest.mark.parametrize(("left", "state"), [("ben", HandoffState.APPROVED), ("ana", HandoffState.PENDING)])
async def test_an_approval_lapses_whose_only_voter_has_left(waiting: World, left: str, state: HandoffState) -> None:
    workflows = {"refunds": asks(undo="1h")}

    async def process(members: Sequence[str]) -> Process:
        teams = {"finance": {"members": members, "post": ["play:review"]}}
        made = {"people": {name: {"play": name} for name in PEOPLE}, "teams": teams}
        return await waiting.process(
            Settings.model_validate({**made, "bots": {"refunds": {"team": "finance"}}}), workflows
        )

    before = await process(["ana", "ben"])
    asked = await waiting.opens(before, "refunds")
    await before.acts("ana", asked.id, Action.APPROVE)
    waiting.clock.moment += timedelta(hours=1)
    await (await process([name for name in ("ana", "ben") if name != left])).sweep()
    assert (await waiting.handoff(asked.id)).state is state
    assert len(waiting.tools.calls) == (state is HandoffState.APPROVED)


class Story:
    """One request, some people, and much time."""

    def __init__(self, waiting: World, number: int) -> None:
        self._world, self._rng = waiting, random.Random(f"{SEED} {number}")
        self._name = f"SEED={SEED}, story {number}"
        self._teams = {name: team(self._rng, name) for name in TEAMS}
        handles, data = node(self._rng)
        self._workflows = {"refunds": asks(handles, **data)}
        self._choices = [each["id"] for each in data.get("options", ())]
        self._settled = 0

    async def plays(self) -> int:
        """Answers how many approvals were settled by time."""
        await self._world.forget()
        self._world.clock.moment = BEGIN
        process = await self._process()
        asked = await self._world.opens(process, "refunds")
        with_people = self._rng.random() < 0.7
        for _ in range(self._rng.randrange(4, 14)):
            if with_people and self._rng.random() < 0.4:
                await self._somebody_acts(process, asked)
            if with_people and self._rng.random() < 0.25:
                self._somebody_leaves()
                process = await self._process()
            self._time_passes()
            await self._sweeps(process, asked)
        if not with_people:
            state = (await self._world.handoff(asked.id)).state
            assert state in (HandoffState.PENDING, HandoffState.TIMED_OUT), self._name
        return self._settled

    async def _process(self) -> Process:
        bots = {"refunds": {"team": "finance"}}
        people = {name: {"play": name} for name in PEOPLE}
        settings = Settings.model_validate({"people": people, "teams": self._teams, "bots": bots})
        return await self._world.process(settings, self._workflows)

    async def _somebody_acts(self, process: Process, asked: Handoff) -> None:
        action = self._rng.choice(
            [Action.APPROVE] * 4 + [Action.CHOOSE] * 4 + [Action.REJECT, Action.UNDO, Action.ASK_REASON]
        )
        choice = self._rng.choice(self._choices) if self._choices and action is Action.CHOOSE else ""
        await process.acts(self._rng.choice(PEOPLE), asked.id, action, "since", choice)

    def _somebody_leaves(self) -> None:
        left = self._teams[self._rng.choice(TEAMS)]
        left["members"] = left["members"][1:]

    def _time_passes(self) -> None:
        self._world.clock.moment += timedelta(seconds=self._rng.choice((1, 299, 1800, 3600, 5 * 3600, 86_400, -3600)))

    async def _sweeps(self, process: Process, asked: Handoff) -> None:
        before, calls = await self._world.handoff(asked.id), len(self._world.tools.calls)
        await process.sweep()
        after, now = await self._world.handoff(asked.id), self._world.clock.moment
        members = {name: frozenset(each["members"]) for name, each in self._teams.items()}
        what = f"{self._name}: {before.state} became {after.state} at {now}: {before}"
        assert after.state in led_to(before, now, members), what
        agreed = after.state in AGREED and before.state not in AGREED
        assert len(self._world.tools.calls) == calls + agreed, what
        self._settled += agreed


def led_to(before: Handoff, now: datetime, members: Mapping[str, frozenset[str]]) -> Sequence[HandoffState]:
    """Where a sweep at that moment may leave a handoff."""
    if before.state is HandoffState.SETTLING:
        assert before.progress.runs_at is not None
        if before.progress.runs_at > now:
            return [before.state]
        closing = before.progress.votes[-1]
        agreed = HandoffState.APPROVED if closing.action is Action.APPROVE else HandoffState.CHOSEN
        return [agreed if suffices(before, closing, members) else HandoffState.PENDING]
    if before.state.is_open and before.question.due_at and before.question.due_at <= now:
        return [HandoffState.TIMED_OUT]
    return [before.state]


def suffices(handoff: Handoff, closing: Decision, members: Mapping[str, frozenset[str]]) -> bool:
    """Whether those who agree can take all the seats of one of the ways that there are, each another seat."""
    agreeing = [
        {team for team in vote.teams if vote.by in members[team]}
        for vote in handoff.progress.votes
        if (vote.action, vote.choice, vote.stage) == (closing.action, closing.choice, closing.stage)
    ]
    ways = [*handoff.stages[closing.stage], *({each.team: each.quorum} for each in handoff.escalated)]
    return any(_seated([team for team, count in way.items() for _ in range(count)], agreeing) for way in ways)


def _seated(seats: Sequence[str], voters: Sequence[set[str]]) -> bool:
    orders = itertools.permutations(voters, len(seats))
    return any(all(seat in teams for seat, teams in zip(seats, order, strict=True)) for order in orders)


# --- chance -----------------------------------------------------------------------------------------------------------


def team(rng: Chance, name: str) -> dict[str, Any]:
    """A team of some people, perhaps with hours, a rota and a quorum."""
    members = rng.sample(PEOPLE, rng.randrange(1, 4))
    made: dict[str, Any] = {"members": members, "post": [f"play:{name}"], "quorum": rng.randrange(1, len(members) + 1)}
    if rng.random() < 0.5:
        made |= {"hours": rng.choice(("Mon-Fri 09:00-17:00", "Sun 01:30-02:30", "Mon-Sun 00:00-23:59"))}
        made |= {"timezone": rng.choice(("Europe/Berlin", "America/New_York", "Australia/Lord_Howe"))}
    if rng.random() < 0.3:
        made |= {"rota": members, "rota_from": "2026-01-05", "post": [f"play:{name}", "email:oncall"]}
    return made


def node(rng: Chance) -> tuple[list[str], dict[str, Any]]:
    """The handles of a handoff that are wired, and its data."""
    data: dict[str, Any] = {"requireReason": rng.choice(("never", "reject", "always"))}
    for name in ("timeout", "undo"):
        if rng.random() < 0.6:
            data[name] = rng.choice(SPANS)
    if rng.random() < 0.5:
        data["remind"] = rng.choice(([], "1h", ["30m", "5h", "1d"]))
    data["escalate"] = [escalation(rng) for _ in range(rng.randrange(3))]
    handles = ["approved", "rejected"]
    if rng.random() < 0.3:
        data["options"] = [{"id": each, "label": each.title()} for each in ("pay", "half")]
        handles = ["pay", "half", "timeout"]
    else:
        data["deny"] = rng.randrange(1, 3)
    shape = rng.random()
    if shape < 0.3:
        data["quorum"] = rng.randrange(1, 3)
    elif shape < 0.6:
        data["quorum"] = [threshold(rng) for _ in range(rng.randrange(1, 3))]
    elif shape < 0.8 and "options" not in data:
        data["chain"] = [[threshold(rng)] for _ in range(2)]
    if rng.random() < 0.3 and "timeout" not in handles:
        handles.append("timeout")
    return handles, data


def threshold(rng: Chance) -> dict[str, Any]:
    return {"of": {name: rng.randrange(1, 3) for name in rng.sample(TEAMS, rng.randrange(1, 3))}}


def escalation(rng: Chance) -> dict[str, Any]:
    made: dict[str, Any] = {"after": rng.choice(SPANS), "to": rng.choice(TEAMS), "repeat": rng.randrange(3)}
    if rng.random() < 0.5:
        made["quorum"] = rng.randrange(1, 3)
    return made | ({"every": rng.choice(SPANS)} if rng.random() < 0.5 else {})
