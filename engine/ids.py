"""The identifiers of the house, each a type of its own so that one cannot stand in for another."""

import hashlib
from itertools import product
from typing import NewType

RunId = NewType("RunId", str)
NodeId = NewType("NodeId", str)
HandoffId = NewType("HandoffId", str)
ConversationId = NewType("ConversationId", int)
WorkflowHash = NewType("WorkflowHash", str)
BotId = NewType("BotId", str)
PersonId = NewType("PersonId", str)
CallKey = NewType("CallKey", str)
Place = NewType("Place", str)
"""Where something is posted: `channel:chat` or `channel:chat/thread`, such as `telegram:-100123/7`."""

CALL_KEY_LENGTH = 25
_PAIRS = ["".join(pair) for pair in product("abcdefghijklmnopqrstuvwxyz234567", repeat=2)]
_SHIFTS = tuple(range(120, -1, -10))


def random_id(entropy: bytes) -> str:
    """Spell 16 random bytes as 26 lower-case letters and digits: safe in a button, a link and a chat command."""
    number = int.from_bytes(entropy, "big") << 2  # 128 bits make 26 letters of five bits, base 32 as in RFC 4648
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])


def short_digest(text: str) -> str:
    """128 bits of SHA-256, hexadecimal: enough that nobody finds another text for it, in half of the space."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def call_key(instance: str, run: RunId, node: NodeId, visit: int, attempt: int) -> CallKey:
    """Derive the idempotency key of one tool call: 25 characters, the same after every restart.

    25 fits Discord's nonce (25), Stripe's key (255) and Resend's (256); the charset fits all three.
    """
    digest = hashlib.sha256("\x1f".join((instance, run, node, str(visit), str(attempt))).encode()).digest()
    return CallKey(random_id(digest[:16])[:CALL_KEY_LENGTH])
