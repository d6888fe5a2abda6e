"""A message, what people can read of it, and its history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.discord.accounts import User
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.moments import iso, moment

if TYPE_CHECKING:
    from tests.fakes.discord.files import Attachment

SUPPRESS_EMBEDS, HAS_THREAD, EPHEMERAL, LOADING = 1 << 2, 1 << 5, 1 << 6, 1 << 7
SUPPRESS_NOTIFICATIONS, COMPONENTS_V2 = 1 << 12, 1 << 15
BUTTON, TEXT_DISPLAY = 2, 10
SELECTS = {3, 5, 6, 7, 8}
Component = dict[str, Any]


@dataclass(frozen=True)
class Version:
    """How a message looked after it was posted or edited."""

    at: float
    text: str
    buttons: tuple[str, ...]


@dataclass(eq=False)
class Message:
    """`pinged` are the ids of those whom it notified."""

    id: int
    channel: Channel
    author: User
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    type: int = 0
    edited_at: float | None = None
    nonce: str | int | None = None
    reply_to: Message | None = None
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    pinged: set[int] = field(default_factory=set)
    application_id: int | None = None
    by_interaction: bool = False
    interaction: dict[str, Any] | None = None
    only_for: int | None = None
    """Whom an ephemeral message is shown to."""
    thread: Channel | None = None
    deleted: bool = False
    history: list[Version] = field(default_factory=list)

    @property
    def at(self) -> float:
        """When it was posted."""
        return moment(self.id)

    @property
    def ephemeral(self) -> bool:
        return self.only_for is not None

    @property
    def text(self) -> str:
        """All that people can read of it."""
        parts = [] if self.flags & COMPONENTS_V2 else [self.content, *(one for e in self.embeds for one in _words(e))]
        parts += [one["content"] for one in every(self.components) if one["type"] == TEXT_DISPLAY]
        return "\n".join(part for part in parts if part)

    def all_buttons(self) -> list[Component]:
        """The buttons, in their order."""
        return [one for one in every(self.components) if one["type"] == BUTTON]

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons that can be pressed."""
        return [one.get("label") or "" for one in self.all_buttons() if not one.get("disabled")]

    def button(self, label: str) -> Component:
        """The one that can be pressed and whose label contains this."""
        found = [one for one in self.all_buttons() if label in (one.get("label") or "") and not one.get("disabled")]
        exact = [one for one in found if one.get("label") == label] or found
        assert len(exact) == 1, f"{len(exact)} buttons {label!r} on {self.text!r}: {self.buttons}"
        return exact[0]

    def remember(self, at: float) -> None:
        """Write down how it looks."""
        self.history.append(Version(at, self.text, tuple(self.buttons)))

    def wire(self, *, content: bool = True) -> dict[str, Any]:
        """A message object; without the intent for content, what people wrote is left out."""
        made: dict[str, Any] = {
            "id": str(self.id),
            "channel_id": str(self.channel.id),
            "type": self.type
            or (19 if self.reply_to else 20 if self.interaction and self.interaction["type"] == 2 else 0),
            "author": self.author.wire(),
            "content": self.content if content else "",
            "embeds": [_answered(one) for one in self.embeds] if content else [],
            "components": self.components if content else [],
            "attachments": [one.wire() for one in self.attachments] if content else [],
            "mentions": [user.wire() for user in self.mentions],
            "mention_roles": [str(role) for role in self.mention_roles],
            "mention_everyone": self.mention_everyone,
            "timestamp": iso(self.at),
            "edited_timestamp": iso(self.edited_at) if self.edited_at is not None else None,
            "flags": self.flags,
            "pinned": False,
            "tts": False,
        }
        return made | self._more(content=content)

    def _replied_to(self, *, content: bool) -> dict[str, Any] | None:
        """The message that this one replies to, without that which it replies to itself; None if it is gone."""
        other = self.reply_to
        if other is None or other.deleted:
            return None
        told = other.wire(content=content or other.author.is_bot)
        return {name: value for name, value in told.items() if name not in ("referenced_message", "thread")}

    def _more(self, *, content: bool) -> dict[str, Any]:
        made: dict[str, Any] = {}
        if self.reply_to is not None:
            made["message_reference"] = {
                "type": 0,
                "channel_id": str(self.channel.id),
                "message_id": str(self.reply_to.id),
            }
            made["referenced_message"] = self._replied_to(content=content)
        if self.application_id is not None:
            made["application_id"] = str(self.application_id)
        if self.by_interaction:
            made["webhook_id"] = str(self.application_id)
        if self.interaction is not None:
            made["interaction_metadata"] = self.interaction
        if self.nonce is not None:
            made["nonce"] = self.nonce
        if self.thread is not None:
            made["thread"] = self.thread.wire()
        return made


def every(components: list[Component]) -> Iterator[Component]:
    """All components, also nested ones, in reading order."""
    for one in components:
        yield one
        yield from every(one.get("components", []))
        yield from every([one[name] for name in ("accessory", "component") if name in one])


def _words(embed: dict[str, Any]) -> Iterator[str]:
    yield (embed.get("author") or {}).get("name") or ""
    yield embed.get("title") or ""
    yield embed.get("description") or ""
    for one in embed.get("fields") or []:
        yield f"{one['name']}: {one['value']}"
    yield (embed.get("footer") or {}).get("text") or ""


def _answered(embed: dict[str, Any]) -> dict[str, Any]:
    """An embed as Discord gives it back."""
    made = {name: value for name, value in embed.items() if value is not None}
    if "fields" in made:
        made["fields"] = [{"inline": False, **one} for one in made["fields"]]
    return {**made, "type": "rich"}
