"""Turns a handoff into a card in the reader's language; the only place where a card gets its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from bot.card_edits import edit_rows, editable_rows, typed_id
from bot.card_progress import between, label_of, settling, standing, wanted
from bot.card_rows import calls_of, fact_rows
from bot.card_words import SHORT_ID as SHORT_ID
from bot.card_words import Texts, erased
from bot.i18n import Locales
from bot.masking import Mask
from bot.people import People
from bot.settings_channels import platform_of
from bot.transcripts import Transcript
from channels.tokens import BECAUSE, EDIT, LESS, MORE, OPEN, OPTION, REVEAL, TALK, CardToken, encode
from channels.views import Button, CardView, Document, Row
from engine.errors import ErrorCode
from engine.handoff import Decision, Handoff
from engine.ids import HandoffId, short_digest
from engine.question import UNSEEN, HandoffKind
from engine.step import Said
from engine.transitions import SPOKEN, TALKING, Action, HandoffState
from engine.votes import VOTES

MOST_LINES = 40
"""How many lines of a conversation a card carries; the newest."""
REASONS = 4
"""How many reasons are offered to who rejects: `reject-because-1` and so on."""
_STYLES: Mapping[Action, Literal["positive", "negative"]] = {
    Action.APPROVE: "positive",
    Action.CONFIRM: "positive",
    Action.ASK_REFERENCE: "positive",
    Action.REJECT: "negative",
    Action.ASK_REASON: "negative",
    Action.STOP: "negative",
}


_MOMENTS = ("sent_at", "key_until")
"""What an error tells as moments."""


class Cards:
    """Makes views of handoffs; everything on them comes from values that were frozen at the pause."""

    def __init__(self, locales: Locales, people: People) -> None:
        self._locales = locales
        self._people = people

    def view(self, handoff: Handoff, transcript: Sequence[Said], locale: str, now: datetime) -> CardView:
        """The card of a handoff as it stands, for a reader of that language."""
        text = Texts(self._locales, locale, now)
        question = handoff.question
        view = CardView(
            handoff=handoff.id,
            short_id=handoff.id[:SHORT_ID],
            state=handoff.state,
            title=self._title(text, handoff),
            status=self._status(text, handoff),
            bot_label=text("card-label-bot"),
            bot=self._people.bot_name(handoff.bot),
            reason_label=text("card-label-reason"),
            reason=self._reason(text, handoff),
            opened_label=text("card-label-opened"),
            opened=text.moment(handoff.opened_at),
            opened_at=handoff.opened_at,
            facts_label=text("card-label-facts"),
            facts=tuple(self._facts(text, handoff)),
            calls_label=text("card-label-calls-options" if question.options else "card-label-calls"),
            calls=tuple(calls_of(question)),
            calls_note=self._calls_note(text, handoff),
            transcript_label=text("card-label-transcript"),
            transcript=tuple(map(Transcript(text, handoff).line, transcript[-MOST_LINES:])),
            late_label=text("card-late"),
            buttons=tuple(self._buttons(text, handoff)),
            notice=self._unreached(text, handoff),
            decided=not handoff.state.is_open,
            binding=binding(handoff),
            more=tuple(self._more(text, handoff)),
            in_file=text("card-in-file"),
            edition=handoff.edition,
        )
        view = erased(view, text) if question.erased else view
        return Mask(question.hidden, text("card-secret")).card(view)

    def _unreached(self, text: Texts, handoff: Handoff) -> str:
        places = ", ".join(place.partition(":")[2] for place in handoff.unreached)
        return text("card-notice-unreached", places=places) if places else ""

    def _title(self, text: Texts, handoff: Handoff) -> str:
        error = handoff.question.error or {}
        return text(
            f"card-title-{handoff.question.kind}",
            label=handoff.question.label,
            node=handoff.node,
            tool=str(error.get("tool", "")),
        )

    def _reason(self, text: Texts, handoff: Handoff) -> str:
        error = handoff.question.error
        if error is None:
            return handoff.question.reason
        if handoff.question.kind is HandoffKind.DOUBT:
            lapsed = "yes" if error["code"] == ErrorCode.KEY_LAPSED else ""
            return text("card-reason-doubt", tool=str(error.get("tool", "")), lapsed=lapsed)
        words = text(f"error-{error['code']}", field=error["field"], path=error.get("path", ""), detail=error["detail"])
        return text("card-reason-failure", node=handoff.node, error=words)

    def _status(self, text: Texts, handoff: Handoff) -> str:
        return "\n".join([self._state(text, handoff), *standing(text, handoff, self._people.team_name)])

    def _state(self, text: Texts, handoff: Handoff) -> str:
        if handoff.state in SPOKEN:
            return text(f"state-{handoff.state}", by=self._asked_name(handoff))
        if handoff.state is HandoffState.PENDING and (handoff.progress.talk or handoff.progress.inquiry):
            return between(text, handoff)
        if handoff.state is HandoffState.SETTLING:
            return settling(text, "state-settling", handoff)
        decision = handoff.decision
        if decision is None:
            return text(f"state-{handoff.state}")
        option = label_of(handoff, decision.choice)
        return text(f"state-{handoff.state}", **self._who(text, decision), option=option)

    def _asked_name(self, handoff: Handoff) -> str:
        person = self._people.person(handoff.asked_by.partition("@")[0])
        return self._people.name(person) if person else handoff.asked_by

    def _who(self, text: Texts, decision: Decision) -> dict[str, str]:
        channel = platform_of(decision.via) or "clock"
        return {
            "by": decision.by_name or text("card-who-customer"),
            "at": text.moment(decision.at),
            "via": text(f"via-{channel}"),
            "reason": decision.reason,
        }

    def _facts(self, text: Texts, handoff: Handoff) -> Iterator[Row]:
        yield from edit_rows(text, handoff)
        for fact in handoff.question.facts:
            yield from fact_rows(text, fact)
        for name, value in (handoff.question.error or {}).items():
            if name not in ("code", "path") and value:
                shown = text.moment(datetime.fromisoformat(value)) if name in _MOMENTS else str(value)
                if name == "arguments":
                    shown = Mask(handoff.question.hidden, text("card-secret")).json(shown)
                yield Row(text(f"card-label-{'error' if name == 'detail' else name}"), shown)
        yield from editable_rows(text, handoff)

    def _calls_note(self, text: Texts, handoff: Handoff) -> str:
        question = handoff.question
        if question.kind is not HandoffKind.APPROVAL:
            return ""
        calls, unknown = question.every_call, question.every_unknown_call
        if not calls and not unknown:
            return text("card-calls-none-options" if question.options else "card-calls-none")
        unseen = dict.fromkeys(call.tool for call in calls if call.schema == UNSEEN)
        notes = {"card-calls-unknown": unknown, "card-calls-unseen": unseen}
        return "\n".join(text(note, tools=", ".join(tools)) for note, tools in notes.items() if tools)

    def _buttons(self, text: Texts, handoff: Handoff) -> Iterator[Button]:
        for action in offered(handoff):
            edition = handoff.edition if action is Action.APPROVE else 0
            token = encode(CardToken(handoff.id, action, edition))
            doubt = "doubt-" if handoff.question.kind is HandoffKind.DOUBT else ""
            label = text(f"card-button-{doubt}{action}")
            yield Button(token, label, _STYLES.get(action, "neutral"))
        if _is_first(handoff) and handoff.state is HandoffState.PENDING:
            yield Button(encode(CardToken(handoff.id, Action.TAKE_OVER)), text(f"card-button-{Action.TAKE_OVER}"))
        if handoff.question.options and handoff.state is HandoffState.PENDING:
            for number, option in enumerate(handoff.question.options, 1):
                token = encode(CardToken(handoff.id, f"{OPTION}{number}", handoff.edition))
                yield Button(token, option.label, option.style)
        if handoff.state is HandoffState.REJECTING:
            for number in range(1, REASONS + 1):
                token = encode(CardToken(handoff.id, f"{BECAUSE}{number}"))
                yield Button(token, text(f"reject-because-{number}"), "negative")

    def _more(self, text: Texts, handoff: Handoff) -> Iterator[Button]:
        if not handoff.state.is_open:
            return
        names = [MORE, TALK, OPEN]
        if handoff.state is HandoffState.PENDING:
            names += [Action.ASK_QUESTION, *([] if _is_first(handoff) else [Action.TAKE_OVER])]
        if handoff.allows(Action.CLAIM):
            names.append(Action.RELEASE if handoff.progress.assignee else Action.CLAIM)
        if handoff.question.editable and handoff.allows(Action.EDIT):
            names.append(EDIT)
        if any(fact.secret for fact in handoff.question.facts) or self._hides_arguments(handoff):
            names.append(REVEAL)
        for name in (*names, LESS):
            yield Button(encode(CardToken(handoff.id, name)), text(f"card-button-{name}"))

    def talk(self, handoff: Handoff, transcript: Sequence[Said], locale: str, now: datetime) -> Document:
        """The whole conversation as a file, with what is secret masked."""
        return self.transcript(handoff, locale, now).document(transcript)

    def transcript(self, handoff: Handoff, locale: str, now: datetime) -> Transcript:
        """What words a conversation for the readers of a request."""
        return Transcript(Texts(self._locales, locale, now), handoff)

    def masked(self, handoff: Handoff, said: str, locale: str) -> str:
        """A text about a request, without what its card hides."""
        return Mask(handoff.question.hidden, self._locales.text(locale, "card-secret")).text(said)

    def secrets(self, handoff: Handoff, locale: str, now: datetime) -> list[str]:
        """What the card masks, a line each."""
        text = Texts(self._locales, locale, now)
        masked = (replace(fact, secret=False) for fact in handoff.question.facts if fact.secret)
        rows = (row for fact in masked for row in fact_rows(text, fact))
        lines = [f"{row.label}: {row.value}" for row in rows]
        if self._hides_arguments(handoff):
            lines.append(f"{text('card-label-arguments')}: {(handoff.question.error or {})['arguments']}")
        return lines

    def _hides_arguments(self, handoff: Handoff) -> bool:
        """Whether the arguments of a call in doubt hold something secret."""
        arguments = str((handoff.question.error or {}).get("arguments") or "")
        return Mask(handoff.question.hidden, "").json(arguments) != arguments if arguments else False

    def files_caption(self, handoff: HandoffId, locale: str) -> str:
        """What stands under a customer's files."""
        return self._locales.text(locale, "card-files-caption", id=handoff[:SHORT_ID])

    def after_silence(self, view: CardView, missed: tuple[datetime, datetime], locale: str, now: datetime) -> CardView:
        """The card, with a word about the time in which taps may have been lost, if it was open then."""
        since, until = missed
        if view.opened_at > until:
            return view
        text = Texts(self._locales, locale, now)
        silence = text("card-notice-silence", since=text.moment(since), until=text.moment(until))
        return replace(view, notice="\n".join(part for part in (view.notice, silence) if part))

    def after_failure(self, view: CardView, who: str, locale: str, now: datetime) -> CardView:
        """The card, with a word about a tap that its platform reported as failed."""
        text = Texts(self._locales, locale, now)
        return replace(view, notice=text("card-notice-failure", by=who, at=text.moment(now)))

    def held(self, view: CardView, locale: str) -> CardView:
        """The card while its run is under review after a restore: nobody can decide it."""
        return replace(view, status=self._locales.text(locale, "state-held"), buttons=())

    def outcome(self, handoff: Handoff, locale: str, now: datetime) -> str:
        """Who decided a handoff that somebody came too late for, in words."""
        text = Texts(self._locales, locale, now)
        if handoff.state is HandoffState.SETTLING:
            return settling(text, "tap-already-settling", handoff)
        if handoff.decision is None:
            return text("tap-not-offered")
        option = label_of(handoff, handoff.decision.choice)
        return text(f"tap-already-{handoff.state}", **self._who(text, handoff.decision), option=option)

    def changed(self, handoff: Handoff, action: Action, locale: str, now: datetime, typed: bool) -> str:
        """What a person is told who said yes to a request as it was before somebody changed it."""
        text = Texts(self._locales, locale, now)
        newest = handoff.progress.edits[-1]
        who = {"by": newest.by_name, "at": text.moment(newest.at)}
        if not typed:
            return text("tap-changed", **who)
        mask = Mask(handoff.question.hidden, text("card-secret"))
        now_is = "\n".join(f"{row.label}: {mask.text(row.value)}" for row in edit_rows(text, handoff))
        return text("tap-changed-typed", **who, changes=now_is, command=f"/{action} {typed_id(handoff)}")

    def done(self, handoff: Handoff, decision: Decision, locale: str) -> str:
        """What a person is told whose action led to this."""
        text = Texts(self._locales, locale, decision.at)
        if handoff.state is HandoffState.SETTLING:
            return settling(text, "tap-done-settling", handoff)
        if decision.action in VOTES and handoff.state.is_open:
            return "\n".join([text("tap-done-vote"), *wanted(text, handoff, self._people.team_name)])
        if handoff.state is HandoffState.REJECTED and decision.reason:
            return text("tap-reason-kept")
        if decision.action in TALKING:
            return text(f"tap-done-{decision.action}")
        skip = "" if handoff.question.require_reason != "never" else "yes"
        option = label_of(handoff, decision.choice)
        return text(f"tap-done-{handoff.state}", skip=skip, option=option)


_BUTTONS = {
    HandoffKind.APPROVAL: (Action.APPROVE, Action.ASK_REASON),
    HandoffKind.FAILURE: (Action.RETRY, Action.STOP),
    HandoffKind.DOUBT: (Action.ASK_REFERENCE, Action.RETRY, Action.STOP),
}


def offered(handoff: Handoff) -> Sequence[Action]:
    """The actions that a card offers as buttons, in their order."""
    question = handoff.question
    if handoff.state in SPOKEN:
        wanted = [SPOKEN[handoff.state], Action.REOPEN]
        if handoff.state is HandoffState.INQUIRING:  # a question needs words: no button gives them
            wanted.remove(Action.INQUIRE)
        if question.kind is HandoffKind.APPROVAL and question.require_reason != "never":
            wanted.remove(Action.REJECT)
    elif handoff.state is HandoffState.SETTLING:
        wanted = [Action.UNDO]
    else:
        wanted = list(_BUTTONS[question.kind])
    return [action for action in wanted if handoff.allows(action)]


def _is_first(handoff: Handoff) -> bool:
    """Whether to talk with the customer is what the request is about, and not one of the rarer actions."""
    return not handoff.progress.talk and (handoff.question.take_over or handoff.progress.wants_person)


def binding(handoff: Handoff) -> tuple[str, str]:
    """What a decision by a link is bound to: the one pause that asks, and a digest of all that Approve means.

    That is what it calls, and what else of the request was changed: that need not be in any call.
    """
    visit = short_digest(f"{handoff.run}\n{handoff.node}\n{handoff.token}\n{handoff.opened_at.isoformat()}")
    question = handoff.question
    calls = [f"{call.tool}\n{call.arguments}\n{call.schema}" for call in question.every_call]
    edition = [f"edition {handoff.edition}"] if handoff.edition else []
    return visit, short_digest("\0".join([question.reason, *calls, *question.every_unknown_call, *edition]))
