"""The process is killed at a crash point, and again while the next life takes up what was left."""

import itertools
import os
import random
from typing import NamedTuple

import pytest

from tests.faults.parts import amount
from tests.faults.points import AFTER, BEFORE, Point, read_point
from tests.faults.trial import FULL, SEED, Record, attempt, in_share, story

RECOVERY = ("free_leases", "keep_workflow", "instance", "claim_effects", "claim_run", "commit_step", "effect_sent")
"""What a new life writes to take up what a dead one left."""
ONE = os.environ.get("PAIR", "")
"""Such as `commit_step#2.before commit_step#1.after`: only these two."""

pytestmark = pytest.mark.timeout(3600 if FULL else 400)


class Pair(NamedTuple):
    """Where the first life ends, and where the second."""

    first: Point
    second: Point

    def __str__(self) -> str:
        return f"{self.first} {self.second}"


def pairs_of(points: list[Point]) -> list[Pair]:
    """Each of these points with each beginning of a recovery; all of a share, or so many by the seed."""
    if ONE:
        first, second = map(read_point, ONE.split())
        return [Pair(first, second)]
    again = [Point(name, 1, moment) for name in RECOVERY for moment in (BEFORE, AFTER)]
    pairs = in_share(itertools.starmap(Pair, itertools.product(points, again)))
    return pairs if FULL else random.Random(SEED).sample(pairs, amount("pairs"))


async def test_a_second_kill_during_recovery_changes_nothing_either(record_property: Record) -> None:
    calm = await attempt(story("approve"))
    pairs, wrong = pairs_of([where.point for where in calm.wheres]), []
    for pair in pairs:
        try:
            trial = await attempt(story("approve"), [(pair.first,), (pair.second,)])
            assert trial.facts == calm.facts
        except Exception as error:
            wrong.append(f"SEED={SEED} PAIR='{pair}': {type(error).__name__}: {error}")
    record_property("reached", len(pairs))
    assert not wrong, f"{len(wrong)} of {len(pairs)} pairs ended wrong:\n" + "\n".join(wrong)
