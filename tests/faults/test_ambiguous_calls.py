"""Calls whose outcome nobody knows: never repeated by themselves, each shown to an operator, each ended by one word."""

import asyncio
import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from engine.ids import HandoffId
from engine.tools import EffectClass
from engine.transitions import Action
from engine.values import from_micros
from storage.db import Database, opened
from tests.faults.bank import PAY, Event, Fault
from tests.faults.doubtful import MOST_ACTIONS, OUTAGE, Request
from tests.faults.parts import amount
from tests.faults.trial import FULL, SEED, Record

CASES = amount("ambiguous")
ONE = os.environ.get("CASE", "")
PER_DATABASE = 500
AT_ONCE = 10

pytestmark = pytest.mark.timeout(3600 if FULL else 300)


async def test_no_call_is_repeated_blindly_and_every_doubt_is_ended_by_one_action_of_an_operator(
    tmp_path: Path, record_property: Record
) -> None:
    began, met, wrong = time.monotonic(), Counter[str](), list[str]()
    numbers = [int(ONE)] if ONE else list(range(CASES))
    for start in range(0, len(numbers), PER_DATABASE):
        file = tmp_path / f"{start}.db"
        async with opened(file) as database:
            await _play_all(database, numbers[start : start + PER_DATABASE], met, wrong)
        file.unlink()
    parts = ", ".join(f"{name}: {met[name]}" for name in sorted(met))
    print(f"seed {SEED}, {len(numbers)} requests in {time.monotonic() - began:.0f} s; {parts}")
    record_property("reached", len(numbers))
    assert not wrong, f"{len(wrong)} of {len(numbers)} ended wrong:\n" + "\n".join(wrong[:20])
    assert ONE or all(met[fault] for fault in Fault), "some fault was never met"


async def _play_all(database: Database, numbers: list[int], met: Counter[str], wrong: list[str]) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def play(number: int) -> None:
        async with gate:
            request = Request(database, f"{SEED}-{number}")
            try:
                await play_to_the_end(request)
            except Exception as error:
                story = " ".join(f"{event.what}:{event.detail or event.key}" for event in request.history)
                wrong.append(f"SEED={SEED} CASE={number} ({request.bank.effect}): {error!r}\n    {story}")
            met.update(map(str, request.bank.met))
            met.update({f"[{request.bank.effect}]": 1, "[doubts]": request.doubts, "[lives]": request.lives})

    await asyncio.gather(*map(play, numbers))


async def play_to_the_end(request: Request) -> None:
    """From the message over every doubt to the end; after each step it is as the model says."""
    await request.begin()
    for _ in range(MOST_ACTIONS):
        assert_nothing_blind(request)
        assert request.told("Paid.") == (request.status() == "done" and is_settled(request.history))
        if request.status() == "done":
            break
        await end_by_one_action(request)
    assert request.status() == "done", f"{request.status()} after {MOST_ACTIONS} actions"
    assert not request.open_handoffs()
    assert request.asks("SELECT COUNT(*) FROM tool_intent WHERE run_id = ? AND state = 'open'", request.run) == [(0,)]
    await request.clock.sleep(3600)
    assert len(request.bank.books()) <= 1, f"executed {len(request.bank.books())} times"
    assert not request.told("Paid.") or len(request.bank.books()) == 1


# --- the model: what may have been executed, by the history alone -------------------------------------------------


def assert_nothing_blind(request: Request) -> None:
    """A call may be sent once for its decision and once for each person's word that it be made again.

    A keyed one may be sent again under the same key and with the same bytes. Each was intended durably before.
    """
    intended: dict[str, str] = {}
    free, last = True, ("", "")
    for event in request.history:
        call = (event.key, event.detail)
        if event.what == "ruled" and event.detail in (Action.RETRY, Action.APPROVE):
            free = True
        elif event.what == "intended":
            intended[event.key] = event.detail
        elif event.what == "sent":
            assert intended.get(event.key) == event.detail, f"sent {call} without its intent"
            same = request.bank.effect is EffectClass.KEYED and call == last
            assert free or same, f"blind repeat of {call}"
            free, last = False, call


def is_settled(history: list[Event]) -> bool:
    """Whether the last thing that was known of the call is that it happened: an answer kept, or a person's word."""
    words = [event for event in history if event.what == "settled" or event.detail in (Action.CONFIRM, Action.STOP)]
    return bool(words) and words[-1].detail in ("returned", Action.CONFIRM)


def kept_answer(history: list[Event]) -> str:
    """How the last intended call was answered, "" if nobody can know: then it is in doubt.

    A refusal says nothing of an earlier request under the same key.
    """
    start = max(number for number, event in enumerate(history) if event.what == "intended")
    kept, sent = "", Counter(event.key for event in history[:start] if event.what == "sent")
    for event in history[start:]:
        if event.what == "sent":
            sent[event.key] += 1
        elif event.what == "answered":
            kept = event.detail if event.detail != "refused" or sent[event.key] == 1 else ""
        elif event.what == "killed":
            kept = ""
        elif event.what == "settled":
            return kept
    raise AssertionError("the run rests and the call's outcome was never written")


# --- the operator -------------------------------------------------------------------------------------------------


async def end_by_one_action(request: Request) -> None:
    """Check that what is in doubt is seen, and end it by one true word; a call made again may be in doubt again."""
    assert request.status() == "stopped"
    ((handoff, kind, question),) = request.open_handoffs()
    answer = kept_answer(request.history)
    assert kind == ("failure" if answer == "refused" else "doubt"), f"{kind} after {answer!r}"
    if kind == "doubt":
        request.doubts += 1
        assert_seen(request, question)
        await refuse_too_early(request, handoff, question)
    if request.chance.random() < 0.1:
        await request.clock.sleep(OUTAGE)
    before = len(request.history)
    action = true_word(request, kind, question["error"])
    said = await request.operator(handoff, action, "re_1" if action is Action.CONFIRM else "")
    assert request.asks("SELECT COUNT(*) FROM decision WHERE handoff_id = ?", handoff) == [(1,)], said
    made_again = any(event.what == "intended" for event in request.history[before:])
    assert made_again == (action is Action.RETRY)
    assert made_again or request.status() == "done"


def assert_seen(request: Request, question: dict[str, Any]) -> None:
    """The operator sees tool, bytes and key of the very call that was intended last."""
    last = [event for event in request.history if event.what == "intended"][-1]
    told = question["error"]
    assert (told["tool"], told["arguments"], told["key"]) == (PAY, last.detail, last.key)
    lapsed = told["code"] == "key-lapsed"
    assert told["effect"] == (EffectClass.ONCE if lapsed else request.bank.effect)
    assert not lapsed or told["key_until"] <= request.clock.now().isoformat()
    assert request.told("customer-being-checked") >= request.doubts


async def refuse_too_early(request: Request, handoff: HandoffId, question: dict[str, Any]) -> None:
    """Before the call's time is over nobody can say that it did not happen; then the operator waits."""
    left = (from_micros(question["retry_after"]) - request.clock.now()).total_seconds()
    if left > 0:
        said = await request.operator(handoff, Action.RETRY)
        assert said.alert and request.status() == "stopped"
        await request.clock.sleep(left)


def true_word(request: Request, kind: str, told: dict[str, Any]) -> Action:
    """What somebody chooses who has looked into the bank's books; or they stop it without looking.

    While the key is honoured some have a call made again without looking.
    """
    if request.chance.random() < 0.15:
        return Action.STOP
    if kind == "failure":
        return Action.RETRY
    honoured = told.get("key_until", "") > request.clock.now().isoformat() and request.chance.random() < 0.5
    return Action.CONFIRM if request.bank.books() and not honoured else Action.RETRY


# --- the model itself ---------------------------------------------------------------------------------------------


def test_the_model_sees_a_blind_repeat(tmp_path: Path) -> None:
    """Without that nobody knows whether it looks at anything."""
    sent, intent = Event("sent", "k", "{}"), Event("intended", "k", "{}")
    good = [Event("ruled", "h", Action.APPROVE), intent, sent, Event("settled", "k", "unknown")]
    request = Request(Database(tmp_path / "none.db"), "x")
    request.bank.effect = EffectClass.ONCE
    request.history[:] = good
    assert_nothing_blind(request)
    for history in ([*good, sent], [*good[:1], sent], [*good, Event("killed"), sent]):
        request.history[:] = history
        with pytest.raises(AssertionError):
            assert_nothing_blind(request)
