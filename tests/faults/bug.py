"""A bug that somebody could make, and where the tests are that must see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

STORE, DECISIONS = "tests/contract/test_store.py", "tests/contract/test_store_decisions.py"
AUDIT, POSTGRES, TOOLS = (f"tests/contract/test_{name}.py" for name in ("audit", "postgres", "tools"))
EXECUTION, LEASES = "tests/unit/test_execution.py", "tests/unit/test_leases.py"
AUTHORITY, CUSTOMER, FLOW_DECISIONS, RESTORE, STOPPED, TROUBLE = (
    f"tests/flow/test_{name}.py" for name in ("authority", "customer", "decisions", "restore", "stopped", "trouble")
)
AMBIGUOUS, CRASHES = "tests/faults/test_ambiguous_calls.py", "tests/faults/test_crash_points.py"
SQLITE = "sqlite and "
BLIND = "no_call_is_repeated_blindly"


@dataclass(frozen=True, slots=True)
class Bug:
    """One edit, in one file or in several; `tests` and `wanted` select what must fail then, by file and `-k`."""

    name: str
    file: str
    good: str
    bad: str
    tests: str
    wanted: str
    also: tuple[tuple[str, str, str], ...] = ()
    environ: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name

    @property
    def edits(self) -> tuple[tuple[str, str, str], ...]:
        """Every edit as `(file, good, bad)`."""
        return ((self.file, self.good, self.bad), *self.also)


def few(cases: int) -> dict[str, str]:
    """So many requests of `test_ambiguous_calls.py`."""
    return {"CASES": str(cases)}
