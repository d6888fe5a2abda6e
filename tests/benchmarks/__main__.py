"""`make bench`: measures, prints a table and JSON, and fails if a gate is broken."""

import asyncio
import json
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import measure, on_postgres, report

RESULT = Path(__file__).resolve().parents[2] / ".artifacts" / "bench.json"


async def measured() -> report.Figures:
    """Every figure, by what was measured."""
    figures: report.Figures = {}
    with tempfile.TemporaryDirectory(prefix="assent-bench-") as name:
        folder = Path(name)
        for what, work in (("rates", measure.rates), ("crowds", measure.crowds), ("size", measure.size),
                           ("memory", measure.memory), ("restart", measure.restart),
                           ("flushes", measure.flushes)):  # fmt: skip
            sys.stderr.write(f"measuring {what} ...\n")
            figures[what] = await work(folder)
    figures["cli"] = await measure.cli_import()
    return figures


def main(database: str = "sqlite") -> int:
    """Answers the exit code."""
    if database == "postgres":
        return on_postgres.main()
    figures = asyncio.run(measured())
    bounds = list(report.gates(figures))
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    lines = [report.table(figures), "", *map(str, bounds), "", *report.aims(figures), "", json.dumps(figures)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if all(bound.holds for bound in bounds) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
