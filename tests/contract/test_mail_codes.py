"""Codes on every database: counted before they are mailed, counted down before they are compared, a few per hour."""

import asyncio
import random
import secrets
from datetime import timedelta

import pytest

from engine.effects import Literal, SendMail
from engine.ids import HandoffId, Place, RunId
from engine.outcomes import Challenge, Identity
from engine.step import AuditEntry, Keyed
from engine.store import CodeLimits
from tests.contract.store_ground import (
    MINUTE,
    NOON,
    REVIEW,
    Ground,
    Opener,
    commit,
    conversation,
    drained,
    keyed,
    new_run,
    step,
    waiting,
)
from tests.faults.parts import amount
from tests.faults.trial import SEED, Record

GUESSES = amount("mail-guesses")
LIMITS = CodeLimits()
ADDRESS = "ana@example.com"
LIVES = timedelta(minutes=10)


def new() -> str:
    """A key like no other."""
    return secrets.token_hex(8)


def challenge(number: str, contact: str = ADDRESS, replaces: str = "") -> Challenge:
    return Challenge(number, contact, f"digest of {number}", 5, NOON + LIVES, replaces)


async def test_codes_are_counted_by_address_and_by_chat(ground: Ground) -> None:
    clock, store = ground.clock, ground.store

    async def ask(contact: str, chat: str) -> bool:
        clock.moment += timedelta(seconds=31)
        return await store.count_code(new(), contact, chat, LIMITS) is None

    spellings = ("a@x.org", "A@x.org", "a@X.ORG", "a@x.org")
    assert [await ask(one, f"c{number}") for number, one in enumerate(spellings)] == [True, True, True, False]
    assert [await ask(f"v{number}@x.org", "one chat") for number in range(6)] == [True] * 5 + [False]
    clock.moment += timedelta(hours=1)
    assert await ask("a@x.org", "one chat")


async def test_what_is_not_allowed_yet_is_allowed_from_the_moment_that_is_told(ground: Ground) -> None:
    clock, store = ground.clock, ground.store
    assert await store.count_code(new(), ADDRESS, "c", LIMITS) is None
    assert await store.count_code(new(), ADDRESS, "c", LIMITS) == clock.now() + LIMITS.pause
    for _ in range(2):
        clock.moment += LIMITS.pause
        assert await store.count_code(new(), ADDRESS, "c", LIMITS) is None
    again = await store.count_code(new(), ADDRESS, "d", LIMITS)
    assert again is not None and again > NOON + LIMITS.within
    clock.moment = again
    assert await store.count_code(new(), ADDRESS, "d", LIMITS) is None


async def test_what_is_asked_again_under_its_key_is_counted_once(ground: Ground) -> None:
    told = [await ground.store.count_code("message 7.1", ADDRESS, "c", LIMITS) for _ in range(3)]
    assert told == [None, None, None]
    assert await ground.store.count_code(new(), ADDRESS, "c", LIMITS) is not None


async def test_processes_that_ask_at_the_same_time_share_the_limit(opener: Opener) -> None:
    limits = CodeLimits(pause=timedelta(0))
    async with opener() as one:
        asked = [one.store.count_code(new(), ADDRESS, f"c{number}", limits) for number in range(40)]
        told = await asyncio.gather(*asked)
    assert told.count(None) == limits.per_address


async def test_a_new_code_ends_the_one_that_it_replaces(ground: Ground) -> None:
    run = await commit(ground.store, new_run(await conversation(ground.store)), challenges=[challenge("c1")])
    await commit(ground.store, run, challenges=[challenge("c2", replaces="c1")])
    assert (await ground.store.spend_try("c1")).digest is None
    assert (await ground.store.spend_try("c2")).digest == "digest of c2"


async def test_a_proof_is_the_customers_own(ground: Ground) -> None:
    identity = Identity(ADDRESS, NOON)
    run = await commit(ground.store, new_run(await conversation(ground.store)), identity=identity)
    other = new_run(await conversation(ground.store, "dana"), "run2")
    await ground.store.commit_step(step(other))
    assert (await ground.store.load_run(run.id)).conversation.identity == identity
    assert (await ground.store.load_run(other.id)).conversation.identity is None


async def test_a_reviewers_code_is_offered_with_its_mail_and_ends_the_one_before(ground: Ground) -> None:
    run, _ = await waiting(ground.store)
    await drained(ground)
    for number in ("r1", "r2", "r2"):
        mail = Keyed(f"code.{number}", SendMail(ADDRESS, Literal("s"), Literal("b"), code="sealed", until=NOON + LIVES))
        await ground.store.offer_code(run.id, challenge(number, "h1 ana"), mail)
    assert await ground.store.challenge_for(run.id, "h1 ana") == "r2"
    assert await ground.store.challenge_for(run.id, "h1 ben") is None
    assert (await ground.store.spend_try("r1")).digest is None
    assert (await ground.store.spend_try("r2")).digest == "digest of r2"
    assert [each.key for each in await drained(ground)] == ["code.r1", "code.r2"]


async def test_a_mail_comes_back_as_it_was_and_leaves_nothing_when_given_up(ground: Ground) -> None:
    mail = SendMail(ADDRESS, Literal("s"), Literal("b"), "de", "sealed code", NOON + LIVES)
    await commit(ground.store, new_run(await conversation(ground.store)), effects=[Keyed("m", mail)])
    [claimed] = await ground.store.claim_effects(10, NOON + MINUTE)
    assert claimed.effect == mail
    await ground.store.keep_rendered(claimed.id, "what it says")
    await ground.store.effect_failed(claimed.id, "gone", None)
    assert await ground.store.keep_letter("m", "other") == "other", "nothing is kept of it"


async def test_a_letter_is_kept_with_its_effect_until_it_is_sent(ground: Ground) -> None:
    run = new_run(await conversation(ground.store))
    await commit(ground.store, run, effects=[keyed("k1")])
    assert await ground.store.keep_letter("k1", "first") == "first"
    assert await ground.store.keep_letter("k1", "second") == "first"
    [claimed] = await ground.store.claim_effects(10, NOON + MINUTE)
    assert claimed.rendered == "first"
    await ground.store.effect_sent(claimed.id)
    assert await ground.store.keep_letter("k1", "third") == "third"
    assert await ground.store.keep_letter("no effect", "letter") == "letter"


async def test_a_lost_card_is_noted_once_per_event(ground: Ground) -> None:
    _, asked = await waiting(ground.store)
    await drained(ground)
    entry = AuditEntry("mail.lost", asked.id, "resend", NOON)
    lost = Place("email:ana@example.com")
    told = [await ground.store.note_unreached(event, asked.id, lost, [keyed(f"n.{event}")], entry)
            for event in ("e1", "e1", "e2")]  # fmt: skip
    assert told == [True, False, True]
    case = await ground.store.case(asked.id)
    assert case.handoff.unreached == (lost,)
    assert {each.key for each in await drained(ground)} >= {"n.e1", "n.e2"}
    with pytest.raises(KeyError):
        await ground.store.note_unreached("e3", HandoffId("nobody"), REVIEW, [], entry)


async def test_guesses_in_parallel_and_over_restarts_stay_within_the_bound(
    opener: Opener, record_property: Record
) -> None:
    """Whoever guesses, from however many chats: fifteen comparisons an hour for one address, and no more."""
    chance, compared, known = random.Random(SEED), 0, []
    run = RunId("run1")
    for life in range(4):  # three restarts in between, on the same file
        async with opener() as ground:
            if life == 0:
                begun = new_run(await conversation(ground.store))
                await commit(ground.store, begun)
            ground.clock.moment = NOON + life * timedelta(minutes=2)
            for chat in range(5):
                ground.clock.moment += LIMITS.pause
                if await ground.store.count_code(new(), ADDRESS, f"chat {life} {chat}", LIMITS) is None:
                    number = f"c{len(known)}"
                    mail = Keyed(number, SendMail(ADDRESS, Literal("s"), Literal("b")))
                    await ground.store.offer_code(run, challenge(number), mail)
                    known.append(number)
            for _ in range(GUESSES // 4 // 250):
                guesses = [ground.store.spend_try(chance.choice(known)) for _ in range(250)]
                tried = await asyncio.gather(*guesses)
                compared += sum(one.digest is not None for one in tried)
    assert len(known) == LIMITS.per_address
    assert 5 <= compared <= 5 * LIMITS.per_address
    record_property("reached", GUESSES // 4 // 250 * 250 * 4)
