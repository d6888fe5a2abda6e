"""`make reliability FULL=1`: goes on with the full counts where the last one stopped, and writes down what it reaches.

`PART=kills,pairs` names the parts (all of them otherwise), `MINUTES=30` begins nothing after so many minutes, and
`MINUTES=0` only writes the README's table. Each go is a pytest of its own, whose tests tell by
`record_property("reached", ...)` how many they really had; whatever was reached is in the report when the go ends, so
it may be interrupted at any time.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

from tests.faults import report
from tests.faults.parts import PARTS, Part, part
from tests.faults.report import Failure, Reached

CHECKOUT = Path(__file__).resolve().parents[2]
LONGEST_WORDS = 1500


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one go ended."""

    reached: int
    failures: list[str]
    seconds: float


def goes(of: Part, so_far: Reached) -> Iterator[Mapping[str, str]]:
    """What is left of a part, as the environments of its goes."""
    if of.shares:
        for share in range(of.shares):
            if share not in so_far.shares:
                yield {"SEED": str(report.FIRST_SEED), "SHARE": f"{share}/{of.shares}"}
        return
    seed, left = so_far.next_seed, int(of.full) - so_far.count
    while left > 0:
        yield {"SEED": str(seed), of.variable: str(min(of.per_go, left))}
        seed, left = seed + of.per_go, left - of.per_go


def go(of: Part, environ: Mapping[str, str]) -> Outcome:
    """One go, in a process of its own; raises RuntimeError if nothing ran."""
    with tempfile.TemporaryDirectory(prefix="assent-go-") as folder:
        file = Path(folder) / "junit.xml"
        command = [sys.executable, "-m", "pytest", *of.tests, "-q", "-p", "no:cacheprovider", f"--junitxml={file}"]
        command += ["-k", of.only] if of.only else []
        command += ["-n", str(of.workers), "--dist", "worksteal"] if of.workers else []
        kept = {name: value for name, value in os.environ.items() if name not in ("PART", "MINUTES", "SEED", "SHARE")}
        began = time.monotonic()
        ended = subprocess.run(
            command, cwd=CHECKOUT, env={**kept, "FULL": "1", **environ}, capture_output=True, text=True, check=False
        )
        outcome = Outcome(*_read(file), time.monotonic() - began)
    if ended.returncode not in (0, 1) or not (outcome.reached or outcome.failures):
        raise RuntimeError(f"{of.name} {dict(environ)}: pytest answered {ended.returncode}\n{ended.stdout[-3000:]}")
    return outcome


def _read(file: Path) -> tuple[int, list[str]]:
    """What pytest's file tells: how many were reached, and what the failures said."""
    if not file.exists():
        return 0, []
    reached, failures = 0, []
    for case in ElementTree.parse(file).iter("testcase"):
        for told in case.iter("property"):
            reached += int(told.get("value", "0")) if told.get("name") == "reached" else 0
        for kind in ("failure", "error"):
            failures += [f"{case.get('name')}: {found.get('message')}"[:LONGEST_WORDS] for found in case.iter(kind)]
    return reached, failures


def noted(of: Part, environ: Mapping[str, str], outcome: Outcome, file: Path = report.FILE) -> None:
    """Add one go to the report, and the report to the README beside it."""
    with report.changed(file) as whole:
        reached = whole[of.name]
        reached.count += outcome.reached
        reached.seconds = round(reached.seconds + outcome.seconds, 1)
        reached.last = datetime.now(UTC).date().isoformat()
        reached.failures += [Failure(environ, said) for said in outcome.failures]
        if of.shares:
            reached.shares.append(int(environ["SHARE"].partition("/")[0]))
        else:
            reached.next_seed = int(environ["SEED"]) + int(environ[of.variable])


def look_again(of: Part, file: Path = report.FILE) -> None:
    """Repeat what failed before; a failure that does not happen again is only counted from then on."""
    known = report.read(file).get(of.name, Reached()).failures
    for environ in [dict(each) for each in {tuple(sorted(failure.environ.items())) for failure in known}]:
        if go(of, environ).failures:
            continue
        with report.changed(file) as whole:
            reached = whole[of.name]
            left = [failure for failure in reached.failures if failure.environ != environ]
            reached.not_again += len(reached.failures) - len(left)
            reached.failures = left


def play(of: Part, until: float) -> None:
    """Go on with a part until it is full or the time is over."""
    if time.monotonic() < until:
        look_again(of)
    for environ in goes(of, report.read().get(of.name, Reached())):
        if time.monotonic() >= until:
            return
        outcome = go(of, environ)
        noted(of, environ, outcome)
        told = " ".join(f"{name}={value}" for name, value in environ.items())
        reached = f"{of.name} {told}: {outcome.reached} {of.unit} in {outcome.seconds:.0f} s"
        print(reached, *outcome.failures, sep="\n  ", flush=True)


def main() -> int:
    """Answers 1 if a failure stands in the report."""
    names = os.environ.get("PART", "").replace(",", " ").split()
    minutes = float(os.environ.get("MINUTES") or "inf")
    until = time.monotonic() + 60 * minutes
    with suppress(KeyboardInterrupt):
        for chosen in [part(name) for name in names] or PARTS:
            play(chosen, until)
    with report.changed() as whole:
        print(report.table(whole))
    return int(any(reached.failures for reached in whole.values()))


if __name__ == "__main__":
    sys.exit(main())
