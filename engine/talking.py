"""What people at the two ends of a request have to do with each other: questions, talks, looks, and nudges."""

from dataclasses import replace
from datetime import datetime

from engine.asking import Asking
from engine.draft import Draft
from engine.effects import Message
from engine.environment import Environment
from engine.errors import AlreadyTalking
from engine.events import Inbound
from engine.handoff import Decision, Handoff, Progress
from engine.ids import Place
from engine.question import Escalation
from engine.relaying import Relaying, Word
from engine.run import Token
from engine.step import Ruling
from engine.talk import Inquiry, Talk
from engine.transitions import TRANSITIONS, Action
from engine.values import to_micros


class Talking:
    """What one draft does between the two ends; each method answers the handoff as it is then."""

    def __init__(self, draft: Draft, env: Environment, asking: Asking) -> None:
        self._draft = draft
        self._env = env
        self._asking = asking
        self._relaying = Relaying(draft)

    def act(self, handoff: Handoff, decision: Decision) -> Handoff:
        """Do one of the actions of `engine.transitions.TALKING`; raises AlreadyTalking."""
        match decision.action:
            case Action.INQUIRE:
                return self._inquire(handoff, decision)
            case Action.TAKE_OVER:
                return self._take_over(handoff, decision)
            case Action.END_TALK:
                return self._end(handoff, decision)
        raise ValueError(f"{decision.action} is nothing to talk about")

    # --- questions --------------------------------------------------------------------------------------------

    def _inquire(self, handoff: Handoff, decision: Decision) -> Handoff:
        """Ask the customer; the clock stands until they have answered, or are waited for no longer."""
        now = self._draft.now
        if talk := handoff.progress.talk:
            self._relaying.spoken(handoff, Word(decision.by_name, decision.reason, now))
            return self._record(handoff, decision, replace(handoff.progress, talk=talk.heard(now, False)))
        until = now + self._env.directory.patience(handoff.bot)
        assert decision.by is not None
        inquiry = Inquiry(decision.by, decision.by_name, decision.reason, now, until, Place(decision.via))
        self._relaying.asked(Word(decision.by_name, decision.reason, now))
        self._waits_for_customer(handoff, True)
        return self._record(handoff, decision, replace(handoff.progress, inquiry=inquiry))

    def answered(self, handoff: Handoff, message: Inbound) -> Handoff:
        """Take what the customer answers: it is said where it was asked, and the clock goes on."""
        inquiry = handoff.progress.inquiry
        assert inquiry is not None
        self._draft.hear(message)
        self._waits_for_customer(handoff, False)
        answer = Decision(Action.ANSWER, None, self._draft.conversation.user_name, self._draft.now)
        after = self._record(handoff, answer, replace(handoff.progress, inquiry=None))
        told = {"id": handoff.id[:6], "by": answer.by_name, "words": message.text}
        self._relaying.tell(inquiry.place, Message("inquiry-answered", told), after)
        for place in after.places:
            self._draft.show_files(place, handoff.id, message.attachments)
        self._draft.say_message("inquiry-thanks")
        return after

    # --- talks ------------------------------------------------------------------------------------------------

    def _take_over(self, handoff: Handoff, decision: Decision) -> Handoff:
        """Let a person talk with the customer, or hand the floor to another one."""
        whose, now, before = self._draft.conversation, self._draft.now, handoff.progress.talk
        assert decision.by is not None
        if whose.talk not in (None, handoff.id):
            raise AlreadyTalking(whose.talk)
        if before:
            talk = replace(before.heard(now, False), by=decision.by, by_name=decision.by_name)
            if before.by != decision.by:
                self._relaying.pass_on(handoff, talk)
        else:
            idle = self._env.directory.talk_rule(handoff.team).idle
            talk = Talk(decision.by, decision.by_name, now, now, idle, Place(decision.via))
            self._relaying.begin(handoff, talk)
        self._waits_for_customer(handoff, False)
        return self._record(handoff, decision, replace(handoff.progress, talk=talk, inquiry=None))

    def heard(self, handoff: Handoff, message: Inbound) -> Handoff:
        """Carry on what the customer says in a talk."""
        self._relaying.heard(handoff, message)
        return self._said(handoff, from_customer=True)

    def speak(self, handoff: Handoff, word: Word) -> Handoff:
        """Carry on what somebody of the team says in a talk."""
        self._relaying.spoken(handoff, word)
        return self._said(handoff, from_customer=False)

    def _said(self, handoff: Handoff, from_customer: bool) -> Handoff:
        """Somebody has said something: the talk goes on. The cards are brought up to date when it is over."""
        assert handoff.progress.talk is not None
        talk = handoff.progress.talk.heard(self._draft.now, from_customer)
        after = replace(handoff, progress=replace(handoff.progress, talk=talk))
        return self._asking.record(handoff, Ruling(after), shows=False)

    def _end(self, handoff: Handoff, decision: Decision) -> Handoff:
        """Leave the customer to the bot again, with the request still open."""
        ended = Message("talk-room-left", {"by": decision.by_name})
        self._relaying.end(handoff, Message("talk-left-open", {"by": decision.by_name}), ended)
        return self._record(handoff, decision, replace(handoff.progress, talk=None))

    # --- the clock --------------------------------------------------------------------------------------------

    def lapse(self, handoff: Handoff, now: datetime) -> Handoff:
        """Wait no longer for an answer, and end a talk in which nobody has said anything for too long."""
        progress, clock = handoff.progress, Decision(Action.LAPSE, None, "", now)
        if (inquiry := progress.inquiry) and inquiry.until <= now:
            self._waits_for_customer(handoff, False)
            self._relaying.tell(inquiry.place, Message("inquiry-lapsed", {"id": handoff.id[:6]}), handoff)
            progress = replace(progress, inquiry=None)
        silent = progress.talk if progress.talk and progress.talk.idle_at <= now else None
        if silent is None:
            return self._record(handoff, clock, progress)
        self._relaying.end(handoff, Message("talk-lapsed"), Message("talk-room-lapsed", {"by": silent.by_name}))
        after = self._record(handoff, clock, replace(progress, talk=None))
        return self._ask_instead(after, now)

    def _ask_instead(self, handoff: Handoff, now: datetime) -> Handoff:
        """Ask whom the team has named for a talk that went silent, as one more escalation."""
        then = self._env.directory.talk_rule(handoff.team).then
        if not then or then in handoff.teams:
            return handoff
        # Silence does not make a decision easier: as many have to agree as before, whoever they are.
        wanted = max(min(sum(seats.values()) for seats in stage) for stage in handoff.stages)
        due = Escalation(now - handoff.opened_at, then, (), max(wanted, self._env.directory.quorum(then)))
        return self._asking.escalate_to(handoff, due)

    # --- looks and nudges -------------------------------------------------------------------------------------

    def see(self, handoff: Handoff, by: str) -> Handoff:
        """Note that somebody of those who may decide has looked at it, for the customer to know."""
        after = replace(handoff, progress=replace(handoff.progress, seen_at=self._draft.now))
        self._draft.audit("handoff.see", handoff.id, by)
        return self._asking.record(handoff, Ruling(after), shows=False)

    def nudge(self, handoff: Handoff, wants_person: bool) -> Handoff:
        """Tell those who may decide that the customer asks how it stands, or for a person."""
        whose, progress = self._draft.conversation, handoff.progress
        told = {"id": handoff.id[:6], "customer": whose.user_name}
        for place in handoff.places:
            self._relaying.tell(place, Message("nudge-person" if wants_person else "nudge", told), handoff)
        asks = progress.wants_person or wants_person
        after = replace(handoff, progress=replace(progress, nudged_at=self._draft.now, wants_person=asks))
        self._draft.audit("handoff.nudge", handoff.id, whose.user)
        return self._asking.record(handoff, Ruling(after), shows=asks != progress.wants_person)

    # --- small parts ------------------------------------------------------------------------------------------

    def _record(self, handoff: Handoff, decision: Decision, progress: Progress) -> Handoff:
        """Write a change by which the clock begins to stand, or goes on."""
        progress = progress.at_rest(self._draft.now)
        state = TRANSITIONS[handoff.state][decision.action]
        after = replace(handoff, state=state, asked_by="" if state is not handoff.state else handoff.asked_by)
        after = replace(after, progress=progress)
        actor = decision.by or (self._draft.conversation.user if decision.action is Action.ANSWER else "clock")
        self._draft.audit(f"handoff.{decision.action}", handoff.id, actor, {"via": decision.via})
        stands = progress.paused_since is not None
        remind_at = after.next_reminder(self._draft.now)
        return self._asking.record(handoff, Ruling(after, remind_at=remind_at, is_quiet=stands))

    def _waits_for_customer(self, handoff: Handoff, waits: bool) -> None:
        """Whether the customer's next message is the answer to what they were asked last."""
        token: Token | None = self._draft.run.token(handoff.token)
        if token is not None:
            token.asked_at = to_micros(self._draft.now) if waits else 0
