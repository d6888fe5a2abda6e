"""What the page of a request offers: the buttons of its card, each with the words that it asks for beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.i18n import Locales
from bot.tapping import Tapping
from channels.tokens import BECAUSE, EDIT, LESS, MORE, OPEN, OPTION, REVEAL, TALK, CardToken, action_of, encode
from channels.views import Button, CardView
from channels.web.dashboard.handoff_views import Field, Offer, Style
from engine.handoff import Handoff
from engine.question import Editable, HandoffKind
from engine.transitions import SPOKEN, Action
from engine.values import dump

_LEFT_OUT = frozenset({MORE, LESS, TALK, OPEN, EDIT, Action.REJECT, Action.CONFIRM})
"""What the page shows anyway, and what a form with words says as well."""
_ASKS: Mapping[str, Action] = {
    Action.REJECT: Action.ASK_REASON,
    Action.CONFIRM: Action.ASK_REFERENCE,
    Action.INQUIRE: Action.ASK_QUESTION,
}
_NAMES = {Action.APPROVE: ("approve", "a"), Action.REJECT: ("reject", "r")}
"""What the places of a decision are called, and the keys that lead there."""
_OF_OTHERS = frozenset({Action.CLAIM, Action.RELEASE, REVEAL})
"""What may be done with a request by those who see it and may not decide it."""
_STYLES: Mapping[Action, Style] = {Action.REJECT: "negative", Action.CONFIRM: "positive"}
ENDS = frozenset({Action.APPROVE, Action.REJECT})


def is_grave(handoff: Handoff, action: str) -> bool:
    """Whether nobody can take an action back: who stops ends the request, who says it did not happen repeats a call."""
    return action == Action.STOP or (handoff.question.kind is HandoffKind.DOUBT and action == Action.RETRY)


class Offers:
    """Makes offers of a card's buttons, for one reader."""

    def __init__(self, taps: Tapping, locales: Locales) -> None:
        self._taps = taps
        self._locales = locales

    def deciding(self, handoff: Handoff, view: CardView, locale: str) -> Iterator[Offer]:
        """What decides it, in the card's order; while somebody talks with the customer it ends the talk, too."""
        if view.buttons and handoff.state in SPOKEN:
            yield self._asking(handoff, _ASKS[SPOKEN[handoff.state]], locale)
        for button in view.buttons:
            action = action_of(button.token)
            if action in _LEFT_OUT or action.startswith(BECAUSE) or action == Action.TAKE_OVER:
                continue
            offer = self._offer(handoff, button, action, locale)
            ends = handoff.progress.talk and (action_of(offer.token) in ENDS or action.startswith(OPTION))
            yield replace(offer, hands_back=bool(ends))

    def besides(self, handoff: Handoff, view: CardView, locale: str, may_decide: bool, person: str) -> Iterator[Offer]:
        """What this person can do with it besides; whoever talks with the customer need not begin to."""
        talk = handoff.progress.talk
        first = (button for button in view.buttons if action_of(button.token) == Action.TAKE_OVER)
        for button in (*first, *view.more):
            action = action_of(button.token)
            has_floor = action == Action.TAKE_OVER and talk and talk.by == person
            if action not in _LEFT_OUT and not has_floor and (may_decide or action in _OF_OTHERS):
                yield self._offer(handoff, button, action, locale)
        if talk and may_decide and handoff.allows(Action.END_TALK):
            token = encode(CardToken(handoff.id, Action.END_TALK))
            yield Offer(token, self._locales.text(locale, "dash-talk-leave"))

    def fields(self, handoff: Handoff, locale: str) -> Iterator[Field]:
        """The values that may be changed, as their inputs show them."""
        for each in handoff.question.editable if handoff.allows(Action.EDIT) else ():
            shown = "" if each.value is None or handoff.question.hides(each.value) else each.value
            value = shown if isinstance(shown, str) else dump(shown)
            choices = ("true", "false") if each.kind == "boolean" else each.choices
            yield Field(each.path, each.label, value, each.kind, choices, self._hint(each, locale))

    def _hint(self, each: Editable, locale: str) -> str:
        args = {"least": each.least, "most": each.most, "choices": ", ".join(each.choices)}
        return self._locales.text(locale, f"edit-kind-{each.kind}", **args)

    def _offer(self, handoff: Handoff, button: Button, action: str, locale: str) -> Offer:
        if action in _ASKS.values():
            return replace(self._asking(handoff, Action(action), locale), label=button.label, style=button.style)
        question = handoff.question
        always = question.require_reason == "always" and (action == Action.APPROVE or action.startswith(OPTION))
        name, key = _NAMES.get(Action(action), ("", "")) if action in list(Action) else ("", "")
        return Offer(
            button.token, button.label, button.style, key, name,
            label_of_words=self._locales.text(locale, "dash-handoff-reason") if always else "",
            needs_words=always, is_grave=is_grave(handoff, action),
        )  # fmt: skip

    def _asking(self, handoff: Handoff, action: Action, locale: str) -> Offer:
        """The form that a button would open on another channel."""
        form = self._taps.asking(handoff, action, locale)
        completes = Action(action_of(form.token))
        doubt = "doubt-" if handoff.question.kind is HandoffKind.DOUBT and completes is Action.CONFIRM else ""
        name, key = _NAMES.get(completes, ("", ""))
        return Offer(
            form.token, self._locales.text(locale, f"card-button-{doubt}{action}"), _STYLES.get(completes, "neutral"),
            key, name, form.label, form.needed and not form.choices, form.choices,
            hands_back=completes in ENDS and bool(handoff.progress.talk),
        )  # fmt: skip
