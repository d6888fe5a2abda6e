"""Where something is on Telegram: `telegram:<chat>` or `telegram:<chat>/<topic>`, and what a chat is called today."""

import re
from dataclasses import dataclass

from channels.base import Gone, MessageRef, Notes

FILE_MARK = "f"
"""Ends the ref of a card that is a file with a caption, and is edited as such."""
_REF = re.compile(rf"(-?\d+)/(\d+)({FILE_MARK}?)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A chat and, in a forum, its topic."""

    chat: int
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """A message of ours by the chat that it stands in; `ref` spells it.

    The chat belongs to it: in a supergroup that was a group, other messages have the numbers of the old ones.
    """

    chat: int
    message: int
    in_file: bool = False

    @property
    def ref(self) -> MessageRef:
        return MessageRef(f"{self.chat}/{self.message}{FILE_MARK if self.in_file else ''}")


def posted(ref: MessageRef) -> Posted:
    """Read a ref; raises Gone for one that no release of ours made."""
    match = _REF.fullmatch(ref)
    if match is None:
        raise Gone(f"{ref!r} is no message of Telegram")
    return Posted(int(match[1]), int(match[2]), bool(match[3]))


class Places:
    """Names of places, which stay the same when a group becomes a supergroup and gets another id.

    What is known by the group's first id keeps that name in the configuration, in the database and in the record; on
    the wire its present id stands. Moves are kept as notes, so both directions hold over restarts.
    """

    def __init__(self, name: str, notes: Notes) -> None:
        self._name = name
        self._notes = notes
        self._now: dict[int, int] = {}
        self._first: dict[int, int] = {}

    async def load(self) -> None:
        """Learn the moves of earlier days."""
        for pair in (await self._notes.note(self._key)).split():
            old, _, new = pair.partition(">")
            self._learn(int(old), int(new))

    async def moved(self, old: int, new: int) -> bool:
        """A group got another id; False if that was known."""
        if self._now.get(old) == new or old == new:
            return False
        self._learn(self._first.get(old, old), new)
        await self._notes.keep_note(self._key, " ".join(f"{first}>{now}" for first, now in self._now.items()))
        return True

    def spot(self, place: str) -> Spot:
        """What a place's name means on the wire; raises Gone if it is none of this account."""
        name, _, rest = place.partition(":")
        chat, _, thread = rest.partition("/")
        try:
            number = int(chat)
            topic = int(thread) if thread else None
        except ValueError as error:
            raise Gone(f"{place!r} is no chat of Telegram") from error
        if name != self._name:
            raise Gone(f"{place!r} is no place of {self._name}")
        return Spot(self._now.get(number, number), topic)

    def place(self, chat: int, thread: int | None = None) -> str:
        """The name of a place as it is known here."""
        return f"{self._name}:{self._first.get(chat, chat)}" + (f"/{thread}" if thread else "")

    def _learn(self, first: int, now: int) -> None:
        self._now[first] = now
        self._first[now] = first

    @property
    def _key(self) -> str:
        return f"{self._name}/moved"
