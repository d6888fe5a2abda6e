"""Where the platforms' own documents are, which the fakes hold requests and answers against."""

import json
import os
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def _places() -> list[Path]:
    """Where a document may be: beside the project, or beside the checkout that this worktree belongs to."""
    roots = [ROOT]
    link = ROOT / ".git"
    if link.is_file():  # `gitdir: PROJECT/.git/worktrees/NAME`
        roots.append(Path(link.read_text("utf-8").partition(":")[2].strip()).parents[2])
    named = os.environ.get("PLATFORM_DATA")
    return ([Path(named)] if named else []) + [root.parent / "shared" / "data" for root in roots]


def load(name: str) -> dict[str, Any] | None:
    """A JSON document by its file name, or None where it is absent."""
    found = next((place / name for place in _places() if (place / name).exists()), None)
    if found is None:
        return None
    document: dict[str, Any] = json.loads(found.read_text("utf-8"))
    return document
