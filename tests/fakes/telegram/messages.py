"""Messages: what is kept of one, how a bot and how a person see it."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.accounts import User
from tests.fakes.telegram.formatted import Formatted

if TYPE_CHECKING:
    from tests.fakes.telegram.chats import Chat

Markup = dict[str, Any]


@dataclass(eq=False)
class Message:
    """`service` holds the fields of a service message, `media` the file of a media message by its field's name."""

    id: int
    chat: Chat
    date: int
    sender: User | None
    body: Formatted = field(default_factory=Formatted)
    """The text, or the caption of media."""
    media: dict[str, Any] = field(default_factory=dict)
    service: dict[str, Any] = field(default_factory=dict)
    sender_chat: Chat | None = None
    author: User | None = None
    """The person behind an anonymous sender; no bot sees it."""
    signature: str | None = None
    thread_id: int | None = None
    is_topic_message: bool = False
    reply_to: Message | None = None
    quote: dict[str, Any] | None = None
    origin: dict[str, Any] | None = None
    """A forward's `forward_origin`."""
    markup: Markup | None = None
    """Its inline keyboard."""
    keyboard: Markup | None = None
    """A reply keyboard, its removal or a forced reply; it is sent, but no message shows it."""
    posted_by: int | None = None
    """The bot that sent it."""
    keyboard_bot: int | None = None
    """The bot that hears the buttons."""
    protected: bool = False
    automatic: bool = False
    """Whether Telegram forwarded it from the linked channel."""
    silent: bool = False
    album: str | None = None
    """The `media_group_id` that it shares with the others of its album."""
    edit_date: int | None = None
    deleted: bool = False
    history: list[tuple[str, list[str]]] = field(default_factory=list)
    """Every (text, buttons) that it showed, oldest first."""

    @property
    def text(self) -> str:
        """Its text or caption, as people read it."""
        return self.body.text

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline keyboard."""
        return [button["text"] for button in self.all_buttons()]

    def all_buttons(self) -> list[dict[str, Any]]:
        """The buttons of the inline keyboard."""
        return [button for row in (self.markup or {}).get("inline_keyboard", []) for button in row]

    def button(self, label: str) -> dict[str, Any]:
        """The button with that label, or the only one whose label holds it."""
        exact = [button for button in self.all_buttons() if button["text"] == label]
        near = exact or [button for button in self.all_buttons() if label.lower() in button["text"].lower()]
        if len(near) != 1:
            raise AssertionError(f"{label!r} names {len(near)} of the buttons {self.buttons} of {self.text!r}")
        return near[0]

    def remember(self) -> None:
        """Note what it shows now."""
        self.history.append((self.text, self.buttons))

    def wire(self, *, with_reply: bool = True) -> dict[str, Any]:
        """A `Message`; a replied-to message does not show what it replies to in turn."""
        shown: dict[str, Any] = {"message_id": self.id, "date": self.date, "chat": self.chat.wire()}
        if self.sender is not None:
            shown["from"] = self.sender.wire()
        if self.sender_chat is not None:
            shown["sender_chat"] = self.sender_chat.wire()
        plain = {
            "author_signature": self.signature,
            "message_thread_id": self.thread_id,
            "is_topic_message": self.is_topic_message,
            "forward_origin": self.origin,
            "quote": self.quote if with_reply else None,
            "reply_markup": self.markup,
            "has_protected_content": self.protected,
            "is_automatic_forward": self.automatic,
            "edit_date": self.edit_date,
            "media_group_id": self.album,
        }
        shown |= {name: copy.deepcopy(value) for name, value in plain.items() if value}
        if with_reply and self.reply_to is not None:
            shown["reply_to_message"] = self.reply_to.wire(with_reply=False)
        return shown | copy.deepcopy(self.media) | copy.deepcopy(self.service) | self._words()

    def _words(self) -> dict[str, Any]:
        name, entities = ("caption", "caption_entities") if self.media else ("text", "entities")
        shown: dict[str, Any] = {name: self.body.text} if self.body.text else {}
        return shown | ({entities: self.body.wire()} if self.body.entities else {})

    def inaccessible(self) -> dict[str, Any]:
        """An `InaccessibleMessage`: what a bot sees of one that is gone or too old."""
        return {"chat": self.chat.wire(), "message_id": self.id, "date": 0}
