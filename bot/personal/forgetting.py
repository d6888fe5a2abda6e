"""`/forget`: a customer has what they said erased, by the rule of the bot; operators carry out what was asked for."""

from collections.abc import Callable, Sequence

from bot.admin.words import Words
from bot.desk import Actor, Desk, answering
from bot.people import People
from engine.conversation import Conversation
from engine.effects import Effect, Message, SendText
from engine.ids import ConversationId
from engine.step import AuditEntry, Keyed
from engine.store import Erasure, Store, Turn

YES = "yes"
CUSTOMER = "customer"
"""Who is on record as the one who wanted it: the record shall not tell more of them."""
LONGEST = 17
"""How many digits of a number are looked at; no conversation has more."""


class ForgetCommands:
    """Erases what has ended. What is open is not touched, and whoever asked is told so."""

    def __init__(self, store: Store, desk: Desk, people: People, words: Words, wake_outbox: Callable[[], None]) -> None:
        self._store = store
        self._desk = desk
        self._people = people
        self._words = words
        self._wake_outbox = wake_outbox

    async def forget(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect] | None:
        """`/forget` asks back, `/forget yes` erases; `/forget NUMBER` is for operators."""
        word = argument.strip().casefold()
        if actor.is_nobody:
            await self._desk.refuse_command(actor, "/forget", "anonymous")
            return self._words.say(actor, "tap-anonymous")
        if word.isdecimal():
            return await self._carry_out(turn, actor, word)
        match self._people.forgets(turn.conversation.bot):
            case "never":
                return self._say(turn, "forget-never", contact=self._people.contact(turn.conversation.bot))
            case "ask":
                await self._ask(turn)
                return None
        if word not in self._words.text(actor, "forget-words-yes").split():
            confirm = Message("forget-confirm", {"command": f"/forget {YES}"})
            return (SendText(turn.conversation.place, confirm, (f"/forget {YES}",), turn.conversation.locale),)
        told = self._say(turn, "forget-done", open="yes" if turn.open_runs else "")
        await self._erase(turn, turn.conversation.id, CUSTOMER, told)
        return None

    async def _ask(self, turn: Turn) -> None:
        """Tell the operators, once a day however often it is asked for."""
        whose, now = turn.conversation, self._words.clock.now()
        bot = self._people.bot_name(whose.bot)
        asked = Message("operator-forget", {"bot": bot, "id": str(whose.id), "command": f"/forget {whose.id}"})
        await self._store.audit(AuditEntry("customer.forget_asked", str(whose.id), CUSTOMER, now))
        key = f"forget.{whose.id}.{now:%Y%m%d}"
        places = enumerate(self._people.operator_places(whose.bot))
        notices = [Keyed(f"{key}.{number}", SendText(place, asked)) for number, place in places]
        answer = self._keyed(turn, self._say(turn, "forget-asked"))
        await self._store.answered(turn.inbox_id, [*answer, *notices])
        self._wake_outbox()

    async def _carry_out(self, turn: Turn, actor: Actor, number: str) -> Sequence[Effect] | None:
        """Erase another conversation, as an operator; its customer is told."""
        if not self._desk.is_operator(actor):
            await self._desk.refuse_command(actor, "/forget", "not-operator")
            return self._words.say(actor, "admin-only", command="/forget NUMBER")
        try:
            whose = await self._store.conversation(ConversationId(int(number[: LONGEST + 1])))
        except KeyError:
            return self._words.say(actor, "forget-unknown", id=number[:LONGEST])
        is_open = "yes" if await self._store.open_runs(whose.id) else ""
        told = [
            *self._words.say(actor, "forget-carried-out", id=str(whose.id), open=is_open),
            *_said(whose, Message("forget-done", {"open": is_open})),
        ]
        await self._erase(turn, whose.id, actor.account, told)
        return None

    async def _erase(self, turn: Turn, which: ConversationId, by: str, told: Sequence[Effect]) -> None:
        """Erase, and say so by the same commit."""
        effects, now = self._keyed(turn, told), self._words.clock.now()
        await self._store.erase(Erasure(which, by, now, answers=turn.inbox_id, effects=effects))
        self._wake_outbox()

    def _say(self, turn: Turn, message_id: str, **args: str) -> Sequence[Effect]:
        return _said(turn.conversation, Message(message_id, args))

    def _keyed(self, turn: Turn, effects: Sequence[Effect]) -> list[Keyed]:
        return [
            Keyed(f"inbox.{turn.inbox_id}.{number}", answering(turn, effect)) for number, effect in enumerate(effects)
        ]


def _said(whose: Conversation, words: Message) -> Sequence[Effect]:
    return (SendText(whose.place, words, locale=whose.locale),)
