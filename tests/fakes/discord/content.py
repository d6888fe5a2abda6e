"""A message's body: what Discord refuses, and putting it on a message."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.fakes.discord import components, errors, mentions
from tests.fakes.discord.calls import Call
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.errors import Path, Problem
from tests.fakes.discord.files import Attachment
from tests.fakes.discord.messages import COMPONENTS_V2, SUPPRESS_EMBEDS, Message

FILE, BY_NAME = 13, "attachment://"
LEGACY = ("content", "embeds", "sticker_ids", "poll")
REQUIRED = "This field is required"


def checked(call: Call, body: dict[str, Any], before: Message | None = None, at: Path = ()) -> None:
    """Refuse what a message must not be; `before` is the message that the body edits, `at` where the body stands."""
    flags = body.get("flags") or 0
    was_v2 = before is not None and bool(before.flags & COMPONENTS_V2)
    v2 = was_v2 or bool(flags & COMPONENTS_V2)
    problems = [] if v2 else _plain(call, body)
    if v2:
        problems = _legacy(body, before if not was_v2 else None)
    problems += components.problems(body.get("components") or [], v2=v2, length=call.world.limits.length)
    problems += mentions.problems(body.get("allowed_mentions"))
    problems += _files(call, body)
    for name in ("poll", "sticker_ids", "shared_client_theme"):
        if body.get(name):
            call.unmodelled(name)
    if problems:
        raise errors.invalid(replace(one, path=(*at, *one.path)) for one in problems)


def _plain(call: Call, body: dict[str, Any]) -> list[Problem]:
    """Lengths; the document allows 4000 characters of content, Discord does not for bots."""
    limits = call.world.limits
    problems = []
    if limits.length(body.get("content") or "") > limits.content:
        text = f"Must be {limits.content} or fewer in length."
        problems.append(Problem(("content",), "BASE_TYPE_MAX_LENGTH", text))
    embeds = body.get("embeds") or []
    if sum(limits.length(words) for embed in embeds for words in _counted(embed)) > limits.embeds:
        text = f"Embed size exceeds maximum size of {limits.embeds}"
        problems.append(Problem(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", text))
    for n, embed in enumerate(embeds):
        for m, field in enumerate(embed.get("fields") or []):
            for name in ("name", "value"):
                if not str(field.get(name) or "").strip():
                    problems.append(Problem(("embeds", n, "fields", m, name), "BASE_TYPE_REQUIRED", REQUIRED))
    return problems


def _counted(embed: dict[str, Any]) -> list[str]:
    """What counts towards 6000: title, description, fields' names and values, footer, author ("Embed Limits")."""
    parts = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
    parts += [(embed.get("author") or {}).get("name")]
    parts += [field.get(name) for field in embed.get("fields") or [] for name in ("name", "value")]
    return [str(part) for part in parts if part]


def _legacy(body: dict[str, Any], upgraded: Message | None) -> list[Problem]:
    """With components V2 content and embeds must be empty; a message that becomes one must be rid of its own."""
    bad = [name for name in LEGACY if body.get(name)]
    if upgraded is not None:
        bad += [name for name in ("content", "embeds") if getattr(upgraded, name) and name not in body]
    text = "The '{}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
    code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
    return [Problem((name,), code, text.format(name)) for name in dict.fromkeys(bad)]


def _files(call: Call, body: dict[str, Any]) -> list[Problem]:
    if any(len(one.data) > call.world.limits.upload for one in call.files):
        raise errors.TOO_LARGE
    if sum(len(one.data) for one in call.files) > call.world.limits.request:
        raise errors.TOO_LARGE
    if len(call.files) > 10:
        return [Problem(("attachments",), "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")]
    return []


def put(call: Call, message: Message, body: dict[str, Any], *, ephemeral: bool = False) -> None:
    """Put a body that was checked on a message; fields that are left out stay."""
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = body["embeds"] or []
    if "components" in body:
        message.components = components.answered(body["components"] or [])
    message.attachments = _attached(call, message.channel, message.attachments, body, ephemeral)
    _show_files(message)
    kept = message.flags & ~SUPPRESS_EMBEDS if "flags" in body else message.flags
    message.flags = kept | (body.get("flags") or 0)


def _show_files(message: Message) -> None:
    """A file component shows an attachment of its own message, which it names by `attachment://`."""
    for at, one in components.walk(message.components, ("components",)):
        url = one["file"]["url"] if one["type"] == FILE else ""
        if url.startswith(BY_NAME):
            found = next((kept for kept in message.attachments if kept.upload.name == url.removeprefix(BY_NAME)), None)
            if found is None:
                text = "The referenced attachment was not found"
                problem = Problem((*at, "file", "url"), "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", text)
                raise errors.invalid([problem])
            wire = found.wire()
            kept = {name: wire[name] for name in ("url", "proxy_url", "content_type")}
            one |= {"file": {**kept, "id": wire["id"], "attachment_id": wire["id"]}}
            one |= {"name": found.upload.name, "size": len(found.upload.data)}


def _attached(
    call: Call, channel: Channel, old: list[Attachment], body: dict[str, Any], ephemeral: bool
) -> list[Attachment]:
    """What is listed stays, files are added; without a list everything stays ("Editing Message Attachments")."""
    listed = body.get("attachments")
    if listed is None:
        kept = old
    else:
        ids = {int(one["id"]) for one in listed}
        kept = [one for one in old if one.id in ids]
    return kept + [call.world.keep(one, channel, ephemeral=ephemeral) for one in call.files]


def empty(message: Message) -> bool:
    """Whether there is nothing to show; components alone do not do without V2."""
    if message.flags & COMPONENTS_V2:
        return not message.components
    return not (message.content.strip() or message.embeds or message.attachments)
