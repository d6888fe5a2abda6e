"""Bugs that are planted into a copy of the tree must be caught: a suite that passes with them proves nothing."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

import pytest

from bot.settings_sections import CHECKOUT
from tests.faults.bug import Bug
from tests.faults.parts import amount
from tests.faults.planted import BUGS
from tests.faults.trial import FULL, SEED, Record, in_share

PARTS = ("bot", "channels", "engine", "examples", "locales", "storage", "tests", "pyproject.toml")
AT_ONCE = 2
WITHIN = 300.0
PASSED, FAILED, NO_END = 0, 1, -1
MOST = len(BUGS) if FULL else amount("planted-bugs")
ONE = os.environ.get("BUG", "")
"""The name of the only bug to plant, or a part of it."""

pytestmark = pytest.mark.timeout(3600 if FULL else 900)


def copied(target: Path) -> Path:
    """The tree without what was built from it: a stale `.pyc` would hide a bug."""
    for part in PARTS:
        source = CHECKOUT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            target.mkdir(exist_ok=True)
            shutil.copy(source, target / part)
    return target


@contextmanager
def planted(tree: Path, bug: Bug) -> Iterator[None]:
    """The bug is in the copy until the block ends."""
    before = {file: (tree / file).read_text(encoding="utf-8") for file, _, _ in bug.edits}
    try:
        for file, good, bad in bug.edits:
            text = (tree / file).read_text(encoding="utf-8")
            assert text.count(good) == 1, f"{bug.name}: {file} has {good!r} {text.count(good)} times; plant it anew"
            (tree / file).write_text(text.replace(good, bad), encoding="utf-8")
        yield
    finally:
        for file, text in before.items():
            (tree / file).write_text(text, encoding="utf-8")


def tried(tree: Path, bug: Bug) -> tuple[int, str]:
    """Run the tests that must see a bug; answers pytest's exit code and what it said last."""
    command = [sys.executable, "-m", "pytest", bug.tests, "-k", bug.wanted, "-x", "-q", "-p", "no:cacheprovider"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "FULL", "BUG"))}
    environ = {**kept, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1", **bug.environ}
    try:
        ended = subprocess.run(
            command, cwd=tree, env=environ, capture_output=True, text=True, timeout=WITHIN, check=False
        )
    except subprocess.TimeoutExpired as late:
        return NO_END, str(late)
    return ended.returncode, (ended.stdout + ended.stderr)[-1500:]


def chosen() -> Sequence[Bug]:
    """All of them, or so many by the seed; or those whose name was asked for."""
    if ONE:
        return [bug for bug in BUGS if ONE in bug.name]
    return in_share(random.Random(SEED).sample(BUGS, min(MOST, len(BUGS))))


def test_every_planted_bug_is_caught(tmp_path: Path, record_property: Record) -> None:
    trees: SimpleQueue[Path] = SimpleQueue()
    for number in range(AT_ONCE):
        trees.put(copied(tmp_path / str(number)))
    began = time.monotonic()

    def is_caught(bug: Bug) -> str:
        tree, start = trees.get(), time.monotonic()
        try:
            with planted(tree, bug):
                code, said = tried(tree, bug)
        finally:
            trees.put(tree)
        caught = code == FAILED
        print(f"{'caught' if caught else 'MISSED'} in {time.monotonic() - start:4.1f} s: {bug.name}")
        return "" if caught else f"SEED={SEED} BUG={bug.name!r} (pytest answered {code})\n{said}"

    with ThreadPoolExecutor(AT_ONCE) as pool:
        missed = list(filter(None, pool.map(is_caught, bugs := chosen())))
    print(f"seed {SEED}: {len(bugs) - len(missed)} of {len(bugs)} caught in {time.monotonic() - began:.0f} s")
    record_property("reached", len(bugs))
    assert not missed, "\n".join(missed)


@pytest.mark.skipif(not FULL, reason="these tests run by themselves in the same suite")
def test_without_a_bug_the_same_tests_pass_in_a_copy(tmp_path: Path) -> None:
    """Else whatever is wrong with the copy would count as caught."""
    tree = copied(tmp_path / "tree")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ended = list(pool.map(lambda bug: (bug.name, *tried(tree, bug)), BUGS))
    assert [(name, said) for name, code, said in ended if code != PASSED] == []


def test_every_bug_can_be_planted() -> None:
    """Its place is still in the sources, once."""
    for bug in BUGS:
        for file, good, _ in bug.edits:
            assert (CHECKOUT / file).read_text(encoding="utf-8").count(good) == 1, f"{bug.name}: {good!r} in {file}"
    assert len({bug.name for bug in BUGS}) == len(BUGS)
