"""What a story that was played comes to, line by line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.card_rows import cut
from bot.story import StoryLine
from channels.text import visible
from channels.web.dashboard.simulation_views import Played, PlayedLine

LONGEST = 2000
"""How much of one thing that was seen is shown."""
MOST_INSTEAD = 20
OK, FAILED, LEFT = "ok", "failed", "left"
Words = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a play said of itself, what it said of trouble, and whether it came to its end in time."""

    objects: Sequence[Mapping[str, Any]]
    trouble: str
    in_time: bool


def played(story: str, lines: Sequence[StoryLine], told: Told, words: Words) -> Played:
    """Each line of a story with what became of it: it was seen, it failed, or it was not come to."""
    seen = [str(each["seen"]) for each in told.objects if "seen" in each]
    failure = next((each for each in told.objects if "failed" in each), None)
    shown = [_line(number, line, seen, failure, words) for number, line in enumerate(lines)]
    is_fine = told.in_time and failure is None and len(seen) >= len(lines)
    return Played(story, is_fine, _summary(told, failure, is_fine, words), shown)


def _line(
    number: int, line: StoryLine, seen: Sequence[str], failure: Mapping[str, Any] | None, words: Words
) -> PlayedLine:
    result, what = LEFT, list(seen[number : number + 1])
    if what:
        result = OK
    elif failure and failure.get("line") == line.number:
        result, what = FAILED, list(_instead(failure, words))
    shown = [cut(visible(each), LONGEST) for each in what if each != line.source]
    return PlayedLine(line.number, visible(line.source), result, words(f"dash-simulate-{result}"), shown)


def _instead(failure: Mapping[str, Any], words: Words) -> Sequence[str]:
    found = failure.get("instead")
    instead = [str(each) for each in found][:MOST_INSTEAD] if isinstance(found, list) else []
    return instead or [words("dash-simulate-nothing")]


def _summary(told: Told, failure: Mapping[str, Any] | None, is_fine: bool, words: Words) -> str:
    if is_fine:
        return words("dash-simulate-fine")
    if failure:
        return words("dash-simulate-no", line=str(failure.get("line", "")))
    if not told.in_time:
        return words("dash-simulate-late")
    why = next((str(each["refused"]) for each in told.objects if "refused" in each), told.trouble)
    return words("dash-simulate-refused", why=cut(visible(why.strip()), LONGEST))
