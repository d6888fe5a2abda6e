"""Rate limits, sizes and deadlines; all on the clock of the fake.

The documentation names 50 requests a second, 10,000 invalid ones in ten minutes, 1,000 sessions a day, 3 seconds and 15
minutes for interactions (pages "Rate Limits", "Gateway", "Receiving and Responding"). It forbids to rely on a route's
figures and names none; those here are what clients commonly observe.
"""

import zlib
from collections import deque
from dataclasses import dataclass, field

from tests.fakes.discord.errors import OldEdits, RateLimited

DAY = 86_400.0
Bucket = tuple[int, float]
"""How many requests in how many seconds."""


@dataclass
class Limits:
    """Set what a test needs; `rates = False` switches the rate limits off. Times are in seconds, sizes in bytes."""

    rates: bool = True
    everywhere: int = 50
    """Requests of a bot in one second; interactions' routes do not count."""
    usual: Bucket = (10, 1.0)
    routes: dict[str, Bucket] = field(
        default_factory=lambda: {
            "create_message": (5, 5.0),
            "update_message": (5, 5.0),
            "delete_message": (5, 1.0),
            "execute_webhook": (5, 2.0),
            "update_original_webhook_message": (5, 5.0),
            "create_dm": (10, 10.0),
        }
    )
    """By operation, for each channel, guild or webhook."""
    via: bool = True
    """Whether a 429 carries `Via`, as those of Discord itself do and those of Cloudflare in front of it do not."""
    invalid: int = 10_000
    """401, 403 and 429 in ten minutes; then Cloudflare bans the address."""
    sessions: int = 1_000
    """IDENTIFYs in a day; one more resets the bot's token."""
    identify_gap: float = 0.0
    """Discord lets one IDENTIFY through in 5 s; off, since a clock by hand may stand."""
    session_life: float = 120.0
    """How long a session without a connection can be resumed; Discord names no figure."""
    first_answer: float = 3.0
    token_life: float = 900.0
    nonce_life: float = 300.0
    """"The past few minutes"."""
    old_edits: int = 30
    """Edits of messages older than an hour in one channel within an hour; Discord names no figure."""
    content: int = 2000
    embeds: int = 6000
    upload: int = 10 << 20
    request: int = 25 << 20
    units: str = "utf-16"
    """What a text's length counts: "utf-16" units, or "points" (code points), which refuses less."""
    refused: int = 0
    """How many requests were answered 429 by the rate limits."""
    _windows: dict[tuple[str, str], deque[float]] = field(default_factory=dict)
    _bad: deque[float] = field(default_factory=deque)
    _edits: dict[int, deque[float]] = field(default_factory=dict)

    def length(self, text: str) -> int:
        """How long a text is."""
        return len(text) if self.units == "points" else len(text.encode("utf-16-le", "surrogatepass")) // 2

    def spend(self, operation: str, major: str, token: str, now: float) -> dict[str, str]:
        """Count one request; its X-RateLimit headers, or a 429."""
        if not self.rates or operation == "create_interaction_response":
            return {}
        size, span = self.routes.get(operation, self.usual)
        spent = _fresh(self._windows.setdefault((f"{token}{operation}", major), deque()), span, now)
        in_all = _fresh(self._windows.setdefault((token, ""), deque()), 1.0, now)
        counts = not operation.endswith("webhook") and "webhook_message" not in operation
        if counts and len(in_all) >= self.everywhere:
            self.refused += 1
            raise RateLimited(in_all[0] + 1.0 - now, everywhere=True)
        if len(spent) >= size:
            self.refused += 1
            raise RateLimited(spent[0] + span - now)
        spent.append(now)
        in_all.append(now)
        return _headers(operation, size, size - len(spent), spent[0] + span, now)

    def blame(self, now: float) -> None:
        """Count one invalid request; Discord counts by address, whatever the token."""
        _fresh(self._bad, 600.0, now).append(now)

    def invalid_requests(self, now: float) -> int:
        """How many there were in the last ten minutes."""
        return len(_fresh(self._bad, 600.0, now))

    def spend_old_edit(self, channel_id: int, now: float) -> None:
        """Count one edit of an old message; raises if there were too many."""
        spent = _fresh(self._edits.setdefault(channel_id, deque()), 3600.0, now)
        if len(spent) >= self.old_edits:
            raise OldEdits(spent[0] + 3600.0 - now)
        spent.append(now)


def _fresh(window: deque[float], span: float, now: float) -> deque[float]:
    while window and window[0] <= now - span:
        window.popleft()
    return window


def _headers(operation: str, size: int, left: int, reset: float, now: float) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(size),
        "X-RateLimit-Remaining": str(left),
        "X-RateLimit-Reset": f"{reset:.3f}",
        "X-RateLimit-Reset-After": f"{reset - now:.3f}",
        "X-RateLimit-Bucket": f"{zlib.crc32(operation.encode()):032x}",
    }
