"""Flood limits, file sizes and deadlines; all on the clock of the fake.

Telegram names no exact figures: one message a second per chat, thirty a second over all and twenty a minute in a group
are its FAQ's ("My bot is hitting limits"); short bursts over one a second are let through for a while.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from tests.fakes.telegram.errors import flooded

DAY = 86_400.0


@dataclass
class Limits:
    """Set what a test needs; `floods = False` switches the flood limits off. Times are in seconds, sizes in bytes."""

    floods: bool = True
    per_chat: float = 1.0
    """Messages a second in one chat, once the burst is used up."""
    burst: int = 5
    over_all: int = 30
    """Messages in one second."""
    per_group: int = 20
    """Messages in one minute."""
    upload: int = 50 << 20
    photo: int = 10 << 20
    download: int = 20 << 20
    update_life: float = DAY
    tap_life: float = 150.0
    """The server forgets an unfetched callback query after it (`Client::add_new_callback_query`)."""
    answer_life: float = 150.0
    """How long a tap may be answered; Telegram names no figure."""
    reach: float | None = None
    """After so long a tapped message is inaccessible; Telegram names no figure. A deleted one always is."""
    text: int = 4096
    caption: int = 1024
    units: str = "utf-16"
    """What a text's length counts: "utf-16" units, or "points" (code points), which TDLib counts and is laxer."""
    refused: int = 0
    """How many calls were answered 429 by the flood limits."""
    _spent: dict[tuple[int, int], list[float]] = field(default_factory=dict)
    _minute: dict[tuple[int, int], deque[float]] = field(default_factory=dict)
    _second: dict[int, deque[float]] = field(default_factory=dict)

    def length(self, text: str) -> int:
        """How long a text is."""
        return len(text) if self.units == "points" else len(text.encode("utf-16-le")) // 2

    def spend(self, bot_id: int, chat_id: int, is_group: bool, now: float, count: int = 1) -> None:
        """Count a message or edit of a bot, or an album of `count`; raises 429 if that is too many, and counts nothing.

        An album counts as one in its chat's pace, else none could be sent.
        """
        if not self.floods:
            return
        where = bot_id, chat_id
        second, minute = self._second.setdefault(bot_id, deque()), self._minute.setdefault(where, deque())
        waits = [self._chat_wait(where, now), _window_wait(second, self.over_all + 1 - count, 1.0, now)]
        if is_group:
            waits.append(_window_wait(minute, self.per_group + 1 - count, 60.0, now))
        if max(waits) > 0:
            self.refused += 1
            raise flooded(max(1, math.ceil(max(waits))))
        self._spent[where][0] += 1
        second.extend([now] * count)
        minute.extend([now] * count)

    def _chat_wait(self, where: tuple[int, int], now: float) -> float:
        """A bucket that leaks `per_chat` a second and holds `burst`."""
        bucket = self._spent.setdefault(where, [0.0, now])
        bucket[0] = max(0.0, bucket[0] - (now - bucket[1]) * self.per_chat)
        bucket[1] = now
        return (bucket[0] + 1 - self.burst) / self.per_chat if bucket[0] + 1 > self.burst else 0.0


def _window_wait(times: deque[float], most: int, span: float, now: float) -> float:
    while times and times[0] <= now - span:
        times.popleft()
    return times[-most] + span - now if len(times) >= most else 0.0
