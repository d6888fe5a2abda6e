"""Whom a message mentions and whom it notifies (documentation, "Allowed Mentions Object").

Without `allowed_mentions` a plain message notifies all that it mentions, and an interaction's notifies users only.
"""

import re
from typing import Any

from tests.fakes.discord.channels import Channel
from tests.fakes.discord.errors import Problem
from tests.fakes.discord.messages import COMPONENTS_V2, TEXT_DISPLAY, Message, every
from tests.fakes.discord.rights import Right
from tests.fakes.discord.world import World

USER, ROLE = re.compile(r"<@!?(\d+)>"), re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(?:everyone|here)\b")
ALL = ["users", "roles", "everyone"]


def problems(allowed: dict[str, Any] | None) -> list[Problem]:
    """Lists beside the same word in `parse` contradict each other."""
    parse = (allowed or {}).get("parse") or []
    return [
        Problem(
            ("allowed_mentions",),
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
        )
        for kind in ("users", "roles")
        if kind in parse and (allowed or {}).get(kind)
    ]


def place(world: World, message: Message, allowed: dict[str, Any] | None, *, default: list[str]) -> None:
    """Write down whom a message mentions; a new one notifies those who can see it."""
    said = _said(message)
    rules: dict[str, Any] = {"parse": default, "replied_user": True} if allowed is None else allowed
    parse = rules.get("parse") or []
    users = {int(one) for one in USER.findall(said)} & world.users.keys()
    roles = {int(one) for one in ROLE.findall(said)}
    users = users if "users" in parse else users & _ids(rules.get("users"))
    roles = roles if "roles" in parse else roles & _ids(rules.get("roles"))
    guild, may = message.channel.guild, message.channel.rights_of(message.author.id)
    everyone = bool(EVERYONE.search(said)) and "everyone" in parse and Right.MENTION_EVERYONE in may
    pinged = set(users)
    if message.reply_to is not None and rules.get("replied_user", False):
        users.add(message.reply_to.author.id)
        pinged.add(message.reply_to.author.id)
    if guild is not None:
        roles = {one for one in roles if one in guild.roles}
        loud = {one for one in roles if guild.roles[one].mentionable or Right.MENTION_EVERYONE in may}
        pinged |= {one.user.id for one in guild.members.values() if everyone or one.roles & loud}
    message.mentions = [world.users[one] for one in sorted(users)]
    message.mention_roles = sorted(roles)
    message.mention_everyone = everyone
    if message.edited_at is None and not message.ephemeral:
        message.pinged = _seeing(message.channel, pinged - {message.author.id})


def people_say(world: World, message: Message) -> None:
    """What a person writes mentions all that it names."""
    place(world, message, None, default=ALL)


def _said(message: Message) -> str:
    if message.flags & COMPONENTS_V2:
        return "\n".join(one["content"] for one in every(message.components) if one["type"] == TEXT_DISPLAY)
    return message.content


def _ids(listed: Any) -> set[int]:
    return {int(one) for one in listed or []}


def _seeing(channel: Channel, users: set[int]) -> set[int]:
    return {one for one in users if Right.VIEW_CHANNEL in channel.rights_of(one)}
