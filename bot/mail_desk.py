"""What the links in mails show and do: the same desk as for taps, and a mailed code where one is asked for besides."""

import hmac
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from bot.accounts import mail_place
from bot.desk import NEEDS_REASON, Actor, Desk
from bot.editing import Editing
from bot.files import Files
from bot.i18n import Locales
from bot.page_talks import PageTalks
from bot.people import People
from bot.secrets import InstanceSecrets
from bot.showing import Showing
from bot.tapping import Tapping
from channels.base import Tap
from channels.email.reviews import Field, Reader, Ruling, Shown
from channels.tokens import OPTION, REVEAL, CardToken, action_of, encode
from channels.views import Answer, Button, Content, NoFile, Spoken
from engine.effects import Message, SendMail
from engine.handoff import Handoff
from engine.ids import HandoffId, PersonId
from engine.nodes.auth_gate import CODE_LIVES
from engine.outcomes import Challenge
from engine.ports import Clock
from engine.question import HandoffKind
from engine.step import Keyed
from engine.store import CodeLimits, Store
from engine.transitions import Action, HandoffState
from engine.values import dump

log = logging.getLogger(__name__)

TRIES = 5
ALSO = frozenset({Action.CLAIM, Action.RELEASE, REVEAL})
"""What a page offers besides the decision of its link."""
Style = Literal["positive", "negative", "neutral"]
_ASKED_BY: dict[Action, tuple[str, Style]] = {
    Action.APPROVE: ("approve", "positive"),
    Action.REJECT: ("ask_reason", "negative"),
    Action.UNDO: ("undo", "neutral"),
    Action.CONFIRM: ("ask_reference", "positive"),
    Action.RETRY: ("retry", "neutral"),
    Action.STOP: ("stop", "negative"),
}
"""The button of a card that leads to each action, and its style."""


class MailDesk:
    """`channels.email.reviews.Reviews`."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        taps: Tapping,
        editing: Editing,
        showing: Showing,
        people: People,
        locales: Locales,
        secrets: InstanceSecrets,
        clock: Clock,
        wake_outbox: Callable[[], None],
        files: Files,
    ) -> None:
        self._store = store
        self._desk = desk
        self._taps = taps
        self._editing = editing
        self._showing = showing
        self._people = people
        self._locales = locales
        self._secrets = secrets
        self._clock = clock
        self._wake_outbox = wake_outbox
        self._talks = PageTalks(store, desk, showing, files, locales)

    def reader(self, address: str) -> Reader | None:
        """The person whose address this is."""
        person = self._people.person(mail_place(address))
        return self._reader(person) if person else None

    async def show(self, person: str, handoff: str, action: str) -> Shown | None:
        """A request for this person, and what they may do; nothing changes."""
        reader = self._reader(person)
        if reader is None:
            return None
        try:
            case = await self._store.case(HandoffId(handoff))
        except KeyError:
            return None
        if (meant := meaning(case.handoff, action)) is None:
            return None
        view = await self._showing.view(case, mail_place(reader.address), reader.locale)
        question, held = case.handoff.question, case.run.held
        offered = case.handoff.allows(*meant) and not held
        return Shown(
            reader,
            view,
            self._button(case.handoff, *meant, reader) if offered else None,
            self._desk.refusal(self._actor(reader), case.handoff),
            needs_reason=meant[0] in NEEDS_REASON[question.require_reason],
            needs_code=question.confirm_by_code,
            edition=case.handoff.edition,
            also=tuple(button for button in view.more if action_of(button.token) in ALSO) if not held else (),
            ask=self._asking(case.handoff, reader) if offered else None,
            fields=tuple(_fields(case.handoff)) if offered and case.handoff.allows(Action.EDIT) else (),
        )

    async def talk(self, person: str, handoff: str) -> Sequence[Spoken]:
        """The whole conversation, in this person's language."""
        return await self._talks.talk(self._actor(self._reader_of(person)), HandoffId(handoff))

    async def file(self, person: str, handoff: str, number: int) -> Content | NoFile:
        """A file of it, which is on record then."""
        return await self._talks.file(self._actor(self._reader_of(person)), HandoffId(handoff), number)

    async def do(self, person: str, token: str) -> Answer:
        """Look after a request, leave it to others, or have told what it hides, as by a tap."""
        return await self._taps.tap(self._tap(self._reader_of(person), token if action_of(token) in ALSO else ""))

    async def change(self, person: str, handoff: str, values: Mapping[str, str]) -> Answer:
        """Change values as this person, by the same desk as a typed command."""
        reader = self._reader_of(person)
        answer = Answer(self._text(reader, "link-unchanged"), alert=True)
        for path, value in values.items():
            answer = await self._editing.filled_in(self._actor(reader), HandoffId(handoff), f"{path} {value}")
            if answer.alert:
                break
        return answer

    async def mail_code(self, person: str, handoff: str) -> Answer:
        """Mail a code, if the limits allow one more."""
        reader, case = self._reader_of(person), await self._store.case(HandoffId(handoff))
        now = self._clock.now()
        again_at = await self._store.count_code(
            self._secrets.new_id(), reader.address, f"review {handoff}", CodeLimits()
        )
        if again_at:
            minutes = max(1, -(-int((again_at - now).total_seconds()) // 60))
            return Answer(self._text(reader, "auth-too-many-codes", minutes=minutes), alert=True)
        code, challenge, until = self._secrets.new_code(), self._secrets.new_id(), now + CODE_LIVES
        digest = self._secrets.digest(challenge, code)
        minutes = int(CODE_LIVES.total_seconds() // 60)
        mail = SendMail(
            reader.address, Message("mail-code-subject"), Message("mail-review-code-body", {"minutes": minutes}),
            reader.locale, self._secrets.seal(code), until,
        )  # fmt: skip
        offered = Challenge(challenge, _for(reader, handoff), digest, TRIES, until)
        await self._store.offer_code(case.run.id, offered, Keyed(f"code.{challenge}", mail))
        self._wake_outbox()
        return Answer(self._text(reader, "link-code-sent", address=reader.address, minutes=minutes))

    async def ask(self, person: str, handoff: str, words: str) -> Answer:
        """Ask the customer something, as by a tap and its form."""
        token = encode(CardToken(handoff, Action.INQUIRE))
        return await self._taps.tap(self._tap(self._reader_of(person), token, words))

    async def rule(self, ruling: Ruling) -> Answer:
        """Do what a link means, by the same desk as taps; where a code is asked for, one try at it is used up first."""
        shown = await self.show(ruling.person, ruling.handoff, ruling.action)
        if shown is None or shown.refusal:
            return Answer(shown.refusal if shown else "", alert=True)
        reader = shown.reader
        if shown.needs_reason and not ruling.reason:
            return Answer(self._text(reader, "link-reason-needed"), alert=True)
        if shown.needs_code and not await self._is_code(reader, ruling):
            return Answer(self._text(reader, "link-code-wrong"), alert=True)
        token = encode(CardToken(ruling.handoff, ruling.action, ruling.edition))
        return await self._taps.tap(self._tap(reader, token, ruling.reason))

    def _tap(self, reader: Reader, token: str, words: str = "") -> Tap:
        place, user = mail_place(reader.address), reader.address.casefold()
        return Tap("email", "default", place, user, reader.name, token, reader.locale, words=words)

    async def _is_code(self, reader: Reader, ruling: Ruling) -> bool:
        case = await self._store.case(HandoffId(ruling.handoff))
        challenge = await self._store.challenge_for(case.run.id, _for(reader, ruling.handoff))
        if challenge is None:
            return False
        tried = await self._store.spend_try(challenge)
        typed = self._secrets.digest(challenge, re.sub("[^0-9]", "", ruling.code))
        return tried.digest is not None and hmac.compare_digest(typed, tried.digest)

    def _reader_of(self, person: str) -> Reader:
        reader = self._reader(person)
        assert reader is not None
        return reader

    def _reader(self, person: str) -> Reader | None:
        address = self._people.mail_address(person)
        if not address:
            return None
        known = PersonId(person)
        return Reader(person, self._people.name(known), address, self._people.locale(known) or self._locales.default)

    def _actor(self, reader: Reader) -> Actor:
        place = mail_place(reader.address)
        return Actor(place, reader.name, place, reader.locale)

    def _button(self, handoff: Handoff, action: Action, choice: str, reader: Reader) -> Button:
        if option := next((each for each in handoff.question.options if each.id == choice), None):
            return Button("", option.label, option.style)
        name, style = _ASKED_BY[action]
        doubt = "doubt-" if handoff.question.kind is HandoffKind.DOUBT else ""
        return Button("", self._text(reader, f"card-button-{doubt}{name}"), style)

    def _asking(self, handoff: Handoff, reader: Reader) -> Button | None:
        if handoff.state is not HandoffState.PENDING or handoff.progress.talk:
            return None
        return Button("", self._text(reader, f"card-button-{Action.ASK_QUESTION}"))

    def _text(self, reader: Reader, message_id: str, **args: str | int) -> str:
        return self._locales.text(reader.locale, message_id, **args)


def meaning(handoff: Handoff, button: str) -> tuple[Action, str] | None:
    """The action that a button's name means for this request, and the option that it chooses, if it is one."""
    if button in list(_ASKED_BY):
        return Action(button), ""
    options, number = handoff.question.options, button.removeprefix(OPTION)
    if button.startswith(OPTION) and number.isdecimal() and 0 < int(number) <= len(options):
        return Action.CHOOSE, options[int(number) - 1].id
    return None


def _fields(handoff: Handoff) -> Iterator[Field]:
    """The values that may be changed, as their inputs show them."""
    for each in handoff.question.editable:
        shown = "" if each.value is None or handoff.question.hides(each.value) else each.value
        yield Field(each.path, each.label, shown if isinstance(shown, str) else dump(shown))


def _for(reader: Reader, handoff: str) -> str:
    """What a code for a decision is kept under: nobody else's, and no customer's."""
    return f"{handoff} {reader.person}"
