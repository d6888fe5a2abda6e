"""Names that clients send or expect and that Discord's OpenAPI document (2026-07) lacks; each with its source.

What is neither listed here nor in the document is a violation.
"""

from typing import Any

Field = dict[str, Any]

BOOLEAN: Field = {"type": ["boolean", "null"]}

# Documentation, "Application Commands", Application Command Object: settable, and discord.py 2.7.1
# app_commands/commands.py sends it with every command. The document has it in answers only.
NSFW: dict[str, Field] = {"nsfw": BOOLEAN}

TYPES: dict[str, dict[str, Field]] = {
    # discord.py 2.7.1 embeds.py, Embed.to_dict: sends the flags of an embed that it was given or made, 0 for a new one.
    "RichEmbed": {"flags": {"type": ["integer", "null"]}},
    # discord.py 2.7.1 http.py, handle_message_parameters: sends `tts: false` with every edit, also with those by an
    # interaction's token.
    "MessageEditRequestPartial": {"tts": BOOLEAN},
    "IncomingWebhookUpdateRequestPartial": {"tts": BOOLEAN},
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": {"tts": BOOLEAN},
    "ApplicationCommandUpdateRequest": NSFW,
    "ApplicationCommandCreateRequest": NSFW,
    # discord.py 2.7.1 message.py, Attachment.to_dict: sends the whole attachment back when a message's are edited.
    "MessageAttachmentRequest": {
        **{key: {"type": "string"} for key in ("proxy_url", "url", "content_type")},
        **{key: {"type": "integer"} for key in ("size", "height", "width")},
        "spoiler": {"type": "boolean"},
    },
    # discord.py 2.7.1 http.py, handle_message_parameters, for the first message of a post.
    "BaseCreateMessageCreateRequest": {"tts": BOOLEAN},
    # discord.py 2.7.1 channel.py, ForumChannel.create_thread: names the type that every post has.
    "CreateForumThreadRequest": {"type": {"type": "integer"}},
    # Documentation, "Start Thread in Forum or Media Channel": the answer holds the first message.
    "CreatedThreadResponse": {"message": {"$ref": "#/components/schemas/MessageResponse"}},
}
"""By schema: further fields."""

QUERY: dict[str, set[str]] = {
    # discord.py 2.7.1 http.py, start_thread_in_forum.
    "create_thread": {"use_nested_fields"},
}
"""By operation: further query parameters."""
