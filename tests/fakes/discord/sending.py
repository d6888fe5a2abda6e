"""Messages by the bot: posting, editing, deleting, reading."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import content, errors, mentions
from tests.fakes.discord.calls import Call, answers, snowflake
from tests.fakes.discord.channels import DM, FORUM, Channel
from tests.fakes.discord.messages import COMPONENTS_V2, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, Message
from tests.fakes.discord.rights import Right
from tests.fakes.discord.world import readable

SETTABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2
HOUR = 3600.0


def speaking(call: Call) -> Channel:
    """The channel of the path, if the bot may write there."""
    channel = call.channel()
    if channel.type == FORUM:
        raise errors.NON_TEXT
    if channel.type == DM:
        _open(call, channel)
        return channel
    channel = call.channel(Right.SEND_MESSAGES_IN_THREADS if channel.is_thread else Right.SEND_MESSAGES)
    if _shut(call, channel):
        raise errors.ARCHIVED
    return channel


def _shut(call: Call, thread: Channel) -> bool:
    """Whether a thread is locked for the bot (discord-api-docs, #5919)."""
    return thread.locked and Right.MANAGE_THREADS not in thread.rights_of(call.app.id)


def _open(call: Call, channel: Channel) -> None:
    """A user hears a bot in private who shares a guild with it and lets its members write."""
    person = channel.recipient
    assert person is not None
    shared = [guild for guild in call.world.guilds_of(call.app) if person.id in guild.members]
    if not shared or not person.dms_open or call.app.id in person.blocked or person.is_bot:
        raise errors.CLOSED_DMS


@answers("create_message", "POST /channels/{channel_id}/messages")
def create_message(call: Call) -> Any:
    """Post; with `enforce_nonce` a nonce that the bot used in the past few minutes gives the message made then."""
    channel = speaking(call)
    content.checked(call, call.body)
    _allowed(call, channel)
    twin = _twin(call)
    if twin is not None:
        return _shown(call, twin)
    made = _made(call, channel)
    if call.get("nonce") is not None:
        call.world.nonces[call.app.id, str(made.nonce)] = made
    call.world.announce(made)
    return _shown(call, made)


def _made(call: Call, channel: Channel) -> Message:
    draft = Message(0, channel, call.app.user)
    body = {**call.body, "flags": (call.get("flags") or 0) & SETTABLE}
    content.put(call, draft, body)
    if content.empty(draft):
        raise errors.EMPTY_MESSAGE
    parts = {name: getattr(draft, name) for name in ("content", "embeds", "components", "attachments", "flags")}
    reply = _replied(call, channel)
    made = call.world.compose(channel, call.app.user, **parts, reply_to=reply, nonce=call.get("nonce"))
    mentions.place(call.world, made, call.get("allowed_mentions"), default=mentions.ALL)
    return made


def _allowed(call: Call, channel: Channel) -> None:
    may = channel.rights_of(call.app.id)
    if call.get("embeds") and Right.EMBED_LINKS not in may:
        raise errors.MISSING_PERMISSIONS
    if call.files and Right.ATTACH_FILES not in may:
        raise errors.MISSING_PERMISSIONS


def _twin(call: Call) -> Message | None:
    if not call.get("enforce_nonce") or call.get("nonce") is None:
        return None
    found = call.world.nonces.get((call.app.id, str(call.get("nonce"))))
    fresh = found is not None and call.world.now() - found.at < call.world.limits.nonce_life
    return found if fresh and found is not None and not found.deleted else None


def _replied(call: Call, channel: Channel) -> Message | None:
    """The message replied to; one that is gone is refused unless `fail_if_not_exists` is false."""
    reference = call.get("message_reference")
    if reference is None:
        return None
    if reference.get("type"):
        call.unmodelled("forwarding")
    if Right.READ_MESSAGE_HISTORY not in channel.rights_of(call.app.id):
        raise errors.NO_HISTORY
    if int(reference.get("channel_id") or channel.id) != channel.id:
        call.unmodelled("a reply to a message of another channel")
    found = channel.messages.get(int(reference["message_id"]))
    if found is not None and not found.deleted:
        return found
    if reference.get("fail_if_not_exists", True) is False:
        return None
    raise errors.wrong("message_reference", code="REPLIES_UNKNOWN_MESSAGE", message="Unknown message")


@answers("update_message", "PATCH /channels/{channel_id}/messages/{message_id}")
def update_message(call: Call) -> Any:
    """Edit the bot's own message; not in an archived thread."""
    channel = call.channel()
    message = call.message(channel)
    if message.author is not call.app.user:
        raise errors.OTHERS_MESSAGE
    if channel.archived:
        raise errors.ARCHIVED
    now = call.world.now()
    content.checked(call, call.body, message)
    if now - message.at > HOUR:
        call.world.limits.spend_old_edit(channel.id, now)
    return edited(call, message)


def edited(call: Call, message: Message) -> Any:
    """Put a checked body on a message and let everybody know."""
    body = dict(call.body or {})
    if "flags" in body:
        body["flags"] = (body["flags"] or 0) & (SUPPRESS_EMBEDS | COMPONENTS_V2)
    before = message.content, message.embeds, message.components, message.attachments, message.flags
    content.put(call, message, body, ephemeral=message.ephemeral)
    if content.empty(message):
        message.content, message.embeds, message.components, message.attachments, message.flags = before
        raise errors.EMPTY_MESSAGE
    message.edited_at = call.world.now()
    if "content" in body or "components" in body:
        mentions.place(call.world, message, call.get("allowed_mentions"), default=mentions.ALL)
    message.remember(message.edited_at)
    call.world.announce(message, edited=True)
    return _shown(call, message)


@answers("delete_message", "DELETE /channels/{channel_id}/messages/{message_id}")
def delete_message(call: Call) -> None:
    """Delete the bot's own message, or another's with the right to.

    That is what may be done in an archived thread unless it is locked, too ("Threads", and #5919 there).
    """
    channel = call.channel()
    message = call.message(channel)
    if message.author is not call.app.user:
        if channel.is_dm:
            raise errors.DM_CHANNEL
        call.channel(Right.MANAGE_MESSAGES)
    if channel.archived and _shut(call, channel):
        raise errors.ARCHIVED
    call.world.remove(message)


@answers("get_message", "GET /channels/{channel_id}/messages/{message_id}")
def get_message(call: Call) -> Any:
    """Read one message."""
    channel = call.channel()
    if Right.READ_MESSAGE_HISTORY not in channel.rights_of(call.app.id):
        raise errors.MISSING_ACCESS
    return _shown(call, call.message(channel))


@answers("list_messages", "GET /channels/{channel_id}/messages")
def list_messages(call: Call) -> Any:
    """Read the history, newest first; nothing without the right to ("Get Channel Messages")."""
    channel = call.channel()
    if Right.READ_MESSAGE_HISTORY not in channel.rights_of(call.app.id):
        return []
    limit = int(call.query.get("limit", 50))
    if not 1 <= limit <= 100:
        text = (
            "int value should be less than or equal to 100."
            if limit > 100
            else "int value should be greater than or equal to 1."
        )
        raise errors.wrong("limit", code="NUMBER_TYPE_MAX" if limit > 100 else "NUMBER_TYPE_MIN", message=text)
    found = channel.live()
    asked = {name: snowflake(call.query[name], name) for name in ("before", "after", "around") if name in call.query}
    if "before" in asked:
        found = [one for one in found if one.id < asked["before"]]
    if "after" in asked:
        found = [one for one in found if one.id > asked["after"]][:limit]
    if "around" in asked:
        found = sorted(sorted(found, key=lambda one: abs(one.id - asked["around"]))[:limit], key=lambda one: one.id)
    return [_shown(call, one) for one in reversed(found[-limit:])]


@answers("trigger_typing_indicator", "POST /channels/{channel_id}/typing")
def trigger_typing_indicator(call: Call) -> None:
    """Show that the bot is typing."""
    channel = speaking(call)
    call.world.typing.append((channel.id, call.app.id))
    call.world.changed()


@answers("add_my_message_reaction", "PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me")
def add_my_message_reaction(call: Call) -> None:
    """React; nothing is shown of it."""
    channel = call.channel(Right.ADD_REACTIONS, Right.READ_MESSAGE_HISTORY) if not _dm(call) else call.channel()
    call.message(channel)
    if channel.archived:
        raise errors.ARCHIVED


def _dm(call: Call) -> bool:
    return call.channel().type == DM


def _shown(call: Call, message: Message) -> Any:
    reads = bool(call.app.flags & 1 << 19)
    return message.wire(content=readable(message, call.app, reads=reads))
