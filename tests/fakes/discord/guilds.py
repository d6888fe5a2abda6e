"""Guilds with their roles and members, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord import rights
from tests.fakes.discord.accounts import User
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.moments import iso
from tests.fakes.discord.rights import Right


@dataclass(eq=False)
class Role:
    """A role; @everyone has the guild's id."""

    id: int
    name: str
    rights: Right = rights.NONE
    position: int = 1
    mentionable: bool = False
    bot_id: int | None = None

    @property
    def mention(self) -> str:
        return f"<@&{self.id}>"

    def wire(self) -> dict[str, Any]:
        """A role object."""
        made: dict[str, Any] = {
            "id": str(self.id),
            "name": self.name,
            "permissions": str(int(self.rights)),
            "position": self.position,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": self.bot_id is not None,
            "mentionable": self.mentionable,
            "icon": None,
            "unicode_emoji": None,
            "flags": 0,
        }
        return made if self.bot_id is None else {**made, "tags": {"bot_id": str(self.bot_id)}}


@dataclass(eq=False)
class Member:
    """Somebody in a guild."""

    user: User
    joined_at: float
    roles: set[int] = field(default_factory=set)
    nick: str | None = None

    def partial(self) -> dict[str, Any]:
        """A member without the user."""
        return {
            "avatar": None,
            "banner": None,
            "communication_disabled_until": None,
            "flags": 0,
            "joined_at": iso(self.joined_at),
            "nick": self.nick,
            "pending": False,
            "premium_since": None,
            "roles": [str(role) for role in sorted(self.roles)],
            "mute": False,
            "deaf": False,
        }

    def wire(self) -> dict[str, Any]:
        """A member object."""
        return {**self.partial(), "user": self.user.wire()}


@dataclass(eq=False)
class Guild:
    """A server."""

    id: int
    name: str
    owner_id: int
    locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    """Threads, too."""
    banned: set[int] = field(default_factory=set)

    @property
    def everyone(self) -> Role:
        return self.roles[self.id]

    def rights_of(self, user_id: int, channel: Channel | None = None) -> Right:
        """What a member may, in a channel or at large; nothing without being a member."""
        member = self.members.get(user_id)
        if member is None:
            return rights.NONE
        if user_id == self.owner_id:
            return rights.ALL
        found = self.everyone.rights
        for role in member.roles:
            found |= self.roles[role].rights
        if Right.ADMINISTRATOR in found:
            return rights.ALL
        return found if channel is None else self._within(channel, member, found)

    def _within(self, channel: Channel, member: Member, found: Right) -> Right:
        """A channel's overwrites: of @everyone, then of all roles at once, then of the member."""
        home = channel.parent if channel.is_thread and channel.parent else channel
        for ids in ([self.id], sorted(member.roles), [member.user.id]):
            given = [home.overwrites[one] for one in ids if one in home.overwrites]
            for _, denied in given:
                found &= ~denied
            for allowed, _ in given:
                found |= allowed
        hidden = channel.type == 12 and member.user.id not in channel.people and Right.MANAGE_THREADS not in found
        if Right.VIEW_CHANNEL not in found or hidden:
            return rights.NONE
        speaks = Right.SEND_MESSAGES_IN_THREADS if channel.is_thread else Right.SEND_MESSAGES
        return found if speaks in found else found & ~(Right.EMBED_LINKS | Right.ATTACH_FILES | Right.MENTION_EVERYONE)

    def partial(self) -> dict[str, Any]:
        """What an interaction tells of the guild."""
        return {"id": str(self.id), "features": [], "locale": self.locale}

    def wire(self) -> dict[str, Any]:
        """A guild object."""
        nothing = dict.fromkeys(
            [
                "icon",
                "description",
                "home_header",
                "splash",
                "discovery_splash",
                "banner",
                "application_id",
                "afk_channel_id",
                "system_channel_id",
                "widget_channel_id",
                "vanity_url_code",
                "rules_channel_id",
                "safety_alerts_channel_id",
                "public_updates_channel_id",
                "incidents_data",
                "max_presences",
            ]
        )
        none = dict.fromkeys(
            [
                "system_channel_flags",
                "verification_level",
                "default_message_notifications",
                "mfa_level",
                "explicit_content_filter",
                "premium_tier",
                "premium_subscription_count",
                "nsfw_level",
            ],
            0,
        )
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner_id),
            "features": [],
            "region": "deprecated",
            "afk_timeout": 300,
            "widget_enabled": False,
            "max_members": 500000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "preferred_locale": self.locale,
            "premium_progress_bar_enabled": False,
            "nsfw": False,
            "emojis": [],
            "stickers": [],
            "roles": [role.wire() for role in self.roles.values()],
            **nothing,
            **none,
        }
