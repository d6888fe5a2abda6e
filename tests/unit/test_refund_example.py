"""The refund workflow is the seed's, byte for byte."""

import hashlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / "examples/refund/workflow.json"
SEED = ROOT.parent / "shared/seed/human-handoffs.txt"
SHA256 = "c61f11ea73551e107e77e2204cd8ecc5084959dd5bb3c06cc360cdabe1fe0fdc"


def last_example(page: bytes) -> bytes:
    """The last JSON object of the page that begins and ends at the left margin."""
    start = page.rindex(b"\n{\n") + 1
    return page[start : page.index(b"\n}\n", start) + 3]


def test_the_workflow_has_not_been_touched() -> None:
    assert hashlib.sha256(WORKFLOW.read_bytes()).hexdigest() == SHA256


@pytest.mark.skipif(not SEED.exists(), reason="the seed is not beside this checkout; its checksum is compared above")
def test_the_workflow_is_the_seeds() -> None:
    assert WORKFLOW.read_bytes() == last_example(SEED.read_bytes())
