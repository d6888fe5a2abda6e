"""A restored backup repeats nothing: what was open waits for an operator, and nothing begins before."""

import asyncio
import json
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot import restore
from bot.cli import main
from engine.tools import CallOutcome, Returned, ToolCall, Unknown
from engine.transitions import HandoffState
from storage import audit, backup, generation
from tests.fakes.house import House, NotedTools, configured, living, workflow

ASK = {"type": "action", "actionType": "human_handoff", "reason": "Pay {{message}}?", "timeout": "1h"}
PAY = {"type": "mcp_tool", "toolName": "bank__pay", "arguments": {"what": "{{message}}"}, "outputVariable": "paid"}
YES, NO = {"type": "send_message", "message": "Done."}, {"type": "send_message", "message": "Refused."}
REFUND = workflow(
    {"ask": ASK, "pay": PAY, "yes": YES, "no": NO}, ["t ask", "ask.approved pay", "ask.rejected no", "pay yes"]
)
AT_ONCE = workflow({"pay": PAY, "yes": YES}, ["t pay", "pay yes"])
RUNS = 50


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two bots: one asks before it pays, one pays at once."""
    monkeypatch.setattr(restore, "LOOK_EVERY", 0.05)
    monkeypatch.setenv("ASSENT_CONFIG", str(tmp_path / "assent.toml"))
    return configured(tmp_path, {"refund": REFUND, "direct": AT_ONCE})


@pytest.fixture
def tools() -> NotedTools:
    return NotedTools(bank__pay="once")


def copied(config: Path) -> Path:
    """A backup, taken now."""
    target = config.parent / "backup.db"
    backup.backup(config.parent / "assent.db", target)
    return target


def put_back(config: Path) -> None:
    """Restore the backup as one does: the process is stopped, the file replaced."""
    for log in config.parent.glob("assent.db-*"):
        log.unlink()
    shutil.copy(config.parent / "backup.db", config.parent / "assent.db")


def pending(house: House) -> list[str]:
    return [row[0] for row in house.asks("SELECT id FROM handoff WHERE state = 'pending' ORDER BY opened_at, id")]


async def resumed(*arguments: str) -> int:
    """`assent resume`, in a thread since the application works in this one."""
    return await asyncio.to_thread(main, ["resume", *arguments])


async def test_fifty_refunds_after_a_backup_are_not_repeated(config: Path, tools: NotedTools) -> None:
    async with living(config, tools) as house:
        await asyncio.gather(*(house.says(f"u{number}", str(number), "refund") for number in range(RUNS)))
        await house.rests()
        copied(config)
        for handoff in pending(house):
            await house.taps(handoff, "approve")
        await house.rests()
    made = {call.key: call.arguments for call in tools.calls}
    assert len(tools.calls) == len(made) == RUNS
    tools.calls.clear()

    put_back(config)
    async with living(config, tools) as house:
        assert len(pending(house)) == RUNS
        for handoff in pending(house)[:10]:
            answer = await house.taps(handoff, "approve")
            assert answer.alert and "under review" in answer.text
        await house.clock.advance(timedelta(hours=3))
        await house.says("u1", "hello?", "refund")
        await house.says("new", "7", "direct")
        await house.until("SELECT COUNT(*) FROM effect WHERE state = 'new'", 0)
        await asyncio.sleep(1.5)  # a sweep of everything
        assert tools.calls == []
        assert {status for (status,) in house.asks("SELECT status FROM run")} == {"held"}
        assert {state for (state,) in house.asks("SELECT state FROM handoff")} == {HandoffState.PENDING}
        cards = house.cards()
        assert all("Under review after a restore" in card["status"] for card in cards)
        assert not any(card["buttons"] for card in cards)
        assert "restored from a backup" in house.told("u1")[-1]
        assert "write again" in house.told("new")[-1]

    async with living(config, tools) as house:
        assert await resumed("--after-restore") == 0
        await house.until("SELECT COUNT(*) FROM instance WHERE name = 'restored'", 0)
        await house.rests()
        assert "still open" in house.told("u1")[-1], "what was written meanwhile is answered"
        assert all(card["buttons"] for card in house.cards())
        await house.taps(pending(house)[0], "approve")
        await house.rests()
        assert len(tools.calls) == 1
        assert made[tools.calls[0].key] == tools.calls[0].arguments, "a provider that knows keys refunds once"
        await asyncio.sleep(0.2)
        await house.says("new", "7", "direct")
        await house.rests()
        assert house.told("new")[-1] == "Done."


async def test_what_is_said_after_a_restore_has_keys_that_were_never_used(config: Path, tools: NotedTools) -> None:
    """Else a channel that was told something in the time that was lost would take it for the same."""
    keys = "SELECT key FROM effect"
    async with living(config, tools) as house:
        await house.says("ann", "5", "refund")
        await house.rests()
        copied(config)
        known = set(house.asks(keys))
        await house.says("ann", "hurry", "refund")
        await house.rests()
        await house.taps(pending(house)[0], "approve")
        await house.rests()
        lost = set(house.asks(keys)) - known
    put_back(config)
    async with living(config, tools) as house:
        assert await resumed("--after-restore") == 0
        await house.until("SELECT COUNT(*) FROM instance WHERE name = 'restored'", 0)
        await house.taps(pending(house)[0], "approve")
        await house.rests()
        said = set(house.asks(keys)) - known
    assert lost and said and not lost & said


async def test_a_call_under_way_in_the_backup_is_in_doubt_once_resumed(config: Path, tools: NotedTools) -> None:
    async with living(config, tools) as house:

        def answer(call: ToolCall) -> CallOutcome:
            copied(config)
            return Returned({"ok": True})

        tools.answer = answer
        await house.says("ann", "1", "direct")
        await house.rests()
        assert house.told("ann") == ["Done."]
    put_back(config)
    async with living(config, tools) as house:
        ((run, status),) = house.asks("SELECT id, status FROM run")
        assert status == "held"
        assert await resumed("--after-restore", run) == 0
        await house.rests()
        assert house.asks("SELECT kind, state FROM handoff") == [("doubt", "pending")]
    assert len(tools.calls) == 1


async def test_the_card_of_a_doubt_shows_the_review_also_while_a_reference_is_awaited(
    config: Path, tools: NotedTools
) -> None:
    tools.answer = lambda call: Unknown("the line went dead")
    async with living(config, tools) as house:
        await house.says("ann", "1", "direct")
        await house.rests()
        await house.taps(pending(house)[0], "ask_reference")
        await house.rests()
    async with living(config, tools, restored=True) as house:
        await house.rests()
        [card] = house.cards()
        assert card["status"].startswith("Under review after a restore") and card["buttons"] == []


async def test_an_operator_resumes_one_after_the_other(
    config: Path, tools: NotedTools, capsys: pytest.CaptureFixture[str]
) -> None:
    async with living(config, tools) as house:
        for user in ("ann", "bob"):
            await house.says(user, "5", "refund")
            await house.rests()
    async with living(config, tools, restored=True) as house:
        (first, _), (second, _) = house.asks("SELECT id, status FROM run ORDER BY started_at")
        capsys.readouterr()
        assert await resumed() == 0
        listed = capsys.readouterr().out.splitlines()
        assert [line.split()[:3] for line in listed[:2]] == [
            [first, "refund", "play:ann"],
            [second, "refund", "play:bob"],
        ]
        assert listed[0].endswith("waits for: decision")
        assert await resumed(first) == 2
        assert await resumed("--after-restore", first, "nobody") == 1
        assert await resumed("--after-restore", first) == 0
        assert "1 still under review" in capsys.readouterr().out
        assert house.asks("SELECT status FROM run ORDER BY started_at") == [("waiting",), ("held",)]
        await house.says("cem", "1", "direct")
        await house.until("SELECT COUNT(*) FROM inbox WHERE state = 'new'", 0)
        for handoff in pending(house):
            await house.taps(handoff, "approve")
        await house.rests()
        assert [json.loads(call.arguments) for call in tools.calls] == [{"what": "5"}]
        assert await resumed("--after-restore", second) == 0
        assert "Nothing is under review." in capsys.readouterr().out
    events = "SELECT event FROM audit WHERE event LIKE 'restore.%' OR event IN ('run.held', 'run.resumed') ORDER BY id"
    assert [event for (event,) in house.asks(events)] == [
        "restore.began", "run.held", "run.held", "run.resumed", "run.resumed", "restore.ended",
    ]  # fmt: skip
    assert await asyncio.to_thread(main, ["audit", "verify"]) == 0


async def test_a_copy_without_its_generation_file_is_doubted(config: Path, tools: NotedTools) -> None:
    async with living(config, tools) as house:
        await house.says("ann", "5", "refund")
        await house.rests()
    (config.parent / "assent.db.generation").unlink()
    async with living(config, tools) as house:
        assert house.asks("SELECT status FROM run") == [("held",)]
        assert house.asks("SELECT value FROM instance WHERE name = 'restored'") == [("unknown",)]


async def test_a_database_that_went_another_way_is_doubted(config: Path, tools: NotedTools) -> None:
    async with living(config, tools) as house:
        await house.says("ann", "5", "refund")
        await house.rests()
    remembered = (config.parent / "assent.db.generation").read_text()
    number, digest = remembered.split()
    (config.parent / "assent.db.generation").write_text(f"{number} {digest[::-1]}\n")
    async with living(config, tools) as house:
        assert house.asks("SELECT value FROM instance WHERE name = 'restored'") == [("older",)]


async def test_the_file_never_remembers_what_is_not_committed(config: Path, tools: NotedTools) -> None:
    seen = set()
    async with living(config, tools) as house:

        async def talks() -> None:
            for number in range(40):
                await house.says(f"u{number}", "1", "direct")

        talk = asyncio.create_task(talks())
        while len(tools.calls) < 40:
            await asyncio.sleep(0)
            head = audit.Head.read((config.parent / "assent.db.generation").read_text())
            if head not in seen:
                seen.add(head)
                assert house.asks("SELECT hash FROM audit WHERE id = ?", head.number) == [(head.hash,)]
        await talk
        await house.rests()
    assert len(seen) > 3
    async with living(config, tools) as house:
        assert house.asks("SELECT COUNT(*) FROM instance WHERE name = 'restored'") == [(0,)], "a plain restart"


def test_a_database_that_is_gone_is_not_made_anew(
    config: Path, tools: NotedTools, capsys: pytest.CaptureFixture[str]
) -> None:
    configured(config.parent, {"hello": workflow({"yes": YES}, ["t yes"])})

    async def once() -> None:
        async with living(config, tools):
            pass

    asyncio.run(once())
    (config.parent / "assent.db").unlink()
    assert main(["run"]) == 2
    said = capsys.readouterr().err
    assert "is gone, and assent.db.generation remembers it" in said and "delete assent.db.generation" in said
    assert not (config.parent / "assent.db").exists()
    (config.parent / "assent.db.generation").unlink()
    asyncio.run(once())


async def test_many_commits_share_one_write_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generation, "FLUSH_AFTER", 0.05)
    count = 0
    fsync = os.fsync

    def counted(descriptor: int) -> None:
        nonlocal count
        count += 1
        fsync(descriptor)

    with generation.kept(tmp_path / "x.db") as file:
        monkeypatch.setattr(os, "fsync", counted)
        for number in range(1, 500):
            file.reached(audit.Head(number, "a" * 64))
        file.reached(audit.Head(3, "b" * 64))
        await asyncio.sleep(0.3)
        assert count == 1
        assert file.remembered() == audit.Head(499, "a" * 64)
