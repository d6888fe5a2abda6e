"""`make bench`: measures, prints a table and JSON, and fails if a gate is broken."""

import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from tests.benchmarks import measure, report
from tests.benchmarks.lists import lists
from tests.benchmarks.on_postgres import Postgres
from tests.benchmarks.on_sqlite import Sqlite
from tests.benchmarks.place import Ground
from tests.benchmarks.replicas import replicas
from tests.benchmarks.sweeps import sweeps
from tests.fakes import postgres

RESULTS = Path(__file__).resolve().parents[2] / ".artifacts"

Measurement = Callable[[Ground], Awaitable[report.Figures]]
MEASUREMENTS: Mapping[str, Measurement] = {
    "rates": measure.rates,
    "crowds": measure.crowds,
    "sweeps": sweeps,
    "lists": lists,
    "size": measure.size,
    "memory": measure.memory,
    "restart": measure.restart,
    "flushes": measure.flushes,
    "cli": measure.cli_import,
}


async def measured(ground: Ground, measurements: Mapping[str, Measurement]) -> report.Figures:
    """Every figure, by what was measured."""
    figures: report.Figures = {}
    for what, work in measurements.items():
        sys.stderr.write(f"measuring {what} ...\n")
        figures[what] = await work(ground)
        sys.stderr.write(f"{json.dumps(figures[what])}\n")
    return figures


def on_sqlite() -> int:
    """Answers the exit code: 1 if a gate is broken."""
    with tempfile.TemporaryDirectory(prefix="assent-bench-") as folder:
        figures = asyncio.run(measured(Sqlite(Path(folder)), MEASUREMENTS))
    bounds = list(report.gates(figures))
    _tell("bench.json", figures, [report.table(figures), "", *map(str, bounds), "", *report.aims(figures)])
    return 0 if all(bound.holds for bound in bounds) else 1


def on_postgres() -> int:
    """Answers the exit code: 2 where PostgreSQL is not installed. There are no gates: the server shares the cores."""
    try:
        with postgres.server() as address:
            figures = asyncio.run(measured(Postgres(address), {**MEASUREMENTS, "replicas": replicas}))
    except ModuleNotFoundError:
        sys.stderr.write(f"{postgres.MISSING}\n")
        return 2
    _tell("bench-postgres.json", figures, [report.table(figures)])
    return 0


def _tell(name: str, figures: report.Figures, lines: list[str]) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / name).write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join([*lines, "", json.dumps(figures)]) + "\n")


if __name__ == "__main__":
    sys.exit(on_postgres() if sys.argv[1:] == ["postgres"] else on_sqlite())
