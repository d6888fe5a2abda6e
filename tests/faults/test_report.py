"""The table of what was reached is true, and a full run goes on where it was interrupted."""

import itertools
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.faults import __main__ as full
from tests.faults import report
from tests.faults.parts import PARTS, Part, amount
from tests.faults.report import Failure, Reached

ROOT = Path(__file__).resolve().parents[2]
COUNTED = Part("kills", "kills", 5, 25, ("none.py::test_none",), "KILLS", 10)
SHARED = Part("pairs", "pairs", 5, "all", ("none.py::test_none",), shares=3)
GO = """
import os
def test_reached(record_property):
    record_property("reached", int(os.environ["KILLS"]))
def test_fails_with_some_seeds():
    assert os.environ["SEED"] != "20261132", "SEED=20261135: lost"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An empty report beside a README of its own."""
    shutil.copy(report.FILE.with_name("README.md"), tmp_path)
    return tmp_path / "report.json"


def part(tmp_path: Path) -> Part:
    """A part whose tests are the ones above."""
    tests = tmp_path / "test_go.py"
    tests.write_text(GO)
    return Part("kills", "kills", 5, 25, (str(tests),), "KILLS", 10)


def test_the_readme_has_the_table_of_the_report() -> None:
    text = report.FILE.with_name("README.md").read_text(encoding="utf-8")
    assert report.with_table(text, report.read()) == text, (
        "python -c 'from tests.faults import report; report.publish()'"
    )


@pytest.mark.parametrize("of", PARTS, ids=lambda part: part.name)
def test_every_part_has_its_tests_and_its_numbers(of: Part) -> None:
    for test in of.tests:
        path, _, name = test.partition("::")
        assert re.search(rf"^(async )?def {name}\(", (ROOT / path).read_text(encoding="utf-8"), re.M), test
    assert bool(of.shares) == isinstance(of.full, str)
    if isinstance(of.usual, int) and of.variable:
        assert amount(of.name, {}) == of.usual and amount(of.name, {of.variable: "7"}) == 7


def test_what_is_left_has_further_seeds_and_no_more_than_the_full_count() -> None:
    reached = Reached(count=12, next_seed=20261140)
    assert list(full.goes(COUNTED, reached)) == [
        {"SEED": "20261140", "KILLS": "10"},
        {"SEED": "20261150", "KILLS": "3"},
    ]
    shares = [environ["SHARE"] for environ in full.goes(SHARED, Reached(shares=[1]))]
    assert shares == ["0/3", "2/3"]
    assert not list(full.goes(COUNTED, Reached(count=25))) and not list(full.goes(SHARED, Reached(shares=[0, 1, 2])))


def test_each_go_adds_what_really_ran_and_a_failure_names_its_seed(file: Path, tmp_path: Path) -> None:
    of = part(tmp_path)
    for environ in itertools.islice(full.goes(of, Reached()), 2):
        full.noted(of, environ, full.go(of, environ), file)
    reached = report.read(file)["kills"]
    assert (reached.count, reached.next_seed, reached.is_full(of)) == (20, 20261142, False)
    [failure] = reached.failures
    assert failure.environ == {"SEED": "20261132", "KILLS": "10"} and "SEED=20261135: lost" in failure.said
    readme = file.with_name("README.md").read_text(encoding="utf-8")
    assert "20261122 to 20261141" in readme and "`SEED=20261132 KILLS=10 pytest" in readme


def test_a_failure_is_repeated_until_it_does_not_happen_again(file: Path, tmp_path: Path) -> None:
    of = part(tmp_path)
    fails: Mapping[str, str] = {"SEED": "20261132", "KILLS": "1"}
    mended: Mapping[str, str] = {"SEED": "20261122", "KILLS": "1"}
    with report.changed(file) as whole:
        whole["kills"].failures = [Failure(fails, "lost"), Failure(mended, "lost once")]
    full.look_again(of, file)
    reached = report.read(file)["kills"]
    assert (reached.failures, reached.not_again) == ([Failure(fails, "lost")], 1)


def test_a_go_in_which_nothing_ran_is_an_error(tmp_path: Path) -> None:
    of = Part("kills", "kills", 5, 25, (str(tmp_path / "not_there.py"),), "KILLS", 10)
    with pytest.raises(RuntimeError, match="pytest answered 4"):
        full.go(of, {"SEED": "1", "KILLS": "1"})
