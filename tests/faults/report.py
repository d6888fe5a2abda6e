"""What was reached, part by part, over all goes and machines: one file of JSON, and the table that is made of it."""

import fcntl
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.parts import PARTS, Part

FILE = Path(__file__).with_name("report.json")
BEGIN, END = "<!-- what `make reliability FULL=1` reached -->\n", "<!-- end -->\n"
FIRST_SEED = 20261122


@dataclass(frozen=True, slots=True)
class Failure:
    """A go that found something; `environ` is what repeats it."""

    environ: Mapping[str, str]
    said: str


@dataclass(slots=True)
class Reached:
    """What one part has reached so far; `seconds` is the sum over its goes, on whatever machine had them."""

    count: int = 0
    next_seed: int = FIRST_SEED
    shares: list[int] = field(default_factory=list)
    seconds: float = 0.0
    failures: list[Failure] = field(default_factory=list)
    not_again: int = 0
    """Failures that did not happen again when they were repeated: mended, or the machine was to blame."""
    last: str = ""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Reached":
        """From JSON."""
        return cls(**{**data, "failures": [Failure(**each) for each in data["failures"]]})

    def is_full(self, part: Part) -> bool:
        """Whether there is nothing more to do."""
        return len(self.shares) == part.shares if part.shares else self.count >= int(part.full)


Report = dict[str, Reached]


def read(file: Path = FILE) -> Report:
    """What stands in the file; nothing at all if there is none yet."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return {name: Reached.read(data) for name, data in json.loads(text or "{}").items()}


@contextmanager
def changed(file: Path = FILE) -> Iterator[Report]:
    """The report, to be changed, and then the table in the README beside it; one after another, if several want to."""
    with file.open("a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        report = read(file)
        for part in PARTS:
            report.setdefault(part.name, Reached())
        yield report
        text = json.dumps({name: asdict(reached) for name, reached in report.items()}, indent=1)
        file.write_text(text + "\n", encoding="utf-8")
        publish(file)


# --- for people -----------------------------------------------------------------------------------------------------


def table(report: Report, parts: Sequence[Part] = PARTS) -> str:
    """In Markdown, with what has not been reached in bold; below it every failure, with what repeats it."""
    lines = ["| part | usual | full | reached | is it full? | seeds | time | failures | last |", "|-|-|-|-|-|-|-|-|-|"]
    lines += [_row(part, report.get(part.name, Reached())) for part in parts]
    lines += [_failure(part, each) for part in parts for each in report.get(part.name, Reached()).failures]
    return "\n".join(lines) + "\n"


def _failure(part: Part, failure: Failure) -> str:
    again = " ".join(f"{name}={value}" for name, value in failure.environ.items())
    what = " ".join(failure.said.split())[:200].replace("`", "'")
    return f"\n`{again} pytest {' '.join(part.tests)}` failed: `{what}`"


def _row(part: Part, reached: Reached) -> str:
    seeds = "" if part.shares else f"{FIRST_SEED} to {reached.next_seed - 1}"
    failures = f"**{len(reached.failures)}**" if reached.failures else "0"
    cells = [
        f"`{part.name}`",
        _number(part.usual),
        f"{_number(part.full)} {part.unit}",
        _number(reached.count),
        "yes" if reached.is_full(part) else f"**no, {_share(part, reached):.1%}**",
        seeds if reached.count else "",
        _duration(reached.seconds),
        failures + (f", {reached.not_again} not seen again" if reached.not_again else ""),
        reached.last or "never",
    ]
    return f"| {' | '.join(cells)} |"


def _share(part: Part, reached: Reached) -> float:
    return len(reached.shares) / part.shares if part.shares else reached.count / int(part.full)


def _number(value: int | str) -> str:
    return value if isinstance(value, str) else f"{value:,}"


def _duration(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def with_table(text: str, report: Report) -> str:
    """The README with the table of this report in the place of the old one."""
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    assert end, f"the README has no {BEGIN.strip()} ... {END.strip()}"
    return f"{before}{BEGIN}\n{table(report)}\n{END}{after}"


def publish(file: Path = FILE) -> None:
    """Write the table into the README beside the report."""
    readme = file.with_name("README.md")
    readme.write_text(with_table(readme.read_text(encoding="utf-8"), read(file)), encoding="utf-8")
