"""A card or a conversation as plain text, nothing cut: the file of a card that no message has room for."""

from collections.abc import Iterator, Sequence

from channels.text import visible
from channels.views import CardView, Line, Row


def whole(view: CardView) -> str:
    """Everything of a card."""
    return "\n".join([*_lines(view), "", talk_of(view.transcript_label, view.transcript)])


def talk_of(label: str, lines: Sequence[Line]) -> str:
    """A conversation."""
    return "\n".join([label, *(spoken(line) for line in lines), ""])


def spoken(line: Line) -> str:
    """One line of a conversation."""
    return f"{'🆕 ' if line.late else ''}{line.who} ({line.at}): {visible(line.text)}"


def file_name(view: CardView) -> str:
    """The name of a card's file."""
    return f"request-{view.short_id}.txt"


def _lines(view: CardView) -> Iterator[str]:
    yield f"{visible(view.title)} · {view.short_id}"
    yield visible(view.status)
    if view.notice:
        yield visible(view.notice)
    yield ""
    yield f"{view.bot_label}: {visible(view.bot)}"
    yield f"{view.reason_label}: {visible(view.reason)}"
    yield f"{view.opened_label}: {visible(view.opened)}"
    if view.facts:
        yield f"\n{view.facts_label}"
        yield from (_fact(row) for row in view.facts)
    if view.calls or view.calls_note:
        yield f"\n{view.calls_label}"
    for call in view.calls:
        # The very bytes that are sent, and no retelling of them.
        yield visible(f"{call.tool} {call.raw}")
    if view.calls_note:
        yield visible(view.calls_note)


def _fact(row: Row) -> str:
    return f"{visible(row.label)}: {visible(row.value)}" + (f" ({visible(row.note)})" if row.note else "")
