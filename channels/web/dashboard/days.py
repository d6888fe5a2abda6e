"""Days as people write them into addresses."""

from datetime import date


def day(text: str) -> date:
    """A day that can be reckoned with in every zone, as `2026-11-03`; raises ValueError."""
    found = date.fromisoformat(text)
    if not 1970 < found.year < 3000:
        raise ValueError("no year of ours")
    return found
