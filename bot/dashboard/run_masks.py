"""What is secret of a run: whatever a node of its workflow calls so, wherever else it stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.card_rows import cut
from bot.masking import Mask
from channels.text import visible
from engine.handoff import Handoff
from engine.run import Run
from engine.values import dump

LONGEST = 4000
"""How much of one value is shown."""


def secret_paths(document: Mapping[str, Any]) -> Sequence[str]:
    """The variables that a workflow's file calls secret, be its nodes still accepted or not."""
    found: dict[str, None] = {}
    for item in document.get("nodes", ()):
        data = item.get("data") if isinstance(item, Mapping) else None
        named = data.get("secret") if isinstance(data, Mapping) else None
        found |= dict.fromkeys(path for path in named if isinstance(path, str)) if isinstance(named, list) else {}
    return list(found)


class RunMask:
    """Hides what is secret of one run; without its workflow's file nothing of it is known to be open."""

    def __init__(self, run: Run, document: Mapping[str, Any] | None, handoffs: Iterable[Handoff], instead: str) -> None:
        self.instead = instead
        self._paths = None if document is None else secret_paths(document)
        hidden = {text for handoff in handoffs for text in handoff.question.hidden}
        for path in self._paths or ():
            hidden |= set(_texts(_value(run.variables, path)))
        self._mask = Mask([text for text in hidden if text], instead)

    def text(self, text: str) -> str:
        """A text without a secret in it, of a length that can be shown, nothing in it invisible."""
        return cut(visible(self._mask.text(text)), LONGEST)

    def value(self, value: Any) -> str:
        """A value of any kind, as a text like that."""
        masked = self._mask.value(value)
        return cut(visible(masked if isinstance(masked, str) else dump(masked)), LONGEST)

    def json(self, text: str) -> str:
        """JSON, as a text like that."""
        return cut(visible(self._mask.json(text)), LONGEST)

    def is_secret(self, path: str) -> bool:
        """Whether a variable is secret, or has something secret in it, or is part of something secret."""
        if self._paths is None:
            return True
        return any(f"{path}.".startswith(f"{each}.") or f"{each}.".startswith(f"{path}.") for each in self._paths)


def _value(variables: Mapping[str, Any], path: str) -> Any:
    found: Any = variables
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _texts(value: Any) -> Iterator[str]:
    """How a value may stand in other texts, whole and in its parts."""
    if isinstance(value, str):
        yield value
    elif value is not None and not isinstance(value, bool):
        yield dump(value)
        parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
        for part in parts:
            yield from _texts(part)
