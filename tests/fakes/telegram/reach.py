"""Which chat a call means and whether the bot may use it (`Client::check_chat`, `check_chat_access`)."""

from typing import Any

from tests.fakes.telegram.calls import Call
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.errors import bad, forbidden, migrated


def chat_of(call: Call, name: str = "chat_id") -> Chat:
    """A chat that the bot may read; a basic group also after it left or was removed."""
    found = _found(call, call.get(name))
    if found is None or call.bot.id not in found.members:
        raise bad("chat not found")
    if found.type != "group":
        _check_membership(call, found)
    return found


def writable(call: Call, name: str = "chat_id") -> Chat:
    """A chat that the bot may write to at all; what exactly it may post is another question."""
    chat = chat_of(call, name)
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    _check_membership(call, chat)
    if chat.peer is None:
        return chat
    if chat.peer.deactivated:
        raise forbidden("user is deactivated")
    if chat.peer.is_bot:
        raise forbidden("bot can't send messages to bots")
    if chat.peer.id in call.bot.blocked:
        raise forbidden("bot was blocked by the user")
    if chat.peer.id not in call.bot.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def _found(call: Call, chat_id: Any) -> Chat | None:
    if chat_id is None or chat_id == "":
        raise bad("chat_id is empty")
    if isinstance(chat_id, str):
        named = [chat for chat in call.world.chats.values() if chat.username and f"@{chat.username}" == chat_id]
        return named[0] if named else None
    if chat_id in call.world.chats:
        return call.world.chats[chat_id]
    user = call.world.users.get(chat_id)
    return call.world.private(call.bot, user) if user and call.world.seen(call.bot, user.id) else None


def _check_membership(call: Call, chat: Chat) -> None:
    member = chat.members[call.bot.id]
    if chat.is_private:
        return
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if member.status == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
