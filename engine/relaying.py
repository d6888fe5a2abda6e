"""Drafts what goes between the two ends of a talk: that it begins, what each end says, and how it is over."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from engine.draft import Draft
from engine.effects import CloseRoom, Literal, Message, OpenRoom, Relay, SendText, Words
from engine.events import Inbound
from engine.handoff import Handoff
from engine.ids import Place
from engine.outcomes import Say
from engine.step import Said
from engine.talk import Posted, Talk


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody of the team says to the customer; `source` is their own message, if they wrote one."""

    by_name: str
    text: str
    at: datetime
    files: tuple[Mapping[str, Any], ...] = ()
    source: Posted | None = None
    quotes: str = ""
    """The message at the same place which it answers."""
    is_edit: bool = False


class Relaying:
    """What one draft carries from end to end."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def begin(self, handoff: Handoff, talk: Talk) -> None:
        """Have the bot fall silent, the customer told who is there, and a room opened for the other end."""
        whose = self._draft.conversation
        self._draft.step.talk_begins = handoff.id
        self._draft.say_message("talk-joined", by=talk.by_name)
        told = {"id": handoff.id[:6], "customer": whose.user_name, "by": talk.by_name, "channel": whose.channel}
        self._draft.effect(OpenRoom(talk.place, handoff.id, Message("talk-room-open", told)))

    def pass_on(self, handoff: Handoff, talk: Talk) -> None:
        """Tell both ends who holds the floor from now on."""
        self._draft.say_message("talk-joined", by=talk.by_name)
        self.note(handoff, Message("talk-room-floor", {"by": talk.by_name}))

    def end(self, handoff: Handoff, customer: Message, room: Message) -> None:
        """Have the bot speak again, and both ends told."""
        self._draft.step.talk_ends = handoff.id
        self._draft.say(Say(customer))
        self._draft.effect(CloseRoom(handoff.id, room))

    def note(self, handoff: Handoff, words: Message) -> None:
        """Tell those in the room something of our own."""
        self._draft.effect(Relay(handoff.id, words))

    def asked(self, word: Word) -> None:
        """Put somebody's question to the customer."""
        whose = self._draft.conversation
        words = Message("inquiry", {"by": word.by_name, "words": word.text})
        self._draft.effect(SendText(whose.place, words, locale=whose.locale))
        self._draft.step.said.append(_said("person", word))

    def heard(self, handoff: Handoff, message: Inbound) -> None:
        """Carry on what the customer has said."""
        whose = self._draft.conversation
        source = Posted(whose.place, message.ref) if message.ref else None
        word = Word(whose.user_name, message.text, message.at, message.attachments, source, message.reply_to,
                    message.is_edit)  # fmt: skip
        self._draft.step.said.append(_said("customer", replace(word, files=(*word.files, *message.refused))))
        self._draft.say(*(Say(words) for words in message.refusals()))
        if not message.is_edit:
            self._draft.run.files += message.attachments
        self._carry_on(handoff, word, None, "")

    def spoken(self, handoff: Handoff, word: Word) -> None:
        """Carry on what somebody of the team has said."""
        whose = self._draft.conversation
        self._draft.step.said.append(_said("person", word))
        self._carry_on(handoff, word, whose.place, whose.locale)

    def _carry_on(self, handoff: Handoff, word: Word, place: Place | None, locale: str) -> None:
        if word.text:
            text = word.text if place else _continued(word.text)
            words = Message("talk-line", {"name": word.by_name, "text": text})
            self._draft.effect(
                Relay(handoff.id, words, place, word.source, quotes=word.quotes, edits=word.is_edit, locale=locale)
            )
        if word.files and not word.is_edit:
            sender = Message("talk-files", {"name": word.by_name})
            source = None if word.text else word.source
            self._draft.effect(Relay(handoff.id, sender, place, source, word.files, word.quotes, locale=locale))

    def tell(self, place: Place, words: Message, handoff: Handoff | None = None) -> None:
        """Tell people at a place something; with a handoff that is open, its buttons stand below."""
        self._draft.effect(SendText(place, words, deciding=handoff.id if handoff else None))


def _said(author: str, word: Word) -> Said:
    words: Words = Message("talk-edited", {"text": word.text}) if word.is_edit else Literal(word.text)
    return Said(author, words, word.at, () if word.is_edit else word.files, word.by_name if author == "person" else "")


def _continued(text: str) -> str:
    """A customer's text with a mark before each further line: none of them can pass for somebody else's."""
    return "\n┆ ".join(text.splitlines())
