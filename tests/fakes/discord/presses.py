"""An interaction: a button pressed, a command used, a modal submitted; and what its person was shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.discord.accounts import Application, User
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.messages import LOADING, Component, Message, every

if TYPE_CHECKING:
    from tests.fakes.discord.world import World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
FAILED = {COMMAND: "The application did not respond", AUTOCOMPLETE: "Loading options failed"}
FIELDS = {3, 4, 5, 6, 7, 8, 19, 21, 22, 23}
"""What may be filled in: selects, text inputs, file uploads, radio buttons, checkboxes."""


@dataclass(frozen=True)
class Modal:
    """A form that somebody has before them."""

    custom_id: str
    title: str
    components: list[Component]
    press: Press

    def fields(self) -> dict[str, Component]:
        """What may be filled in, by its label."""
        found = {}
        for one in self.components:
            for inner in every([one]):
                if inner["type"] in FIELDS:
                    found[inner.get("label") or one.get("label") or inner["custom_id"]] = inner
        return found


@dataclass(frozen=True)
class Answer:
    """The first thing that somebody saw.

    `kind` is message, deferred ("is thinking"), silent (nothing visible), updated, modal, choices or failed.
    """

    kind: str
    message: Message | None = None
    modal: Modal | None = None
    choices: list[dict[str, Any]] = field(default_factory=list)
    failure: str = ""

    @property
    def text(self) -> str:
        """What can be read of it."""
        if self.modal is not None:
            return self.modal.title
        return self.message.text if self.message is not None else self.failure

    @property
    def ephemeral(self) -> bool:
        """Whether only they saw it."""
        return self.message is not None and self.message.ephemeral

    @property
    def failed(self) -> bool:
        return self.kind == "failed"


@dataclass(eq=False)
class Press:
    """Made by a `Person`; `at` is on the clock of the fake."""

    world: World
    id: int
    token: str
    kind: int
    app: Application
    user: User
    channel: Channel
    data: dict[str, Any]
    at: float
    message: Message | None = None
    """The one whose component it was."""
    parent: Press | None = None
    """What opened a modal."""
    given: Answer | None = None
    original: Message | None = None
    """The response: a new message, or the one with the component."""
    later: list[Message] = field(default_factory=list)
    """Follow-ups."""

    @property
    def late(self) -> bool:
        """Whether nobody may answer it for the first time any more."""
        return self.world.now() - self.at > self.world.limits.first_answer

    @property
    def expired(self) -> bool:
        """Whether its token is of no more use."""
        return self.world.now() - self.at > self.world.limits.token_life

    @property
    def acknowledged(self) -> bool:
        return self.given is not None and not self.given.failed

    def give(self, answer: Answer) -> None:
        """Show the bot's answer."""
        self.given = answer
        self.world.changed()

    async def answer(self, within: float = 5.0) -> Answer:
        """What was shown first, "This interaction failed" once 3 s are over; AssertionError after real seconds."""
        answer: Answer | None = await self.world.until(self._settled, within)
        if answer is None:
            raise AssertionError(
                f"{self.user.name}: {self.data.get('custom_id') or self.data.get('name')!r} unanswered"
            )
        return answer

    def _settled(self) -> Answer | None:
        if self.given is None and self.late:
            self.given = Answer("failed", failure=FAILED.get(self.kind, "This interaction failed"))
        return self.given

    async def outcome(self, within: float = 5.0) -> Answer:
        """What was shown in the end: after a deferral, what it became or what followed."""
        first = await self.answer(within)
        if first.kind not in ("deferred", "silent"):
            return first
        shown: Answer | None = await self.world.until(self._became, within)
        if shown is None:
            raise AssertionError(f"{self.user.name} still waits: {self.data}")
        return shown

    def _became(self) -> Answer | None:
        if self.original is not None and self.given is not None and self.given.kind == "deferred":
            if not self.original.deleted:
                return None if self.original.flags & LOADING else Answer("message", self.original)
        elif self.message is not None and self.message.edited_at is not None and self.message.edited_at >= self.at:
            return Answer("updated", self.message)
        return Answer("message", self.later[0]) if self.later else None

    def metadata(self) -> dict[str, Any]:
        """What a message tells of the interaction that it answers."""
        made: dict[str, Any] = {
            "id": str(self.id),
            "type": self.kind,
            "user": self.user.wire(),
            "authorizing_integration_owners": self.owners(),
        }
        on_message = {"interacted_message_id": str(self.message.id)} if self.message is not None else {}
        if self.kind == COMPONENT:
            made |= on_message
        if self.kind == MODAL:
            # A forged one was opened by nothing; Discord's always tell what opened them.
            opener = self.parent.metadata() if self.parent else {**made, "type": COMPONENT, **on_message}
            made["triggering_interaction_metadata"] = opener
        return made

    def owners(self) -> dict[str, str]:
        """By kind of installation: who installed the application."""
        return {"0": str(self.channel.guild.id) if self.channel.guild else "0"}

    def wire(self) -> dict[str, Any]:
        """INTERACTION_CREATE's payload."""
        guild = self.channel.guild
        made: dict[str, Any] = {
            "id": str(self.id),
            "application_id": str(self.app.id),
            "type": self.kind,
            "token": self.token,
            "version": 1,
            "data": self.data,
            "channel": self.channel.wire(self.user.id),
            "channel_id": str(self.channel.id),
            "locale": self.user.locale,
            "app_permissions": str(int(self.channel.rights_of(self.app.id))),
            "entitlements": [],
            "authorizing_integration_owners": self.owners(),
            "context": 0 if guild else 1,
            "attachment_size_limit": self.world.limits.upload,
        }
        if self.message is not None:
            made["message"] = self.message.wire()
        if guild is None:
            return {**made, "user": self.user.wire()}
        member = guild.members[self.user.id].wire()
        member["permissions"] = str(int(self.channel.rights_of(self.user.id)))
        return {
            **made,
            "guild_id": str(guild.id),
            "guild": guild.partial(),
            "guild_locale": guild.locale,
            "member": member,
        }
