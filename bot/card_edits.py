"""What of a request was changed, and what can be changed, as a card says it."""

from collections.abc import Iterator

from bot.card_words import SHORT_ID, Texts
from channels.views import Row
from engine.handoff import Handoff
from engine.question import Editable
from engine.transitions import Action
from engine.values import dump


def typed_id(handoff: Handoff) -> str:
    """How a request is named in a typed decision: once it was changed, with the edition that is meant (`ab12cd.1`)."""
    short = handoff.id[:SHORT_ID]
    return f"{short}.{handoff.edition}" if handoff.edition else short


def edit_rows(text: Texts, handoff: Handoff) -> Iterator[Row]:
    """The values that somebody has changed, each with what it was."""
    labels = {each.path: each.label for each in handoff.question.editable}
    for edit in handoff.edits:
        before, after = (told(text, handoff, value) for value in (edit.before, edit.after))
        note = text("progress-edited", before=before, by=edit.by_name, at=text.moment(edit.at))
        yield Row(labels.get(edit.path, edit.path), after, note)


def editable_rows(text: Texts, handoff: Handoff) -> Iterator[Row]:
    """The values that can be changed, each with its kind and the command."""
    if not handoff.allows(Action.EDIT):
        return
    for each in handoff.question.editable:
        command = f"/edit {handoff.id[:SHORT_ID]} {_name(each, handoff)} {text('edit-value')}"
        yield Row(text("card-label-editable"), f"{each.label} ({_kind(text, each)})", command)


def told(text: Texts, handoff: Handoff, value: object) -> str:
    """A value as people read it, unless no card may show it."""
    if handoff.question.hides(value):
        return text("card-secret")
    return "" if value is None else value if isinstance(value, str) else dump(value)


def _kind(text: Texts, editable: Editable) -> str:
    return text(
        f"edit-kind-{editable.kind}",
        least=editable.least,
        most=editable.most,
        choices=", ".join(editable.choices),
    )


def _name(editable: Editable, handoff: Handoff) -> str:
    """The shortest name that means this value alone."""
    last = editable.path.rpartition(".")[2].casefold()
    taken = [each for each in handoff.question.editable if last in _names(each)]
    return last if len(taken) == 1 else editable.path


def _names(editable: Editable) -> tuple[str, ...]:
    return editable.path.casefold(), editable.label.casefold(), editable.path.rpartition(".")[2].casefold()
