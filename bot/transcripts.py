"""A conversation in the words of those who decide about it: as lines of a card, as a file, and as a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.card_rows import cut
from bot.card_words import SHORT_ID, Texts
from bot.files import as_sent
from bot.masking import Mask
from channels.text import visible
from channels.views import Attachment, Content, Document, Line
from engine.handoff import Handoff
from engine.step import Said

LONGEST_LINE = 4000
"""How much of one line of a conversation a card shows; the file of the conversation has all of it."""


_SIDES: Mapping[str, Literal["customer", "bot", "person"]] = {"customer": "customer", "person": "person"}


@dataclass(frozen=True, slots=True)
class Named:
    """A file of a conversation as its readers see it; `taken` is False for one that was refused."""

    label: str
    taken: bool = True


class Transcript:
    """What was said, for the readers of one request; what is secret in it is masked."""

    def __init__(self, text: Texts, handoff: Handoff) -> None:
        self._text = text
        self._handoff = handoff
        self._mask = Mask(handoff.question.hidden, text("card-secret"))

    def line(self, said: Said, longest: int = LONGEST_LINE) -> Line:
        """One line, with a mark for each file that came with it."""
        # A secret is masked before anything is cut: half of one could not be known for what it is.
        whole = self._line(said, self._text.said(said))
        return replace(whole, text=cut(whole.text, longest))

    def words(self, said: Said) -> Line:
        """One line whole, without its files; what is invisible is spelled out."""
        line = self._line(said, self._text.words(said.words))
        return replace(line, text=visible(line.text))

    def files(self, said: Said) -> Sequence[Named]:
        """The files that came with a line."""
        return [Named(self._mask.text(self._text.file(file)), not file.get("refused")) for file in said.files]

    def named(self, content: Content) -> Content:
        """A file with nothing secret in its name."""
        return replace(content, name=self._mask.text(content.name))

    def document(self, transcript: Sequence[Said]) -> Document:
        """All of it, as a file."""
        short = self._handoff.id[:SHORT_ID]
        paragraphs = [self._paragraph(said) for said in transcript]
        if self._handoff.question.erased:
            paragraphs = [self._text("card-erased")]
        return Document(f"conversation-{short}.txt", "\n\n".join(paragraphs), self._text("card-talk-caption", id=short))

    def _paragraph(self, said: Said) -> str:
        line = self._line(said, self._text.said(said))
        late = f", {self._text('card-late')}" if line.late else ""
        return f"{line.who} ({line.at}{late}): {visible(line.text)}"

    def _line(self, said: Said, words: str) -> Line:
        text, at = self._text, self._text.moment(said.at)
        return Line(
            text.who(said), self._mask.text(words), at, _SIDES.get(said.author, "bot"), came_late(said, self._handoff)
        )


def came_late(said: Said, handoff: Handoff) -> bool:
    """Whether the customer wrote this while the request was pending."""
    if said.author != "customer" or said.at <= handoff.opened_at:
        return False
    return handoff.decision is None or handoff.state.is_open or said.at <= handoff.decision.at


def attachments(transcript: Sequence[Said]) -> Sequence[Attachment | None]:
    """Every file of a conversation in its order, None for one that was refused: its number there names it."""
    return [None if file.get("refused") else as_sent(file) for said in transcript for file in said.files]
