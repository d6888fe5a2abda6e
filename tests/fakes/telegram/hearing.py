"""Which bot hears which message (Bot API "Privacy mode"; `Client::need_skip_update_message`)."""

from tests.fakes.telegram.accounts import BotAccount
from tests.fakes.telegram.found import commands
from tests.fakes.telegram.messages import Message


def hears(bot: BotAccount, message: Message) -> bool:
    """Never its own messages, but its own service messages; all of a private chat or a channel.

    In a group it hears no other bot; an administrator or a bot without privacy mode hears all people, another one only
    what is meant for it.
    """
    chat = message.chat
    member = chat.member(bot.id)
    if member is None or not member.present or (chat.bot_id is not None and chat.bot_id != bot.id):
        return False
    if message.service:
        return True
    if message.posted_by is not None and (message.posted_by == bot.id or chat.type != "channel"):
        return False
    return not chat.is_group or not bot.privacy or member.is_admin or meant_for(bot, message)


def meant_for(bot: BotAccount, message: Message) -> bool:
    """In privacy mode: replies to the bot's messages, commands that name it, and general ones if it spoke last.

    A topic message's implicit reply to a creation message by the bot is taken as no reply to it (assumed).
    """
    replied = message.reply_to
    if replied is not None and not replied.service and replied.sender is not None and replied.sender.id == bot.id:
        return True
    said = commands(message.text)
    if not said or not message.text.startswith(said[0]):
        return False
    named = said[0].partition("@")[2]
    if named:
        return named.lower() == (bot.user.username or "").lower()
    return message.chat.last_bot in (None, bot.id)
