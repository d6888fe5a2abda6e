"""The table of all operations that are modelled, and which one a request means."""

from __future__ import annotations

from tests.fakes.discord import callbacks, commands, followups, looking, sending, threads
from tests.fakes.discord.calls import OPERATIONS
from tests.fakes.discord.schema import Schema

MODULES = (callbacks, commands, followups, looking, sending, threads)

__all__ = ["MODULES", "OPERATIONS", "Routes"]


class Routes:
    """Finds the name of an operation by verb and path."""

    def __init__(self, schema: Schema) -> None:
        known = [(verb, path, operation["operationId"]) for verb, path, operation in schema.routes()]
        known += [(one.verb, one.path, one.name) for one in OPERATIONS.values()]
        self._known = [(verb, path.strip("/").split("/"), name) for verb, path, name in known]

    def find(self, verb: str, path: str) -> tuple[str, dict[str, str]]:
        """The operation's name and the variables of the path; the name is empty where there is none."""
        parts = path.strip("/").split("/")
        best: tuple[int, str, dict[str, str]] = (-1, "", {})
        for known, template, name in self._known:
            if known != verb or len(template) != len(parts):
                continue
            pairs = list(zip(template, parts, strict=True))
            if all(one == part or (one.startswith("{") and part) for one, part in pairs):
                literal = sum(one == part for one, part in pairs)
                if literal > best[0]:
                    best = (literal, name, {one[1:-1]: part for one, part in pairs if one.startswith("{")})
        return best[1], best[2]

    def known_path(self, path: str) -> bool:
        """Whether some verb fits the path."""
        return any(self.find(verb, path)[0] for verb in ("GET", "POST", "PUT", "PATCH", "DELETE"))
