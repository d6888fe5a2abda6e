"""Hides secret values on a card, wherever they stand: in a fact, a call's arguments, the reason, what was said."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from channels.views import CallView, CardView, Row
from engine.question import Question
from engine.values import dump, parse

SHORTEST_PART = 4
"""A shorter secret is hidden only where it stands alone: inside of other texts it could be anything."""


def masked_reason(question: Question, instead: str) -> str:
    """Why somebody is asked, in one line and without a secret in it."""
    return " ".join(Mask(question.hidden, instead).text(question.reason).split())


class Mask:
    """Puts `instead` in the place of each secret value."""

    def __init__(self, hidden: Sequence[str], instead: str) -> None:
        self._alone = frozenset(hidden)
        # The longest first: a secret may be part of another one.
        self._inside = sorted((value for value in hidden if len(value) >= SHORTEST_PART), key=len, reverse=True)
        self._instead = instead

    def card(self, view: CardView) -> CardView:
        """The card without a secret on it."""
        if not self._alone:
            return view
        return replace(
            view,
            status=self.text(view.status),
            reason=self.text(view.reason),
            facts=tuple(map(self._row, view.facts)),
            calls=tuple(map(self._call, view.calls)),
            transcript=tuple(replace(line, text=self.text(line.text)) for line in view.transcript),
        )

    def text(self, text: str) -> str:
        """A text without a secret in it."""
        if text in self._alone:
            return self._instead
        for value in self._inside:
            text = text.replace(value, self._instead)
        return text

    def json(self, text: str) -> str:
        """JSON without a secret in it: JSON spells some texts otherwise, and each value of it stands alone."""
        try:
            return dump(self.value(parse(text)))
        except ValueError:
            return self.text(text)

    def value(self, value: Any) -> Any:
        """A value of any kind without a secret in it."""
        if isinstance(value, str):
            return self.text(value)
        spelled = dump(value)
        if spelled in self._alone:
            return self._instead
        if isinstance(value, Mapping):
            return {self.text(name): self.value(part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(part) for part in value]
        shown = self.text(spelled)
        return value if shown == spelled else shown

    def _row(self, row: Row) -> Row:
        return replace(row, value=self.text(row.value), note=self.text(row.note))

    def _call(self, call: CallView) -> CallView:
        return replace(call, arguments=tuple(map(self._row, call.arguments)), raw=self.json(call.raw))
