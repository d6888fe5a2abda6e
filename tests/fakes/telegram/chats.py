"""Chats, their members, topics and rights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.accounts import User

if TYPE_CHECKING:
    from tests.fakes.telegram.messages import Message

# The fields of ChatMemberAdministrator that say what it may; the last is Bot API 10.3 (see `newer`).
ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
ONLY_IN = {
    "channel": ("can_post_messages", "can_edit_messages", "can_manage_direct_messages"),
    "group": ("can_pin_messages",),
    "supergroup": ("can_pin_messages", "can_manage_topics"),
}
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
PRESENT = ("creator", "administrator", "member", "restricted")


@dataclass
class Member:
    """`rights` are an administrator's rights, or what a restricted member may do."""

    user: User
    status: str = "member"
    rights: set[str] = field(default_factory=set)
    is_anonymous: bool = False
    custom_title: str | None = None
    promoted_by: int | None = None

    @property
    def present(self) -> bool:
        return self.status in PRESENT

    @property
    def is_admin(self) -> bool:
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        """Whether it has a right; the owner has all."""
        return self.status == "creator" or right in self.rights

    def wire(self, kind: str, viewer: int | None = None) -> dict[str, Any]:
        """A `ChatMember` of a chat of that kind, as a bot sees it."""
        shown: dict[str, Any] = {"status": self.status, "user": self.user.wire()}
        if self.status == "creator":
            shown["is_anonymous"] = self.is_anonymous
        elif self.status == "administrator":
            shown |= {"can_be_edited": viewer is not None and viewer == self.promoted_by}
            shown |= {"is_anonymous": self.is_anonymous}
            shown |= {right: right in self.rights for right in (*ADMIN_RIGHTS, *ONLY_IN.get(kind, ()))}
        elif self.status == "restricted":
            shown |= {"is_member": True, "until_date": 0}
            shown |= {right: right in self.rights for right in PERMISSIONS}
        elif self.status == "kicked":
            shown["until_date"] = 0
        if self.custom_title and self.is_admin:
            shown["custom_title"] = self.custom_title
        return shown


@dataclass
class Topic:
    """A forum topic; its id is the id of the message that created it."""

    id: int
    name: str
    icon_color: int
    created: Message
    closed: bool = False
    deleted: bool = False


@dataclass(eq=False)
class Chat:
    """A chat; in a private one `peer` is the user and `bot_id` the bot."""

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    peer: User | None = None
    bot_id: int | None = None
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    permissions: set[str] = field(default_factory=lambda: set(PERMISSIONS))
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    migrated_to: int | None = None
    hides_members: bool = False
    """Only administrators may look up members."""
    last_bot: int | None = None
    """The bot that posted last; it hears general commands."""
    _next_message: int = 2
    """A supergroup's first message told of its making; no topic has that id but General."""

    def wire(self) -> dict[str, Any]:
        """A `Chat`."""
        shown: dict[str, Any] = {"id": self.id, "type": self.type}
        if self.peer is not None:
            names = {"first_name": self.peer.first_name, "last_name": self.peer.last_name}
            names["username"] = self.peer.username
        else:
            names = {"title": self.title, "username": self.username}
        shown |= {name: value for name, value in names.items() if value}
        return shown | ({"is_forum": True} if self.is_forum else {})

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    @property
    def is_group(self) -> bool:
        return self.type in ("group", "supergroup")

    def member(self, user_id: int) -> Member | None:
        """Who is or was in the chat."""
        return self.members.get(user_id)

    def present(self) -> Iterable[Member]:
        """Who is in the chat."""
        return [member for member in self.members.values() if member.present]

    def may(self, user_id: int, right: str) -> bool:
        """Whether an administrator has a right."""
        member = self.member(user_id)
        return member is not None and member.is_admin and member.may(right)

    def may_post(self, user_id: int, right: str = "can_send_messages") -> bool:
        """Whether somebody may post; in a channel that is a right of administrators."""
        member = self.member(user_id)
        if member is None or not member.present:
            return False
        if self.type == "channel":
            return member.is_admin and member.may("can_post_messages")
        if member.is_admin:
            return True
        return right in self.permissions and (member.status != "restricted" or right in member.rights)

    def number(self) -> int:
        """The next message id of a supergroup or channel, which counts its own."""
        self._next_message += 1
        return self._next_message - 1

    def live(self) -> list[Message]:
        """The messages that were not deleted, oldest first."""
        return [message for message in self.messages.values() if not message.deleted]

    def find(self, message_id: Any) -> Message | None:
        """A message that was not deleted."""
        message = self.messages.get(message_id) if isinstance(message_id, int) else None
        return None if message is None or message.deleted else message
