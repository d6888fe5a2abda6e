"""Identifiers are spelled in base 32, as RFC 4648 has it, in small letters."""

import base64
import hashlib

import pytest

from engine.ids import NodeId, RunId, call_key, random_id


@pytest.mark.parametrize("entropy", [bytes(16), b"\xff" * 16, bytes(range(16)), b"\x80" + bytes(14) + b"\x01"])
def test_an_id_spells_all_of_its_bytes(entropy: bytes) -> None:
    assert random_id(entropy) == base64.b32encode(entropy).decode().rstrip("=").lower()


def test_a_call_key_is_the_same_for_ever() -> None:
    digest = hashlib.sha256(b"instance\x1frun\x1frefund\x1f2\x1f0").digest()
    assert call_key("instance", RunId("run"), NodeId("refund"), 2, 0) == base64.b32encode(digest).decode().lower()[:25]
