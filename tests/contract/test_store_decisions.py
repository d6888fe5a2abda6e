"""The contract of `engine.store.Store` on decisions, codes and effects, and the board's, on every database."""

import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest

from engine.effects import EditCard, Literal, Message, PostCard, SendMail, SendText
from engine.errors import StaleRun
from engine.handoff import AlreadyDecided
from engine.ids import HandoffId, Place
from engine.outcomes import Challenge
from engine.run import TokenState
from engine.step import Keyed, Ruling
from engine.store import CardCopy, Reminder
from engine.transitions import Action, HandoffState
from tests.contract.store_ground import (
    MINUTE,
    NASTY,
    NOON,
    REVIEW,
    SOON,
    WORKFLOW,
    Ground,
    Opener,
    commit,
    conversation,
    decision,
    drained,
    handoff,
    keyed,
    new_run,
    reminded,
    ruling,
    step,
    waiting,
)

ELSEWHERE = Place("play:ana")

# --- decisions ---------------------------------------------------------------------------------------------------


async def test_a_handoff_comes_back_as_it_was_asked(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    case = await ground.store.case(asked.id)
    assert (case.handoff, case.run) == (asked, run)
    assert await ground.store.pending() == [asked]
    assert await ground.store.find_handoff("h") == [asked.id]
    assert await ground.store.find_handoff("x") == []
    with pytest.raises(KeyError):
        await ground.store.case(HandoffId("nobody"))


async def test_of_many_who_decide_at_once_one_wins_and_the_others_are_told_who(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    people = [f"person{number}" for number in range(25)]
    actions = [Action.APPROVE, Action.REJECT]
    steps = [ruling(run, asked, by, actions[number % 2]) for number, by in enumerate(people)]
    outcomes = await asyncio.gather(*map(ground.store.record_decision, steps), return_exceptions=True)
    [winner] = [people[number] for number, outcome in enumerate(outcomes) if outcome is None]
    losers = [outcome for outcome in outcomes if outcome is not None]
    assert all(isinstance(each, AlreadyDecided) for each in losers)
    told = {each.handoff.decision.by for each in losers if isinstance(each, AlreadyDecided) and each.handoff.decision}
    kept = await ground.store.case(asked.id)
    assert told == {winner}
    assert kept.handoff.decision == decision(winner, actions[people.index(winner) % 2])
    assert kept.run.variables == {"total": Decimal("42.50"), "by": winner}
    assert [each.key for each in await drained(ground)] == ["card1", f"h1.{winner}"]


async def test_asking_for_a_reason_leaves_the_handoff_open_to_everybody(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    asking = [Ruling(replace(asked, state=HandoffState.REJECTING, asked_by="play:ana@play:review"))]
    await ground.store.record_decision(step(run, rulings=asking))
    found = await ground.store.asked("play:ana@play:review")
    assert found is not None
    assert (found.id, found.state, found.decision) == (asked.id, HandoffState.REJECTING, None)
    assert await ground.store.asked("play:otto@play:review") is None
    run.version += 1
    await ground.store.record_decision(ruling(run, asked, "otto"))
    assert await ground.store.asked("play:ana@play:review") is None
    assert (await ground.store.case(asked.id)).handoff.state is HandoffState.APPROVED


async def test_a_decision_on_an_older_version_of_the_run_leaves_the_handoff_open(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    await ground.store.commit_step(step(run))
    with pytest.raises(StaleRun):
        await ground.store.record_decision(ruling(run, asked, "ana"))
    assert (await ground.store.case(asked.id)).handoff == asked


async def test_open_handoffs_are_due_when_their_time_is_up_and_decided_ones_never(ground: Ground) -> None:
    run = new_run(await conversation(ground.store), state=TokenState.DECISION)
    soon, later = handoff(run, "h1", SOON), handoff(run, "h2", SOON + MINUTE)
    await commit(ground.store, run, opened=[later, soon, handoff(run, "h3")])
    assert await ground.store.due_handoffs(10) == []
    ground.clock.moment = SOON + MINUTE
    assert await ground.store.due_handoffs(10) == ["h1", "h2"]
    assert await ground.store.due_handoffs(1) == ["h1"]
    await ground.store.record_decision(ruling(run, soon, "ana"))
    assert await ground.store.due_handoffs(10) == ["h2"]


async def test_reminders_come_due_move_on_and_end_with_the_decision(ground: Ground) -> None:
    run = new_run(await conversation(ground.store), state=TokenState.DECISION)
    first = reminded(handoff(run, "h1"), MINUTE, 3 * MINUTE)
    second = reminded(handoff(run, "h2"), 2 * MINUTE)
    await commit(ground.store, run, opened=[first, second, handoff(run, "h3")])
    assert await ground.store.due_reminders(10) == []
    ground.clock.moment = first.opened_at + 2 * MINUTE
    due = await ground.store.due_reminders(10)
    assert [(one.handoff.id, one.since - first.opened_at) for one in due] == [("h1", MINUTE), ("h2", 2 * MINUTE)]
    assert (await ground.store.due_reminders(1))[0].handoff == first
    place = first.places[0]
    moved = Reminder(first.id, due[0].since, first.opened_at + 3 * MINUTE, [place])
    told = [Keyed("remind.h1", SendText(place, Literal("still waiting")))]
    await ground.store.remind([moved], told)
    [left] = await ground.store.due_reminders(10)
    assert (left.handoff.id, left.last) == ("h2", {place: ground.clock.moment})
    with pytest.raises(StaleRun):
        await ground.store.remind([moved], [Keyed("remind.again", SendText(place, Literal("twice")))])
    assert "remind.again" not in [each.key for each in await drained(ground)]
    ground.clock.moment += MINUTE
    assert len(await ground.store.due_reminders(10)) == 2
    await ground.store.record_decision(ruling(run, first, "ana"))
    assert [one.handoff.id for one in await ground.store.due_reminders(10)] == ["h2"]
    late = Reminder(first.id, first.opened_at + 3 * MINUTE, None, [place])
    with pytest.raises(StaleRun):
        await ground.store.remind([late], [])


async def test_of_many_who_remind_at_once_one_does(ground: Ground) -> None:
    run = new_run(await conversation(ground.store), state=TokenState.DECISION)
    asked = reminded(handoff(run, "h1"), MINUTE)
    await commit(ground.store, run, opened=[asked])
    ground.clock.moment = asked.opened_at + MINUTE
    [due] = await ground.store.due_reminders(10)
    moved = Reminder(asked.id, due.since, None, asked.places)
    tries = [ground.store.remind([moved], [Keyed(f"r{n}", SendText(asked.places[0], Literal("x")))]) for n in range(9)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert [outcome for outcome in outcomes if not isinstance(outcome, StaleRun)] == [None]
    assert len([each for each in await drained(ground) if each.key.startswith("r")]) == 1


# --- codes -------------------------------------------------------------------------------------------------------


async def challenge(ground: Ground, tries: int = 5) -> str:
    code = Challenge("c1", "ana@example.com", "digest", tries, SOON)
    await commit(ground.store, new_run(await conversation(ground.store)), challenges=[code])
    return code.id


async def test_a_try_is_taken_before_the_digest_is_told(ground: Ground) -> None:
    code = await challenge(ground)
    tried = await ground.store.spend_try(code)
    assert (tried.digest, tried.tries_left, tried.expired) == ("digest", 4, False)
    await ground.store.spend_try(code)
    assert (await ground.store.spend_try(code)).tries_left == 2


async def test_guesses_at_once_are_not_more_than_tries(ground: Ground) -> None:
    code = await challenge(ground)
    tries = await asyncio.gather(*(ground.store.spend_try(code) for _ in range(50)))
    assert sum(tried.digest is not None for tried in tries) == 5
    assert sorted(tried.tries_left for tried in tries if tried.digest) == [0, 1, 2, 3, 4]


async def test_an_expired_code_tells_nothing_and_an_unknown_one_does_not_exist(ground: Ground) -> None:
    code = await challenge(ground)
    ground.clock.moment = SOON
    tried = await ground.store.spend_try(code)
    assert (tried.digest, tried.expired) == (None, True)
    with pytest.raises(KeyError):
        await ground.store.spend_try("nobody")


# --- effects -----------------------------------------------------------------------------------------------------


async def three_lanes(ground: Ground) -> None:
    mail = SendMail("ana@example.com", Literal("s"), Message("m", {"code": NASTY}), "de")
    effects = [keyed("a1"), keyed("b1", place="play:kim"), keyed("a2"), keyed("m1", mail), keyed("a3")]
    await commit(ground.store, new_run(await conversation(ground.store)), effects=effects)


async def test_effects_of_a_lane_go_one_by_one_in_order_and_lanes_beside_each_other(ground: Ground) -> None:
    await three_lanes(ground)
    rounds = []
    while claimed := await ground.store.claim_effects(10, SOON):
        assert await ground.store.claim_effects(10, SOON) == []
        rounds.append([each.key for each in claimed])
        for each in claimed:
            await ground.store.effect_sent(each.id)
    assert rounds == [["a1", "b1", "m1"], ["a2"], ["a3"]]


async def test_an_effect_is_claimed_by_one_until_its_lease_ends_with_the_same_bytes(ground: Ground) -> None:
    await three_lanes(ground)
    claims = await asyncio.gather(*(ground.store.claim_effects(1, SOON) for _ in range(8)))
    assert sorted(each.key for claim in claims for each in claim) == ["a1", "b1", "m1"]
    [first] = [each for claim in claims for each in claim if each.key == "a1"]
    assert (first.attempts, first.rendered) == (1, None)
    await ground.store.keep_rendered(first.id, NASTY)
    ground.clock.moment = SOON
    [again, *_] = await ground.store.claim_effects(10, SOON + MINUTE)
    assert (again.key, again.attempts, again.rendered, again.effect) == ("a1", 2, NASTY, first.effect)


async def test_a_failed_effect_waits_for_its_time_and_holds_its_lane_only(ground: Ground) -> None:
    await three_lanes(ground)
    first, other, _ = await ground.store.claim_effects(10, SOON)
    await ground.store.effect_failed(first.id, "429", NOON + MINUTE)
    await ground.store.effect_sent(other.id)
    assert await ground.store.claim_effects(10, SOON) == []
    ground.clock.moment = NOON + MINUTE
    assert [each.key for each in await ground.store.claim_effects(10, NOON + 2 * MINUTE)] == ["a1", "m1"]


async def test_an_effect_that_is_given_up_lets_the_next_of_its_lane_go(ground: Ground) -> None:
    await three_lanes(ground)
    [first] = await ground.store.claim_effects(1, SOON)
    await ground.store.effect_failed(first.id, "gone", None)
    assert "a2" in [each.key for each in await ground.store.claim_effects(10, SOON)]


async def test_what_was_sent_meanwhile_is_not_given_back(ground: Ground) -> None:
    """A process that stood still for longer than its lease must not have somebody else's message sent again."""
    await three_lanes(ground)
    [slow] = await ground.store.claim_effects(1, SOON)
    ground.clock.moment = SOON
    [fast] = await ground.store.claim_effects(1, SOON + MINUTE)
    assert fast.id == slow.id
    await ground.store.effect_sent(fast.id)
    await ground.store.effect_failed(slow.id, "no answer", None, [keyed("sorry")])
    await ground.store.effect_failed(slow.id, "no answer", SOON, [keyed("sorry")])
    assert {each.key for each in await drained(ground)}.isdisjoint({slow.key, "sorry"})


async def test_a_posted_card_is_kept_with_its_effect_and_once(ground: Ground) -> None:
    _, asked = await waiting(ground.store)
    [effect] = await ground.store.claim_effects(10, SOON)
    assert effect.effect == PostCard(REVIEW, asked.id)
    for _ in range(2):
        await ground.store.effect_sent(effect.id, CardCopy(asked.id, REVIEW, "m1"))
    assert await ground.store.cards(asked.id, REVIEW) == [CardCopy(asked.id, REVIEW, "m1")]
    assert await ground.store.cards(asked.id, Place("play:elsewhere")) == []
    assert await ground.store.claim_effects(10, SOON) == []


async def test_every_place_of_a_card_is_told_of_a_change_also_one_that_has_its_copy_still_to_come(
    ground: Ground,
) -> None:
    run, asked = await waiting(ground.store)
    await drained(ground)
    turn = await ground.store.next_turn(run.conversation)
    assert turn is not None
    await ground.store.answered(turn.inbox_id, [keyed(f"copy{n}", PostCard(ELSEWHERE, asked.id)) for n in range(2)])
    await commit(ground.store, run, refreshed=[asked.id])
    await ground.store.record_decision(replace(ruling(run, asked, "ana"), refreshed=[asked.id]))
    told = [each.effect for each in await drained(ground)]
    posted, edited = PostCard(ELSEWHERE, asked.id), [EditCard(place, asked.id) for place in (REVIEW, ELSEWHERE)]
    assert [effect for effect in told if not isinstance(effect, SendText)] == [posted, posted, *edited], (
        "both changes by one edit"
    )
    assert (await ground.store.case(asked.id)).handoff.places == (REVIEW, ELSEWHERE)


async def test_an_edit_does_not_overtake_the_post_of_its_own_card(ground: Ground) -> None:
    """After a kill the card may be there though no copy of it is known: an edit before its post would reach none."""
    run, asked = await waiting(ground.store)
    other, known = await waiting(ground.store, "2", "kim")
    posts = {each.effect: each for each in await ground.store.claim_effects(10, SOON)}
    await ground.store.effect_sent(posts[PostCard(REVIEW, asked.id)].id)
    [later] = await ground.store.claim_effects(10, SOON)
    assert later.effect == PostCard(REVIEW, known.id)
    for decided, which in ((other, known), (run, asked)):
        await ground.store.record_decision(replace(ruling(decided, which, "ana"), effects=[], refreshed=[which.id]))
    ground.clock.moment = SOON
    rounds = []
    while claimed := await ground.store.claim_effects(1, SOON + MINUTE):
        rounds += [each.effect for each in claimed]
        await ground.store.effect_sent(claimed[0].id)
    assert rounds == [EditCard(REVIEW, asked.id), PostCard(REVIEW, known.id), EditCard(REVIEW, known.id)]


async def test_a_change_is_told_where_the_card_is_before_anything_that_follows_from_it(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    await drained(ground)
    await commit(ground.store, run, refreshed=[asked.id], effects=[keyed("then", place=REVIEW)])
    assert [type(each.effect) for each in await drained(ground)] == [EditCard, SendText]


async def test_every_kind_of_effect_comes_back_as_it_was_written(ground: Ground) -> None:
    _, asked = await waiting(ground.store)
    await drained(ground)
    mail = SendMail("ana@example.com", Literal(NASTY), Message("m", {"code": "123456"}), "de")
    effects = [keyed("t"), keyed("m", mail), keyed("c", PostCard(REVIEW, asked.id)), keyed("e", EditCard(REVIEW, "h1"))]
    run = (await ground.store.case(asked.id)).run
    await ground.store.commit_step(step(run, effects=effects))
    assert [each.effect for each in await drained(ground)] == [each.effect for each in effects]


# --- the instance and the board ----------------------------------------------------------------------------------


async def test_an_instance_keeps_its_id_and_key_for_ever(opener: Opener) -> None:
    async with opener() as first:
        known = await first.store.instance()
        assert await first.store.instance() == known
    async with opener() as later:
        assert await later.store.instance() == known
    assert len(known[0]) == 26
    assert len(bytes.fromhex(known[1])) == 32


async def test_what_was_told_is_there_after_opening_again(opener: Opener) -> None:
    async with opener() as first:
        await first.store.keep_workflow(WORKFLOW, "refund", "{}")
        run, asked = await waiting(first.store)
        item = await first.board.put("k1", "play:chris", "text", {"text": NASTY, "sum": Decimal("42.50")})
    async with opener() as later:
        assert await later.store.case(asked.id) == await later.store.case(asked.id)
        assert (await later.store.case(asked.id)).run == run
        [shown] = await later.board.items()
        assert (shown.id, str(shown.body["sum"]), shown.body["text"]) == (item, "42.50", NASTY)


async def test_the_board_takes_each_key_once_and_numbers_every_change(ground: Ground) -> None:
    board = ground.board
    first = await board.put("k1", "play:chris", "text", {"text": "one"})
    assert await board.put("k1", "play:chris", "text", {"text": "other"}) == first
    second = await board.put("k2", "play:review", "card", {"state": "pending"})
    seen = (await board.items())[-1].version
    await board.change(first, {"text": "changed"})
    assert [(item.id, item.body) for item in await board.items()] == [
        (second, {"state": "pending"}),
        (first, {"text": "changed"}),
    ]
    assert [item.id for item in await board.items(seen)] == [first]
    with pytest.raises(KeyError):
        await board.change(99, {})
    assert (found := await board.item(first)) and (found.place, found.body) == ("play:chris", {"text": "changed"})
    assert (found := await board.find("k2")) and found.id == second
    assert await board.item(99) is None and await board.find("k99") is None


async def test_a_file_is_kept_once_with_every_byte(opener: Opener) -> None:
    data = bytes(range(256)) * 4
    async with opener() as first:
        await first.board.keep_file("f1", NASTY, "image/png", data)
        await first.board.keep_file("f1", "other", "text/plain", b"other")
    async with opener() as later:
        kept = await later.board.file("f1")
        assert kept and (kept.id, kept.name, kept.media_type, kept.data) == ("f1", NASTY, "image/png", data)
        assert await later.board.file("f2") is None


async def test_changes_of_the_board_at_once_get_a_version_each(ground: Ground) -> None:
    items = await asyncio.gather(*(ground.board.put(f"k{number}", "p", "text", {}) for number in range(20)))
    await asyncio.gather(*(ground.board.change(item, {"x": "y"}) for item in items))
    versions = [item.version for item in await ground.board.items()]
    assert len(set(versions)) == 20
    assert versions == sorted(versions)
