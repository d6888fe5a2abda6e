"""The slash commands, once for all channels: each answers with effects, over the store, the runner and the desk."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.admin.gate import ADMINS, Admin
from bot.admin.gate import FORMS as ADMIN_FORMS
from bot.customers import CustomerCommands
from bot.desk import Actor, Desk
from bot.i18n import Locales
from bot.people import People
from bot.personal.rooms import FORMS as PERSONAL_FORMS
from bot.personal.rooms import Personal
from bot.review.subjects import Subjects
from bot.statuses import Statuses
from engine.effects import Effect, Literal, Message, SendText, Words
from engine.ids import Place
from engine.ports import Clock
from engine.question import HandoffKind
from engine.run import Run, RunStatus, TokenState
from engine.runner import Runner
from engine.store import Store, Turn

DEEP_LINK = "h_"
"""Begins the argument of a `/start` that a link to a request brings along."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A command as somebody typed it."""

    name: str
    argument: str


def read(text: str) -> Typed | None:
    """Read `/name argument`; a bot's name behind the command (`/name@bot`) is dropped; None for other texts.

    A command that was copied from a card has a character behind the slash that keeps platforms from linking it.
    """
    head, *rest = text.strip().split(maxsplit=1) or [""]
    name = head[1:].removeprefix("\u2060").partition("@")[0].lower()
    return Typed(name, *rest or [""]) if head.startswith("/") and name.isidentifier() else None


Handler = Callable[["Commands", Turn, Actor, str], Awaitable[Sequence[Effect] | None]]


class Commands:
    """Answers commands. A handler gives effects, or None if it has marked the message as answered itself."""

    def __init__(
        self,
        store: Store,
        runner: Runner,
        desk: Desk,
        people: People,
        locales: Locales,
        clock: Clock,
        admin: Admin,
        reviewing: Subjects,
        personal: Personal,
        customers: CustomerCommands,
        statuses: Statuses,
    ) -> None:
        self._store = store
        self._runner = runner
        self._desk = desk
        self._people = people
        self._locales = locales
        self._clock = clock
        self._admin = admin
        self.reviewing = reviewing
        self.personal = personal
        self.customers = customers
        self._statuses = statuses

    async def answer(self, turn: Turn, actor: Actor, typed: Typed) -> Sequence[Effect] | None:
        """The effects that answer a command; None if the message is already marked as answered."""
        if typed.name in EVERYBODY:
            return await EVERYBODY[typed.name](self, turn, actor, typed.argument)
        if typed.name in REVIEWERS:
            if actor.is_nobody:
                await self._desk.refuse_command(actor, f"/{typed.name}", "anonymous")
                return self._say(actor, Message("tap-anonymous"))
            if not self._desk.is_reviewer(actor):
                await self._desk.refuse_command(actor, f"/{typed.name}", "not-reviewer")
                return self._say(actor, self._no_reviewer(actor, typed.name))
            return await REVIEWERS[typed.name](self, turn, actor, typed.argument)
        if typed.name in ADMINS:
            return await self._admin.answer(turn, actor, typed.name, typed.argument)
        return self._say(actor, Message("customer-command-unknown", {"command": f"/{typed.name}"}))

    def _no_reviewer(self, actor: Actor, name: str) -> Message:
        if self._desk.may_have_role(actor):
            return Message("tap-cannot-verify")
        return Message("command-reviewers-only", {"command": f"/{name}"})

    def help(self, turn: Turn, actor: Actor) -> Sequence[Effect]:
        """What this bot is for and which commands there are."""
        if not self._people.is_staff_place(actor.place):
            return self._say(actor, Message("customer-help", self._about(turn)))
        lines = [self._locales.text(actor.locale, "command-help")]
        forms = (*FORMS, *PERSONAL_FORMS, *(ADMIN_FORMS if self._desk.is_operator(actor) else ()))
        lines += [f"{form} – {self._locales.text(actor.locale, f'command-describe-{name}')}" for name, form in forms]
        return self._say(actor, Literal("\n".join(lines)))

    # --- everybody --------------------------------------------------------------------------------------------

    async def _start(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        if argument.startswith(DEEP_LINK) and self._desk.is_reviewer(actor):
            return await self.reviewing.deciding.handoff(turn, actor, argument.removeprefix(DEEP_LINK))
        return self._say(actor, Message("customer-start", self._about(turn)))

    async def _help(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        return self.help(turn, actor)

    async def _status(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        if not turn.open_runs:
            return self._say(actor, Message("status-none"))
        return [
            effect for run in turn.open_runs for effect in self._say(actor, await self._status_of(turn, actor, run))
        ]

    async def _status_of(self, turn: Turn, actor: Actor, run: Run) -> Message:
        about = self._about(turn)
        if run.status is RunStatus.HELD:
            return Message("status-held", about)
        if run.status is RunStatus.STOPPED:
            return Message("status-checking" if await self._is_in_doubt(run) else "status-stopped", about)
        waiting = next((token for token in run.tokens if token.state is TokenState.DECISION and token.handoff), None)
        if waiting and waiting.handoff:
            handoff = (await self._store.case(waiting.handoff)).handoff
            opened = self._locales.moment(actor.locale, handoff.opened_at, self._clock.now())
            estimate = handoff.question.estimate or self._people.estimate(handoff.bot)
            usual = "" if estimate else await self._statuses.usual(handoff, actor.locale)
            more = "\n".join(part for part in (usual, self._statuses.stage(handoff, actor.locale)) if part)
            return Message("status-decision", {**about, "opened": opened, "estimate": estimate, "more": more})
        return Message("status-reply" if run.status is RunStatus.WAITING else "status-working")

    async def _is_in_doubt(self, run: Run) -> bool:
        asked = [token.handoff for token in run.tokens if token.state is TokenState.OPERATOR and token.handoff]
        cases = [await self._store.case(handoff) for handoff in asked]
        return any(case.handoff.question.kind is HandoffKind.DOUBT for case in cases)

    async def _cancel(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect] | None:
        if not turn.open_runs:
            return self._say(actor, Message("customer-cancel-nothing"))
        talk = turn.conversation.talk
        talked_about = (run for run in turn.open_runs if talk and talk in [token.handoff for token in run.tokens])
        run = next(talked_about, turn.open_runs[-1])
        if await self._runner.cancel(turn, run.id):
            return None
        if await self._is_in_doubt(run):
            return self._say(actor, Message("customer-cancel-in-doubt", self._about(turn)))
        return self._say(actor, Message("customer-cancel-too-late"))

    async def _language(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        names = self._locales.available()
        listed = ", ".join(f"{name} ({tag})" for tag, name in names.items())
        if not argument:
            current = names[self._locales.match(actor.locale)]
            return self._say(actor, Message("customer-language-list", {"current": current, "languages": listed}))
        found = self._locales.find(argument)
        if found is None:
            return self._say(
                actor, Message("customer-language-unknown", {"wanted": argument[:40], "languages": listed})
            )
        await self._store.set_locale(turn.conversation.id, found)
        reader = Actor(actor.account, actor.name, actor.place, found)
        return self._say(reader, Message("customer-language-changed", {"language": names[found]}))

    # --- small parts ------------------------------------------------------------------------------------------

    def _say(self, actor: Actor, words: Words) -> Sequence[Effect]:
        return (SendText(Place(actor.place), words, locale=actor.locale),)

    def _about(self, turn: Turn) -> dict[str, str]:
        bot = turn.conversation.bot
        return {"bot": self._people.bot_name(bot), "contact": self._people.contact(bot)}


FORMS = (
    ("pending", "/pending [bot:…] [team:…] [mine] [unclaimed] [bulk] [older:2h] [2]"),
    ("mine", "/mine"),
    ("handoff", "/handoff ID"),
    ("approve", "/approve ID [...]"),
    ("reject", "/reject ID [...]"),
    ("choose", "/choose ID ..."),
    ("undo", "/undo ID"),
    ("edit", "/edit ID …"),
    ("ask", "/ask ID …"),
    ("takeover", "/takeover ID"),
    ("handback", "/handback …"),
    ("claim", "/claim ID"),
    ("release", "/release ID"),
    ("assign", "/assign ID @…"),
    ("snooze", "/snooze ID 2h"),
    ("language", "/language"),
)
"""What can be typed where cards are posted, in the order of the help."""

EVERYBODY: dict[str, Handler] = {
    "start": Commands._start,
    "help": Commands._help,
    "status": Commands._status,
    "cancel": Commands._cancel,
    "language": Commands._language,
    "human": lambda commands, *typed: commands.customers.human(*typed),
    "add": lambda commands, *typed: commands.customers.add(*typed),
    "nudge": lambda commands, *typed: commands.customers.nudge(*typed),
    "forget": lambda commands, *typed: commands.personal.forgetting.forget(*typed),
    "link": lambda commands, *typed: commands.personal.links.link(*typed),
    "unlink": lambda commands, *typed: commands.personal.links.unlink(*typed),
}
REVIEWERS: dict[str, Handler] = {
    "pending": lambda commands, *typed: commands.reviewing.listing.pending(*typed),
    "mine": lambda commands, *typed: commands.reviewing.listing.mine(*typed),
    "handoff": lambda commands, *typed: commands.reviewing.deciding.handoff(*typed),
    "approve": lambda commands, *typed: commands.reviewing.deciding.approve(*typed),
    "reject": lambda commands, *typed: commands.reviewing.deciding.reject(*typed),
    "choose": lambda commands, *typed: commands.reviewing.deciding.choose(*typed),
    "undo": lambda commands, *typed: commands.reviewing.deciding.undo(*typed),
    "edit": lambda commands, *typed: commands.reviewing.care.edit(*typed),
    "ask": lambda commands, *typed: commands.reviewing.talking.ask(*typed),
    "takeover": lambda commands, *typed: commands.reviewing.talking.take_over(*typed),
    "handback": lambda commands, *typed: commands.reviewing.talking.hand_back(*typed),
    "claim": lambda commands, *typed: commands.reviewing.care.claim(*typed),
    "release": lambda commands, *typed: commands.reviewing.care.release(*typed),
    "assign": lambda commands, *typed: commands.reviewing.care.assign(*typed),
    "snooze": lambda commands, *typed: commands.reviewing.care.snooze(*typed),
    "away": lambda commands, *typed: commands.personal.absences.away(*typed),
    "back": lambda commands, *typed: commands.personal.absences.back(*typed),
    "notify": lambda commands, *typed: commands.personal.channels.notify(*typed),
    "dashboard": lambda commands, *typed: commands.personal.dashboard.dashboard(*typed),
}
