"""The stories of the examples come true, line by line, in a process of its own each."""

import asyncio
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

import pytest

from bot.demo import in_folder, play

pytestmark = pytest.mark.timeout(300)
"""A story starts processes again and again, each of which takes its time on a busy machine."""

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "refund"
STORIES = sorted((ROOT / "examples").glob("*/stories/*.txt"))
WORKFLOWS = {
    "one-director": "thresholds", "deny": "thresholds", "nobody": "escalate", "care": "escalate",
    "ask": "access", "talk": "support", "human": "support", "wait": "support",
}  # fmt: skip
"""The workflows of stories that are not named like theirs."""


def _as_case(story: Path) -> object:
    kills = "\nrestart\n" in story.read_text(encoding="utf-8")
    return pytest.param(story, id=f"{story.parents[1].name}-{story.stem}", marks=[pytest.mark.restart] if kills else [])


async def assent(*arguments: str | Path) -> tuple[int, str]:
    """Run the command; answers its exit code and what it said."""
    command = [sys.executable, "-m", "bot", *map(str, arguments)]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=PIPE, stderr=STDOUT)
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


@pytest.mark.parametrize("story", [_as_case(story) for story in STORIES])
async def test_a_story_comes_true(story: Path) -> None:
    folder = story.parents[1]
    workflow = folder / f"{WORKFLOWS.get(story.stem, story.stem)}.json"
    workflow = workflow if workflow.exists() else folder / "workflow.json"
    code, said = await assent("simulate", workflow, "--script", story)
    assert code == 0, said


async def test_a_line_that_does_not_come_true_ends_the_story_and_says_what_was_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "wrong.txt"
    story.write_text("customer: hello\ncustomer sees: *address*\nledger: 45678*\nrestart\n", encoding="utf-8")
    code = await play(EXAMPLE / "assent.toml", story, in_folder(tmp_path), tmp_path / "ledger.db", wait=1)
    told = capsys.readouterr()
    assert code == 1
    assert told.out.splitlines()[0] == "customer: hello"
    assert "line 3 did not come true: ledger: 45678*" in told.err
    assert "seen instead: ledger: empty" in told.err


async def test_the_demo_plays_itself_and_prints_the_entry_of_the_ledger() -> None:
    code, said = await assent("demo", "--script")
    assert code == 0, said
    assert said.splitlines()[-1].startswith("ledger: 45678 2150.00 USD, key ")
