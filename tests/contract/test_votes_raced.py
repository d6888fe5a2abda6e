"""Votes of several people at one moment, through two runners on one database: all are counted, and one is the last."""

import asyncio
import json
import random
from collections.abc import Sequence
from typing import Any

import pytest

from engine.effects import EditCard, Effect, PostCard
from engine.environment import Environment
from engine.handoff import AlreadyDecided, Decision
from engine.ids import BotId, HandoffId, PersonId, Place
from engine.runner import Runner
from engine.transitions import Action, HandoffState
from engine.workflow.load import Workflow, load
from tests.contract.store_ground import Ground, heard
from tests.unit.engine_stage import CountingSecrets, NamedTools, OneTeam


def asking(**data: Any) -> Workflow:
    """A workflow that asks at once."""
    ask = {"actionType": "human_handoff", "reason": "Pay {{message}}?", **data}
    nodes = [
        {"id": "t", "type": "trigger", "data": {"triggerType": "message_received"}},
        {"id": "h", "type": "action", "data": ask},
        {"id": "yes", "type": "send_message", "data": {"message": "Paid."}},
        {"id": "no", "type": "send_message", "data": {"message": "No."}},
    ]
    ways = [("t", "h", ""), ("h", "yes", "approved"), ("h", "no", "rejected")]
    edges = [{"source": source, "target": target, "sourceHandle": handle} for source, target, handle in ways]
    return load(json.dumps({"nodes": nodes, "edges": edges}))


async def waits(ground: Ground, workflow: Workflow, directory: OneTeam) -> tuple[HandoffId, list[Runner]]:
    """A request that waits, and two runners who know of it."""
    env = Environment(ground.clock, CountingSecrets(), directory, NamedTools(), "instance")
    runners = [Runner(ground.store, env, {BotId("refunds"): workflow}) for _ in range(2)]
    await ground.store.keep_workflow(workflow.hash, "ask", json.dumps(workflow.document))
    conversation = await ground.store.record_inbound(heard("m1"))
    assert conversation is not None
    turn = await ground.store.next_turn(conversation)
    assert turn is not None
    await runners[0].answer(turn)
    [handoff] = await ground.store.pending()
    return handoff.id, runners


def approval(ground: Ground, person: str, team: str = "finance") -> Decision:
    return Decision(Action.APPROVE, PersonId(person), person, ground.clock.now(), via="play:x", teams=(team,))


@pytest.mark.parametrize("seed", range(6))
async def test_every_vote_is_counted_whoever_takes_it(ground: Ground, seed: int) -> None:
    chance = random.Random(seed)
    quorum, people = chance.randint(2, 5), [f"p{number}" for number in range(8)]
    handoff, runners = await waits(ground, asking(quorum=quorum), OneTeam())

    async def votes(person: str) -> str:
        try:
            decided = await chance.choice(runners).rulings.decide(handoff, approval(ground, person))
        except AlreadyDecided as late:
            assert late.handoff.state is HandoffState.APPROVED and late.handoff.decision is not None
            return f"late for {late.handoff.decision.by}"
        return str(decided.after.state)

    came = await asyncio.gather(*(votes(person) for person in people))
    decided = (await ground.store.case(handoff)).handoff
    assert decided.state is HandoffState.APPROVED and decided.decision is not None
    assert came.count("pending") == quorum - 1
    assert came.count("approved") == 1
    assert came.count(f"late for {decided.decision.by}") == len(people) - quorum
    assert len({vote.by for vote in decided.progress.votes}) == quorum


class Teams(OneTeam):
    """Each team reads at a place of its own."""

    def review_places(self, bot: BotId, team: str, channels: Sequence[str]) -> Sequence[Place]:
        return (Place(f"play:{team}"),)


async def test_the_next_stage_has_cards_of_its_own_and_they_follow_what_is_decided(ground: Ground) -> None:
    handoff, [runner, other] = await waits(ground, asking(chain=[{"of": "finance"}, {"of": "legal"}]), Teams())
    assert (await ground.store.case(handoff)).handoff.places == ("play:finance",)
    await runner.rulings.decide(handoff, approval(ground, "ana"))
    assert (await ground.store.case(handoff)).handoff.places == ("play:finance", "play:legal")
    await other.rulings.decide(handoff, approval(ground, "lea", "legal"))
    sent = await told(ground)
    assert [each.place for each in sent if isinstance(each, PostCard)] == ["play:finance", "play:legal"]
    assert {each.place for each in sent if isinstance(each, EditCard)} == {"play:finance", "play:legal"}


async def told(ground: Ground) -> list[Effect]:
    """Everything that is to be told."""
    found: list[Effect] = []
    while claimed := await ground.store.claim_effects(100, ground.clock.now()):
        found += [one.effect for one in claimed]
        for one in claimed:
            await ground.store.effect_sent(one.id)
    return found
