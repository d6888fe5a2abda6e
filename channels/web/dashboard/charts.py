"""Where the bars of a chart are drawn; the words beside them are text, which no picture scales."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from channels.web.dashboard.statistics_views import Bar, Chart

WIDE, HIGH, ROW = 1000.0, 160.0, 28.0
"""The measures of a drawing: as wide as its place, and so many points high, or high per row."""
MOST_TICKS = 8
_FILLED = 0.72
"""How much of its place a bar fills."""
_RIM = 3.0
"""How much is left free at the end of the longest bar, for its edge."""
_LEAST = 1.5
"""How long a bar is at least if it stands for anything."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A bar; `kind` is the number of its series."""

    x: float
    y: float
    width: float
    height: float
    kind: int
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as a template draws it; `ticks` stand evenly below bars of time, `most` is the text of the highest."""

    height: float
    rects: Sequence[Rect]
    ticks: Sequence[str]
    most: Bar | None


def drawn(chart: Chart) -> Drawing:
    """The drawing of a chart."""
    values = [value for bar in chart.bars for value in (bar.value, bar.other)]
    top = max(values, default=0) or 1
    most = max(chart.bars, key=lambda bar: max(bar.value, bar.other), default=None)
    if chart.is_time:
        step = _step(len(chart.bars))
        return Drawing(HIGH, list(_columns(chart, top, step)), [bar.label for bar in chart.bars[::step]], most)
    return Drawing(ROW * len(chart.bars), list(_rows(chart, top)), (), most)


def _columns(chart: Chart, top: float, step: int) -> Iterator[Rect]:
    """As many places as the ticks share evenly, so that each stands below its bar."""
    count = max(1, len(chart.series))
    place = WIDE / (step * max(1, -(-len(chart.bars) // step)))
    wide = place * _FILLED / count
    for number, bar in enumerate(chart.bars):
        for kind, (value, text) in enumerate(_values(bar, count)):
            high = _long(value, top, HIGH - _RIM)
            x = number * place + place * (1 - _FILLED) / 2 + kind * wide
            yield Rect(round(x, 2), round(HIGH - high, 2), round(wide, 2), high, kind, f"{bar.label}: {text}")


def _rows(chart: Chart, top: float) -> Iterator[Rect]:
    count = max(1, len(chart.series))
    high = ROW * _FILLED / count
    for number, bar in enumerate(chart.bars):
        for kind, (value, text) in enumerate(_values(bar, count)):
            y = number * ROW + ROW * (1 - _FILLED) / 2 + kind * high
            yield Rect(0, round(y, 2), _long(value, top, WIDE - _RIM), round(high, 2), kind, f"{bar.label}: {text}")


def _values(bar: Bar, count: int) -> Sequence[tuple[float, str]]:
    return ((bar.value, bar.text), (bar.other, bar.other_text))[:count]


def _long(value: float, top: float, most: float) -> float:
    return round(max(_LEAST, most * value / top), 2) if value > 0 else 0


def _step(bars: int) -> int:
    """How many bars share a tick, so that all ticks have room."""
    return -(-bars // MOST_TICKS) or 1
