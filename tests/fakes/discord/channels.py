"""Channels: of guilds, threads and direct messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.discord import rights
from tests.fakes.discord.accounts import User
from tests.fakes.discord.moments import iso
from tests.fakes.discord.rights import Right

if TYPE_CHECKING:
    from tests.fakes.discord.guilds import Guild
    from tests.fakes.discord.messages import Message

TEXT, DM, ANNOUNCEMENTS, FORUM = 0, 1, 5, 15
PUBLIC_THREAD, PRIVATE_THREAD = 11, 12


@dataclass(eq=False)
class Channel:
    """Whatever has an id under /channels."""

    id: int
    type: int
    name: str = ""
    guild: Guild | None = None
    parent: Channel | None = None
    recipient: User | None = None
    bot: User | None = None
    """A DM's bot."""
    overwrites: dict[int, tuple[Right, Right]] = field(default_factory=dict)
    """By role or member: what is allowed and what is denied."""
    messages: dict[int, Message] = field(default_factory=dict)
    owner_id: int = 0
    made_at: float = 0.0
    archived: bool = False
    archived_at: float = 0.0
    locked: bool = False
    invitable: bool = True
    auto_archive: int = 4320
    people: set[int] = field(default_factory=set)
    """A thread's members."""
    deleted: bool = False

    @property
    def is_thread(self) -> bool:
        return self.type in (10, PUBLIC_THREAD, PRIVATE_THREAD)

    @property
    def is_dm(self) -> bool:
        return self.type == DM

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"

    def rights_of(self, user_id: int) -> Right:
        """What somebody may here."""
        if self.guild is not None:
            return self.guild.rights_of(user_id, self)
        there = {one.id for one in (self.recipient, self.bot) if one}
        return rights.DM if user_id in there else rights.NONE

    def live(self, user_id: int | None = None) -> list[Message]:
        """The messages that are there, oldest first; with a user, the ephemeral ones that only they see, too."""
        return [one for one in self.messages.values() if not one.deleted and one.only_for in (None, user_id)]

    def wire(self, for_user: int | None = None) -> dict[str, Any]:
        """A channel object; for somebody, as an interaction tells it, with what they may there."""
        last = max((one.id for one in self.live()), default=None)
        made: dict[str, Any] = {"id": str(self.id), "type": self.type, "flags": 0}
        made["last_message_id"] = str(last) if last else None
        if self.guild is None:
            assert self.recipient is not None
            return {**made, "recipients": [self.recipient.wire()]}
        made |= {"guild_id": str(self.guild.id), "name": self.name, "rate_limit_per_user": 0}
        made["parent_id"] = str(self.parent.id) if self.parent else None
        if for_user is not None:
            made["permissions"] = str(int(self.rights_of(for_user)))
        return made | (self._thread() if self.is_thread else self._place())

    def _place(self) -> dict[str, Any]:
        assert self.guild is not None
        overwrites = [
            {"id": str(one), "type": int(one not in self.guild.roles), "allow": str(int(yes)), "deny": str(int(no))}
            for one, (yes, no) in self.overwrites.items()
        ]
        made = {"topic": None, "position": 0, "permission_overwrites": overwrites, "nsfw": False}
        return {**made, "available_tags": []} if self.type == FORUM else made

    def _thread(self) -> dict[str, Any]:
        count = len(self.live())
        metadata = {
            "archived": self.archived,
            "archive_timestamp": iso(self.archived_at),
            "auto_archive_duration": self.auto_archive,
            "locked": self.locked,
            "create_timestamp": iso(self.made_at),
        }
        if self.type == PRIVATE_THREAD:
            metadata["invitable"] = self.invitable
        return {
            "owner_id": str(self.owner_id),
            "thread_metadata": metadata,
            "message_count": count,
            "member_count": len(self.people),
            "total_message_sent": count,
        }
