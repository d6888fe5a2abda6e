"""How a story that is played is told: in words for people, or as lines of JSON for programs."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Protocol


class Teller(Protocol):
    """Is told what becomes of a story while it is played."""

    def seen(self, text: str) -> None:
        """A line came true; this is what was seen."""

    def failed(self, why: str, seen: Sequence[str], line: int) -> None:
        """That line did not come true, and this was there instead; nothing comes after."""

    def refused(self, why: str) -> None:
        """The story cannot be played, or not any further."""


class InWords:
    """Prints for people: what went wrong goes to stderr."""

    def seen(self, text: str) -> None:
        print(text, flush=True)  # noqa: T201 - the answer of a command

    def failed(self, why: str, seen: Sequence[str], line: int) -> None:
        self.refused(f"FAILED: {why}")
        for each in seen or ["nothing"]:
            self.refused(f"  seen instead: {each}")

    def refused(self, why: str) -> None:
        print(why, file=sys.stderr, flush=True)  # noqa: T201 - the answer of a command


class AsJson:
    """Prints one object per line: `{"seen"}`, `{"failed", "line", "instead"}` or `{"refused"}`."""

    def seen(self, text: str) -> None:
        self._print({"seen": text})

    def failed(self, why: str, seen: Sequence[str], line: int) -> None:
        self._print({"failed": why, "line": line, "instead": list(seen)})

    def refused(self, why: str) -> None:
        self._print({"refused": why})

    def _print(self, told: Mapping[str, Any]) -> None:
        print(json.dumps(told), flush=True)  # noqa: T201 - the answer of a command
