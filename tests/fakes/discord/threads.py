"""Threads and posts: opening, renaming, archiving."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import content, errors, mentions
from tests.fakes.discord.calls import Call, Reply, answers
from tests.fakes.discord.channels import ANNOUNCEMENTS, FORUM, PRIVATE_THREAD, PUBLIC_THREAD, TEXT, Channel
from tests.fakes.discord.messages import HAS_THREAD, Message
from tests.fakes.discord.rights import Right
from tests.fakes.discord.sending import SETTABLE
from tests.fakes.discord.world import World

LASTING = {60, 1440, 4320, 10080}


def opened(world: World, parent: Channel, owner_id: int, name: str, kind: int, *, thread_id: int = 0) -> Channel:
    """A new thread, heard by all who can see it."""
    number, now = thread_id or world.number(), world.now()
    made = Channel(number, kind, name, parent.guild, parent, owner_id=owner_id, made_at=now, archived_at=now)
    made.people = {owner_id}
    assert parent.guild is not None
    world.channels[number] = parent.guild.channels[number] = made
    for session in world.sessions(made):
        if session.intents & 1:
            session.dispatch("THREAD_CREATE", {**made.wire(), "newly_created": True})
    world.changed()
    return made


def _settled(call: Call, thread: Channel) -> Channel:
    lasting = call.get("auto_archive_duration")
    if lasting is not None:
        thread.auto_archive = lasting
    if call.get("invitable") is not None:
        thread.invitable = call.get("invitable")
    return thread


def _checked(call: Call) -> None:
    lasting = call.get("auto_archive_duration")
    if lasting is not None and lasting not in LASTING:
        text = "Value must be one of (60, 1440, 4320, 10080)."
        raise errors.wrong("auto_archive_duration", code="BASE_TYPE_CHOICES", message=text)


@answers("create_thread_from_message", "POST /channels/{channel_id}/messages/{message_id}/threads")
def create_thread_from_message(call: Call) -> Reply:
    """A thread under a message has the message's id, and a message has one only."""
    channel = call.channel(Right.CREATE_PUBLIC_THREADS)
    if channel.type not in (TEXT, ANNOUNCEMENTS):
        raise errors.WRONG_CHANNEL_TYPE
    message = call.message(channel)
    if message.thread is not None:
        raise errors.THREAD_EXISTS
    _checked(call)
    kind = PUBLIC_THREAD if channel.type == TEXT else 10
    thread = opened(call.world, channel, call.app.id, call.body["name"], kind, thread_id=message.id)
    message.thread, message.flags = thread, message.flags | HAS_THREAD
    call.world.announce(message, edited=True)
    return Reply(201, _settled(call, thread).wire())


@answers("create_thread", "POST /channels/{channel_id}/threads")
def create_thread(call: Call) -> Reply:
    """A thread without a message, or a forum's post with its first message."""
    channel = call.channel()
    _checked(call)
    if channel.type == FORUM:
        return Reply(201, _post(call, channel))
    if channel.type != TEXT:
        raise errors.WRONG_CHANNEL_TYPE
    kind = call.get("type") or PRIVATE_THREAD
    call.channel(Right.CREATE_PRIVATE_THREADS if kind == PRIVATE_THREAD else Right.CREATE_PUBLIC_THREADS)
    thread = _settled(call, opened(call.world, channel, call.app.id, call.body["name"], kind))
    return Reply(201, thread.wire())


def _post(call: Call, channel: Channel) -> Any:
    call.channel(Right.SEND_MESSAGES)
    if call.get("message") is None:
        raise errors.wrong("message", code="BASE_TYPE_REQUIRED", message="This field is required")
    body = dict(call.body["message"])
    content.checked(call, body)
    draft = Message(0, channel, call.app.user)
    content.put(call, draft, {**body, "flags": (body.get("flags") or 0) & SETTABLE})
    if content.empty(draft):
        raise errors.EMPTY_MESSAGE
    thread = _settled(call, opened(call.world, channel, call.app.id, call.body["name"], PUBLIC_THREAD))
    parts = {name: getattr(draft, name) for name in ("content", "embeds", "components", "attachments", "flags")}
    made = call.world.compose(thread, call.app.user, **parts)
    del thread.messages[made.id]
    made.id = thread.id
    thread.messages[made.id] = made
    mentions.place(call.world, made, body.get("allowed_mentions"), default=mentions.ALL)
    call.world.announce(made)
    return {**thread.wire(), "message": made.wire()}


@answers("update_channel", "PATCH /channels/{channel_id}")
def update_channel(call: Call) -> Any:
    """Rename, archive, lock; an archived thread takes nothing but with `archived: false` (discord-api-docs, #6928)."""
    channel = call.channel()
    if channel.is_dm:
        raise errors.DM_CHANNEL
    if not channel.is_thread:
        call.channel(Right.MANAGE_CHANNELS)
        channel.name = call.get("name") or channel.name
        call.world.tell_channel("CHANNEL_UPDATE", channel)
        return channel.wire()
    _may_change(call, channel)
    if channel.archived and call.get("archived") is not False:
        raise errors.ARCHIVED
    _checked(call)
    changed(call.world, channel, archived=call.get("archived"), locked=call.get("locked"), name=call.get("name"))
    return _settled(call, channel).wire()


def _may_change(call: Call, thread: Channel) -> None:
    """The opener may do all, also lock (discord-api-docs, #7407); who may write may revive a thread.

    A locked thread is for those who manage threads ("Modify Channel").
    """
    may = thread.rights_of(call.app.id)
    if Right.MANAGE_THREADS in may:
        return
    own = thread.owner_id == call.app.id
    revives = set(call.body) == {"archived"} and call.get("archived") is False
    if thread.locked or not (own or (revives and Right.SEND_MESSAGES_IN_THREADS in may)):
        raise errors.MISSING_PERMISSIONS


def changed(world: World, thread: Channel, **new: Any) -> None:
    """Change a thread; all who can see it hear of it."""
    for name, value in new.items():
        if value is not None:
            setattr(thread, name, value)
    if new.get("archived") is not None:
        thread.archived_at = world.now()
    world.tell_channel("THREAD_UPDATE", thread)


@answers("delete_channel", "DELETE /channels/{channel_id}")
def delete_channel(call: Call) -> Any:
    """Delete a channel or thread; closing a DM does nothing here."""
    channel = call.channel()
    if channel.is_dm:
        return channel.wire()
    call.channel(Right.MANAGE_THREADS if channel.is_thread else Right.MANAGE_CHANNELS)
    gone(call.world, channel)
    return channel.wire()


def gone(world: World, channel: Channel) -> None:
    """Delete a channel with its threads."""
    assert channel.guild is not None
    world.tell_channel("THREAD_DELETE" if channel.is_thread else "CHANNEL_DELETE", channel)
    for one in [channel, *(each for each in channel.guild.channels.values() if each.parent is channel)]:
        one.deleted = True
        channel.guild.channels = {number: each for number, each in channel.guild.channels.items() if each is not one}
    world.changed()


@answers("join_thread", "PUT /channels/{channel_id}/thread-members/@me")
def join_thread(call: Call) -> None:
    """The bot joins a thread."""
    _member(call, call.app.id)


@answers("add_thread_member", "PUT /channels/{channel_id}/thread-members/{user_id}")
def add_thread_member(call: Call) -> None:
    """Add somebody to a thread."""
    _member(call, call.id("user_id"))


@answers("delete_thread_member", "DELETE /channels/{channel_id}/thread-members/{user_id}")
def delete_thread_member(call: Call) -> None:
    """Take somebody out of a thread."""
    call.channel(Right.MANAGE_THREADS).people.discard(call.id("user_id"))


def _member(call: Call, user_id: int) -> None:
    thread = call.channel()
    if not thread.is_thread:
        raise errors.WRONG_CHANNEL_TYPE
    if thread.archived:
        raise errors.ARCHIVED
    if thread.guild is None or user_id not in thread.guild.members:
        raise errors.UNKNOWN_MEMBER
    thread.people.add(user_id)
    call.world.tell_channel("THREAD_UPDATE", thread)
