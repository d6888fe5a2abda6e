"""A step in the making: gathers what the next commit of a run writes, numbered so that each effect has its key."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from engine.conversation import Conversation
from engine.effects import Effect, Literal, Message, PostCard, PostFiles, SendMail, SendText, Words
from engine.environment import Environment
from engine.events import Inbound
from engine.handoff import Handoff, HandoffKind, Question
from engine.ids import CallKey, HandoffId, NodeId, Place
from engine.outcomes import Identity, Say
from engine.run import Run, Token
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
        """Add what the customer said to the transcript, or what is to be noted of it."""
        text = message.text if noted is None else noted
        self.step.said.append(Said("customer", Literal(text), message.at, tuple(message.attachments)))
        self.run.files += message.attachments

    def say(self, *says: Say) -> None:
        """Tell the customer something, and keep it in the transcript."""
        place, locale = self.conversation.place, self.conversation.locale
        for say in says:
            words = self._with_contact(say.words)
            self._effect(SendText(place, words, say.buttons, locale, answer_to=self._answer_to, wishes=say.wishes))
            self._answer_to = ""
            self.step.said.append(Said("bot", words, self.now))

    def reply(self, reply: Reply) -> None:
        """Answer somebody who is not the run's customer by this step, and mark their message as answered."""
        self.step.consumed = reply.inbox_id
        self._effect(reply.effect)

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
            self._effect(replace(mail, locale=self.conversation.locale))

    def open_handoff(self, token: Token, question: Question) -> None:
        """Ask people: the team for an approval, the operators otherwise."""
        directory, bot = self._env.directory, self.run.bot
        if question.kind is HandoffKind.APPROVAL:
            team = question.team or directory.team(bot)
            places = tuple(directory.review_places(bot, team, question.channels))
        else:
            team, places = "", tuple(directory.operator_places(bot))
        if question.remind is None:
            question = replace(question, remind=directory.reminders(bot))
        handoff = Handoff(
            id=HandoffId(self._env.secrets.new_id()),
            run=self.run.id,
            bot=bot,
            conversation=self.conversation.id,
            node=token.node,
            token=token.id,
            question=question,
            places=places,
            requester=self.conversation.user,
            opened_at=self.now,
            team=team,
        )
        token.handoff = handoff.id
        self.step.opened.append(handoff)
        for place in places:
            self._effect(PostCard(place, handoff.id))
            self.show_files(place, handoff.id, self.run.files)
        self.audit(f"handoff.opened.{question.kind}", handoff.id, "engine")

    def refresh_cards(self, handoff: Handoff) -> None:
        """Have every copy of a card brought to the handoff's state; the store knows where they are."""
        self.step.refreshed.append(handoff.id)

    def show_files(self, place: Place, handoff: HandoffId, files: Sequence[Mapping[str, Any]]) -> None:
        """Show what the customer sent to those who decide."""
        if files:
            self._effect(PostFiles(place, handoff, tuple(files)))

    def _effect(self, effect: Effect) -> None:
        self._numbered += 1
        self.step.effects.append(Keyed(f"{self.run.id}.{self.run.version + 1}.{self._numbered}", effect))
