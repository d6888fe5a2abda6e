"""A step in the making: gathers what the next commit of a run writes, numbered so that each effect has its key."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from engine.conversation import Conversation
from engine.effects import EditStatus, Effect, Literal, Message, PostFiles, PostStatus, SendMail, SendText, Words
from engine.environment import Environment
from engine.events import Inbound
from engine.handoff import Handoff
from engine.ids import CallKey, HandoffId, NodeId, Place
from engine.outcomes import Identity, Say
from engine.run import Run
from engine.step import AuditEntry, CallResult, Keyed, Reply, Said, Step, Visit


class Draft:
    """What one run does between two commits; `step` is what is to be written, `now` the moment of all of it."""

    def __init__(self, run: Run, conversation: Conversation, env: Environment) -> None:
        self.run = run
        self.conversation = conversation
        self._env = env
        self._answer_to = ""
        self._begin()

    def _begin(self) -> None:
        self.now = self._env.clock.now()
        self.step = Step(run=self.run, base=self.run.version, conversation=self.conversation.id)
        self._numbered = 0

    def take(self) -> Step:
        """The step as gathered; what comes next goes into an empty one that builds on it."""
        step = self.step
        self.run.version += 1
        self._begin()
        return step

    def is_empty(self) -> bool:
        """Whether there is nothing in the step that anybody would miss."""
        step = self.step
        told = step.effects or step.refreshed or step.said
        return not (step.visits or told or step.rulings or step.intent or step.result)

    # --- for the record ---------------------------------------------------------------------------------------

    def visited(self, node: NodeId, handle: str) -> None:
        """Note that a node was executed, and how it was left."""
        self.step.visits.append(Visit(node, handle, self.now))

    def audit(self, event: str, subject: str, actor: str, detail: Mapping[str, Any] | None = None) -> None:
        """Add one fact to the record."""
        self.step.audit.append(AuditEntry(event, subject, actor, self.now, detail or {}))

    def call_ended(self, key: CallKey, state: str, detail: Any) -> None:
        """Note how an intended call ended."""
        self.step.result = CallResult(key, state, detail, self.now)
        self.audit(f"tool.{state}", key, "engine")

    def prove(self, variable: str, at: datetime | None) -> None:
        """Mark a variable as proven to be the customer's; a proof of this moment is remembered for later runs."""
        self.run.verified[variable] = {"how": "code", "at": (at or self.now).isoformat()}
        if at is None:
            self.step.identity = Identity(self.run.variables[variable], self.now)
            self.audit("identity.proven", self.run.id, self.conversation.user)

    # --- for people -------------------------------------------------------------------------------------------

    def answers(self, inbox_id: int, message: Inbound) -> None:
        """Mark a message of the customer as answered by this step; the next words go where its answer is waited for."""
        self.step.consumed = inbox_id
        self._answer_to = message.answer_to

    def hear(self, message: Inbound, noted: str | None = None) -> None:
        """Add what the customer said to the transcript, or what is to be noted of it; say which files are refused."""
        text = message.text if noted is None else noted
        files = (*message.attachments, *message.refused)
        self.step.said.append(Said("customer", Literal(text), message.at, files))
        self.run.files += message.attachments
        self.say(*(Say(words) for words in message.refusals()))

    def say(self, *says: Say) -> None:
        """Tell the customer something, and keep it in the transcript."""
        place, locale = self.conversation.place, self.conversation.locale
        for say in says:
            words = self._with_contact(say.words)
            self.effect(SendText(place, words, say.buttons, locale, answer_to=self._answer_to, wishes=say.wishes))
            self._answer_to = ""
            self.step.said.append(Said("bot", words, self.now))

    def show_status(self, handoff: HandoffId, words: Words) -> None:
        """Tell the customer that their request waits, by a message that is kept true from now on."""
        whose = self.conversation
        self.effect(PostStatus(whose.place, handoff, whose.locale, self._answer_to))
        self._answer_to = ""
        self.step.said.append(Said("bot", self._with_contact(words), self.now))
        self.run.told.append(handoff)

    def refresh_status(self, handoff: HandoffId) -> None:
        """Have the message that tells the customer of a request brought to how it stands, once per step."""
        edit = EditStatus(self.conversation.place, handoff)
        if handoff in self.run.told and edit not in [keyed.effect for keyed in self.step.effects]:
            self.effect(edit)

    def reply(self, reply: Reply) -> None:
        """Answer somebody who is not the run's customer by this step, and mark their message as answered."""
        self.step.consumed = reply.inbox_id
        if reply.effect:
            self.effect(reply.effect)

    def say_message(self, message_id: str, **args: str) -> None:
        """Tell the customer one of our own messages; empty arguments are left out."""
        self.say(Say(Message(message_id, {name: value for name, value in args.items() if value})))

    def _with_contact(self, words: Words) -> Words:
        """Our own messages may say where the customer can turn to otherwise."""
        contact = self._env.directory.contact(self.run.bot)
        if isinstance(words, Message) and contact:
            return Message(words.id, {**words.args, "contact": contact})
        return words

    def mail(self, mails: Sequence[SendMail]) -> None:
        """Send mails, in the customer's language."""
        for mail in mails:
            self.effect(replace(mail, locale=self.conversation.locale))

    def refresh_cards(self, handoff: Handoff) -> None:
        """Have every copy of a card brought to the handoff's state; the store knows where they are."""
        self.step.refreshed.append(handoff.id)

    def show_files(self, place: Place, handoff: HandoffId, files: Sequence[Mapping[str, Any]]) -> None:
        """Show what the customer sent to those who decide, one by one: each is tried again by itself."""
        for file in files:
            self.effect(PostFiles(place, handoff, (file,)))

    def effect(self, effect: Effect) -> None:
        """Have the world told something, under the next key."""
        self._numbered += 1
        self.step.effects.append(Keyed(f"{self.run.id}.{self.run.version + 1}.{self._numbered}", effect))
