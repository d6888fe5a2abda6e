"""Turns a handoff into a card in the reader's language; the only place where a card gets its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from bot.i18n import Locales
from bot.masking import Mask
from bot.people import People
from bot.settings_channels import platform_of
from channels.tokens import BECAUSE, LESS, MORE, OPEN, TALK, CardToken, encode
from channels.views import Button, CallView, CardView, Document, Line, Row
from engine.effects import Literal as LiteralWords
from engine.effects import Words
from engine.errors import ErrorCode
from engine.handoff import SPOKEN, UNSEEN, Action, Decision, Fact, FrozenCall, Handoff, HandoffKind, HandoffState
from engine.ids import HandoffId, short_digest
from engine.step import Said
from engine.values import dump, parse

SHORT_ID = 6
MOST_LINES = 40
"""How many lines of a conversation a card carries; the newest."""
LONGEST_LINE = 4000
"""How much of one line of a conversation a card shows; the file of the conversation has all of it."""
LONGEST_VALUE = 100_000
"""How much of one value a card shows."""
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
        text = _Texts(self._locales, locale, now)
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
            calls_label=text("card-label-calls"),
            calls=tuple(_call(call) for call in question.calls),
            calls_note=self._calls_note(text, handoff),
            transcript_label=text("card-label-transcript"),
            transcript=tuple(self._line(text, said, handoff) for said in transcript[-MOST_LINES:]),
            buttons=tuple(self._buttons(text, handoff)),
            notice=self._unreached(text, handoff),
            decided=not handoff.state.is_open,
            binding=binding(handoff),
            more=tuple(self._more(text, handoff)),
            in_file=text("card-in-file"),
        )
        return Mask(question.hidden, text("card-secret")).card(view)

    def _unreached(self, text: "_Texts", handoff: Handoff) -> str:
        places = ", ".join(place.partition(":")[2] for place in handoff.unreached)
        return text("card-notice-unreached", places=places) if places else ""

    def _title(self, text: "_Texts", handoff: Handoff) -> str:
        error = handoff.question.error or {}
        return text(
            f"card-title-{handoff.question.kind}",
            label=handoff.question.label,
            node=handoff.node,
            tool=str(error.get("tool", "")),
        )

    def _reason(self, text: "_Texts", handoff: Handoff) -> str:
        error = handoff.question.error
        if error is None:
            return handoff.question.reason
        if handoff.question.kind is HandoffKind.DOUBT:
            lapsed = "yes" if error["code"] == ErrorCode.KEY_LAPSED else ""
            return text("card-reason-doubt", tool=str(error.get("tool", "")), lapsed=lapsed)
        words = text(f"error-{error['code']}", field=error["field"], path=error.get("path", ""), detail=error["detail"])
        return text("card-reason-failure", node=handoff.node, error=words)

    def _status(self, text: "_Texts", handoff: Handoff) -> str:
        if handoff.state in SPOKEN:
            return text(f"state-{handoff.state}", by=self._asked_name(handoff))
        decision = handoff.decision
        if decision is None:
            return text(f"state-{handoff.state}")
        return text(f"state-{handoff.state}", **self._who(text, decision))

    def _asked_name(self, handoff: Handoff) -> str:
        person = self._people.person(handoff.asked_by.partition("@")[0])
        return self._people.name(person) if person else handoff.asked_by

    def _who(self, text: "_Texts", decision: Decision) -> dict[str, str]:
        channel = platform_of(decision.via) or "clock"
        return {
            "by": decision.by_name,
            "at": text.moment(decision.at),
            "via": text(f"via-{channel}"),
            "reason": decision.reason,
        }

    def _facts(self, text: "_Texts", handoff: Handoff) -> Iterator[Row]:
        for fact in handoff.question.facts:
            yield from _fact_rows(text, fact)
        for name, value in (handoff.question.error or {}).items():
            if name not in ("code", "path") and value:
                shown = text.moment(datetime.fromisoformat(value)) if name in _MOMENTS else str(value)
                yield Row(text(f"card-label-{'error' if name == 'detail' else name}"), shown)

    def _calls_note(self, text: "_Texts", handoff: Handoff) -> str:
        question = handoff.question
        if question.kind is not HandoffKind.APPROVAL:
            return ""
        if not question.calls and not question.unknown_calls:
            return text("card-calls-none")
        unseen = dict.fromkeys(call.tool for call in question.calls if call.schema == UNSEEN)
        notes = {"card-calls-unknown": question.unknown_calls, "card-calls-unseen": unseen}
        return "\n".join(text(note, tools=", ".join(tools)) for note, tools in notes.items() if tools)

    def _line(self, text: "_Texts", said: Said, handoff: Handoff) -> Line:
        who = text.who(said)
        late = said.author == "customer" and said.at > handoff.opened_at
        side: Literal["customer", "bot"] = "customer" if said.author == "customer" else "bot"
        return Line(who, _cut(text.said(said), LONGEST_LINE), text.moment(said.at), side, late)

    def _buttons(self, text: "_Texts", handoff: Handoff) -> Iterator[Button]:
        for action in offered(handoff):
            token = encode(CardToken(handoff.id, action))
            doubt = "doubt-" if handoff.question.kind is HandoffKind.DOUBT else ""
            label = text(f"card-button-{doubt}{action}")
            yield Button(token, label, _STYLES.get(action, "neutral"))
        if handoff.state is HandoffState.REJECTING:
            for number in range(1, REASONS + 1):
                token = encode(CardToken(handoff.id, f"{BECAUSE}{number}"))
                yield Button(token, text(f"reject-because-{number}"), "negative")

    def _more(self, text: "_Texts", handoff: Handoff) -> Iterator[Button]:
        if handoff.state.is_open:
            for name in (MORE, TALK, OPEN, LESS):
                yield Button(encode(CardToken(handoff.id, name)), text(f"card-button-{name}"))

    def talk(self, handoff: Handoff, transcript: Sequence[Said], locale: str, now: datetime) -> Document:
        """The whole conversation as a file, with what is secret masked."""
        text = _Texts(self._locales, locale, now)
        mask = Mask(handoff.question.hidden, text("card-secret"))
        short = handoff.id[:SHORT_ID]
        lines = [f"{text.who(said)} ({text.moment(said.at)}): {mask.text(text.said(said))}" for said in transcript]
        return Document(f"conversation-{short}.txt", "\n\n".join(lines), text("card-talk-caption", id=short))

    def files_caption(self, handoff: HandoffId, locale: str) -> str:
        """What stands under a customer's files."""
        return self._locales.text(locale, "card-files-caption", id=handoff[:SHORT_ID])

    def after_silence(self, view: CardView, missed: tuple[datetime, datetime], locale: str, now: datetime) -> CardView:
        """The card, with a word about the time in which taps may have been lost, if it was open then."""
        since, until = missed
        if view.opened_at > until:
            return view
        text = _Texts(self._locales, locale, now)
        silence = text("card-notice-silence", since=text.moment(since), until=text.moment(until))
        return replace(view, notice="\n".join(part for part in (view.notice, silence) if part))

    def after_failure(self, view: CardView, who: str, locale: str, now: datetime) -> CardView:
        """The card, with a word about a tap that its platform reported as failed."""
        text = _Texts(self._locales, locale, now)
        return replace(view, notice=text("card-notice-failure", by=who, at=text.moment(now)))

    def held(self, view: CardView, locale: str) -> CardView:
        """The card while its run is under review after a restore: nobody can decide it."""
        return replace(view, status=self._locales.text(locale, "state-held"), buttons=())

    def outcome(self, handoff: Handoff, locale: str, now: datetime) -> str:
        """Who decided a handoff that somebody came too late for, in words."""
        text = _Texts(self._locales, locale, now)
        if handoff.decision is None:
            return text("tap-not-offered")
        return text(f"tap-already-{handoff.state}", **self._who(text, handoff.decision))


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
        if question.kind is HandoffKind.APPROVAL and question.require_reason != "never":
            wanted.remove(Action.REJECT)
    else:
        wanted = list(_BUTTONS[question.kind])
    return [action for action in wanted if handoff.allows(action)]


def binding(handoff: Handoff) -> tuple[str, str]:
    """What a decision by a link is bound to: the one pause that asks, and a digest of all that Approve calls."""
    visit = short_digest(f"{handoff.run}\n{handoff.node}\n{handoff.token}\n{handoff.opened_at.isoformat()}")
    question = handoff.question
    calls = [f"{call.tool}\n{call.arguments}\n{call.schema}" for call in question.calls]
    return visit, short_digest("\0".join([question.reason, *calls, *question.unknown_calls]))


class _Texts:
    """Our words for one reader."""

    def __init__(self, locales: Locales, locale: str, now: datetime) -> None:
        self._locales = locales
        self._locale = locale
        self._now = now

    def __call__(self, message_id: str, **args: Any) -> str:
        return self._locales.text(self._locale, message_id, **args)

    def moment(self, at: datetime) -> str:
        return self._locales.moment(self._locale, at, self._now)

    def who(self, said: Said) -> str:
        return self(f"card-who-{'customer' if said.author == 'customer' else 'bot'}")

    def said(self, said: Said) -> str:
        """A line's words, with a mark for each file that came with it."""
        files = [
            self("card-file", kind=str(file.get("kind", "")), name=str(file.get("name", ""))) for file in said.files
        ]
        return "\n".join([part for part in (self.words(said.words), *files) if part])

    def words(self, words: Words) -> str:
        return words.text if isinstance(words, LiteralWords) else self(words.id, **words.args)


def _fact_rows(text: _Texts, fact: Fact) -> Iterator[Row]:
    if fact.secret:
        yield Row(fact.name, text("card-secret"))
        return
    note = ""
    if fact.verified:
        note = text("card-verified-mail", at=text.moment(datetime.fromisoformat(str(fact.verified["at"]))))
    if isinstance(fact.value, Mapping):
        for key, value in fact.value.items():
            yield Row(f"{fact.name}.{key}", _shown(text, value))
    else:
        yield Row(fact.name, _shown(text, fact.value), note)


def _shown(text: _Texts, value: Any) -> str:
    if value is None or value == "":
        return text("card-empty")
    return _cut(value if isinstance(value, str) else dump(value), LONGEST_VALUE)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _call(call: FrozenCall) -> CallView:
    arguments = parse(call.arguments)
    rows = tuple(Row(name, value if isinstance(value, str) else dump(value)) for name, value in arguments.items())
    return CallView(call.tool, rows, call.arguments)
