"""Changing a value of a request before it is decided: who may decide it may do so, and everybody is asked anew."""

from collections.abc import Sequence

from bot.card_edits import editable_rows, told, typed_id
from bot.card_words import SHORT_ID, Texts
from bot.desk import Actor, Desk, replying, said_at
from bot.i18n import Locales
from bot.people import People
from channels.views import Answer
from engine.editing import EditRefused, addressed, changed
from engine.effects import Effect
from engine.errors import RunHeld
from engine.handoff import AlreadyDecided, Edit, Handoff
from engine.ids import HandoffId
from engine.ports import Clock
from engine.question import Editable
from engine.runner import Runner
from engine.store import Store, Turn
from engine.transitions import Action


class Editing:
    """Takes changes as people type them: the name of a value, and the value."""

    def __init__(
        self, store: Store, runner: Runner, desk: Desk, people: People, locales: Locales, clock: Clock
    ) -> None:
        self._store = store
        self._runner = runner
        self._desk = desk
        self._people = people
        self._locales = locales
        self._clock = clock

    async def typed(self, turn: Turn, actor: Actor, handoff_id: HandoffId, text: str) -> Sequence[Effect] | None:
        """Change what a text names; the effects that answer it, or None if the change's own commit has done so."""
        answer = await self._change(actor, handoff_id, text, turn)
        return (said_at(actor, answer),) if answer.alert else None

    async def filled_in(self, actor: Actor, handoff_id: HandoffId, text: str) -> Answer:
        """Change what the words of a form name."""
        return await self._change(actor, handoff_id, text, None)

    async def how(self, actor: Actor, handoff_id: HandoffId) -> Answer:
        """Say to who may change something by which commands that is done."""
        if refused := await self._desk.refused(actor, handoff_id, Action.EDIT):
            return refused
        handoff = (await self._store.case(handoff_id)).handoff
        commands = "\n".join(row.note for row in editable_rows(self.texts(actor), handoff))
        return Answer(self._locales.text(actor.locale, "edit-how", commands=commands), alert=True)

    async def _change(self, actor: Actor, handoff_id: HandoffId, text: str, turn: Turn | None) -> Answer:
        """What the author of a change is told; an alert if nothing was changed."""
        if refused := await self._desk.refused(actor, handoff_id, Action.EDIT):
            return refused
        change = _Change(self, actor, text)
        reply = replying(turn, actor, change.done) if turn else None
        try:
            return change.done(self._desk.settle(await self._runner.rulings.edit(handoff_id, change, reply)))
        except EditRefused as refusal:
            return Answer(self._refused(actor, handoff_id, change, refusal), alert=True)
        except (AlreadyDecided, RunHeld) as why:
            return self._desk.unchanged(actor, why)

    def edit(self, actor: Actor, handoff: Handoff, text: str) -> Edit:
        """The change that a text means for a request as it is; raises EditRefused."""
        editable, typed = addressed(handoff.question.editable, text)
        value = changed(editable, self._in_our_words(actor, editable, typed))
        person, name = self._people.identity(actor.account), self._people.name_of(actor.account, actor.name)
        return Edit(editable.path, editable.value, value, person, name, self._clock.now())

    def texts(self, actor: Actor) -> Texts:
        """The words of somebody."""
        return Texts(self._locales, actor.locale, self._clock.now())

    def _in_our_words(self, actor: Actor, editable: Editable, typed: str) -> str:
        """What was typed, with a yes or no of the reader's language as the engine knows it."""
        if editable.kind != "boolean":
            return typed
        for truth in ("true", "false"):
            if typed.casefold() in self._locales.text(actor.locale, f"edit-words-{truth}").casefold().split():
                return truth
        return typed

    def _refused(self, actor: Actor, handoff_id: HandoffId, change: "_Change", refusal: EditRefused) -> str:
        field = change.labels.get(refusal.path, refusal.path)
        about = {"field": field[:40], "detail": refusal.detail, "id": handoff_id[:SHORT_ID]}
        return self._locales.text(actor.locale, f"edit-{refusal.why}", **about)


class _Change:
    """One change: made of the request as it is at that moment, and what its author is told of it."""

    def __init__(self, editing: Editing, actor: Actor, text: str) -> None:
        self._editing = editing
        self._actor = actor
        self._text = text
        self._voided = False
        self.labels: dict[str, str] = {}
        """How people know the values, by their paths."""

    def __call__(self, handoff: Handoff) -> Edit:
        self.labels = {each.path: each.label for each in handoff.question.editable}
        self._voided = bool(handoff.progress.votes)
        return self._editing.edit(self._actor, handoff, self._text)

    def done(self, after: Handoff) -> Answer:
        """What changed, and what that means for those who decide."""
        text, newest = self._editing.texts(self._actor), after.progress.edits[-1]
        words = text(
            "edit-done",
            field=self.labels.get(newest.path, newest.path),
            before=told(text, after, newest.before),
            after=told(text, after, newest.after),
            voided="yes" if self._voided else "",
            id=typed_id(after),
        )
        return Answer(words)
