"""The Bot API's machine-readable document (Bot API 10.1), with the newer names that `newer` allows."""

import functools
import json
import os
from pathlib import Path
from typing import Any

from tests.fakes.telegram import newer

NAME = "telegram-bot-api.json"
ROOT = Path(__file__).resolve().parents[3]


def _places() -> list[Path]:
    """Where the document may be: beside the project, or beside the checkout that this worktree belongs to."""
    roots = [ROOT]
    link = ROOT / ".git"
    if link.is_file():  # `gitdir: PROJECT/.git/worktrees/NAME`
        roots.append(Path(link.read_text("utf-8").partition(":")[2].strip()).parents[2])
    named = os.environ.get("PLATFORM_DATA")
    return ([Path(named)] if named else []) + [root.parent / "shared" / "data" for root in roots]


@functools.cache
def load() -> dict[str, Any] | None:
    """`{"methods": ..., "types": ...}`, or None where the document is absent."""
    found = next((place / NAME for place in _places() if (place / NAME).exists()), None)
    if found is None:
        return None
    document: dict[str, Any] = json.loads(found.read_text("utf-8"))
    for name, fields in newer.TYPES.items():
        document["types"][name]["fields"].extend(fields)
    for name, fields in newer.METHODS.items():
        document["methods"][name]["fields"].extend(fields)
    document["types"].update(newer.NEW_TYPES)
    return document
