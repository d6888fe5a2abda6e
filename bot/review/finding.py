"""Finds the request that somebody means by the beginning of its id."""

import re
from typing import NamedTuple

from bot.desk import Actor, Desk
from engine.effects import Message
from engine.ids import HandoffId
from engine.store import Store

SHORTEST_ID = 4
"""How much of a handoff's id a person must type at least."""
_ID = re.compile(r"([a-z0-9]+)(?:\.([0-9]{1,6}))?")


def first_word(text: str) -> tuple[str, str]:
    """The first word of a text, and what stands behind it."""
    word, *rest = text.split(maxsplit=1) or [""]
    return word, rest[0].strip() if rest else ""


class Named(NamedTuple):
    """A request as it was named; `seen` is the edition that was named with it (`ab12cd.2`), None if none was."""

    handoff: HandoffId
    seen: int | None


class Finder:
    """Nobody finds what they may not see."""

    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk

    async def find(self, actor: Actor, typed: str, command: str, on_record: bool = True) -> Named | Message:
        """The request, or what to say where it is not one; to ask for what one may not see is put on record."""
        word = typed.strip().lower()
        prefix = word.partition(".")[0]
        if len(prefix) < SHORTEST_ID:
            return Message(f"command-usage-{command}")
        spelled = _ID.fullmatch(word)
        known = await self._store.find_handoff(prefix) if spelled else ()
        found = [handoff for handoff in known if await self._desk.may_see(actor, handoff)]
        if spelled and len(found) == 1:
            return Named(found[0], int(spelled[2]) if spelled[2] else None)
        if not found:
            for handoff in known if on_record else ():
                await self._desk.refuse_command(actor, f"/{command}", f"may not see {handoff}")
            return Message("command-handoff-unknown", {"id": word[:40]})
        return Message("command-handoff-ambiguous", {"id": prefix, "ids": ", ".join(found)})
