"""Permissions, as the documentation's page "Permissions" numbers and computes them."""

from enum import IntFlag


class Right(IntFlag):
    """What a role may allow."""

    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    SEND_TTS_MESSAGES = 1 << 12
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    SEND_MESSAGES_IN_THREADS = 1 << 38
    MODERATE_MEMBERS = 1 << 40


ALL = Right((1 << 41) - 1)
NONE = Right(0)
EVERYONE = (
    Right.VIEW_CHANNEL
    | Right.SEND_MESSAGES
    | Right.READ_MESSAGE_HISTORY
    | Right.ADD_REACTIONS
    | Right.EMBED_LINKS
    | Right.ATTACH_FILES
    | Right.MENTION_EVERYONE
    | Right.USE_EXTERNAL_EMOJIS
    | Right.USE_APPLICATION_COMMANDS
    | Right.CREATE_PUBLIC_THREADS
    | Right.CREATE_PRIVATE_THREADS
    | Right.SEND_MESSAGES_IN_THREADS
)
"""What @everyone may in a new guild."""
BOT = NONE
"""What the bot's own role adds to it, unless a test says otherwise."""
DM = Right.VIEW_CHANNEL | Right.SEND_MESSAGES | Right.READ_MESSAGE_HISTORY | Right.EMBED_LINKS | Right.ATTACH_FILES
