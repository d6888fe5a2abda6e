"""What a reviewer says to a customer from the page of a request: it goes the way of a message in any other room."""

import asyncio
from datetime import datetime

from bot.dashboard.readers import Readers
from bot.desk import Desk
from bot.file_types import PROGRAM, media_type
from bot.files import Files, Limits, Why
from bot.settings_channels import WEB, platform_of
from bot.talks import ASIDE
from channels.base import Inbound, Intake
from channels.views import Attachment, Content
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.channel import DashboardChannel
from channels.web.dashboard.handoff_views import Done, Message
from engine.handoff import Handoff
from engine.ids import ConversationId, HandoffId, Place
from engine.store import Case, Store
from engine.transitions import Action

LOOK, LOOKS = 0.05, 60
"""Seconds between two looks at what has become of a message, and how often it is looked."""


class Speaking:
    """Whoever speaks has been let see the request; whether they may speak is asked here."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        intake: Intake,
        web: DashboardChannel,
        files: Files,
        limits: Limits,
        readers: Readers,
    ) -> None:
        self._store = store
        self._desk = desk
        self._intake = intake
        self._web = web
        self._files = files
        self._limits = limits
        self._readers = readers

    async def say(self, viewer: Viewer, case: Case, message: Message) -> Done:
        """Carry a message to the customer, once per key; what cannot be carried is said in words."""
        handoff, actor = case.handoff, self._readers.actor(viewer)
        if refused := await self._desk.refused(actor, handoff.id, Action.SPEAK):
            return Done(refused.text, alert=True)
        if why := self._objection(viewer, handoff, message):
            return Done(why, alert=True)
        if (room := await self._room(handoff.id)) is None:
            return Done(self._readers.text(viewer, "dash-talk-no-room"), alert=True)
        key, at = f"{viewer.person}.{message.key}", self._readers.clock.now()
        kept = await self._web.keep(room, key, message.files) if message.files else ()
        inbound = Inbound(
            WEB, "default", key, room, viewer.person, viewer.name, message.text, at, handoff.bot, viewer.locale, kept,
            answer_to=key,
        )  # fmt: skip
        if not await self._intake.hear(inbound):
            return Done("")  # a second click
        return await self._came_to(viewer, case.conversation.id, inbound, at)

    def _objection(self, viewer: Viewer, handoff: Handoff, message: Message) -> str:
        """Why a message would reach nobody, in words, or ""."""
        talk = handoff.progress.talk
        if talk is None:
            return self._readers.text(viewer, "talk-over")
        if platform_of(talk.place) != WEB:
            where = self._readers.text(viewer, f"via-{platform_of(talk.place)}")
            return self._readers.text(viewer, "dash-talk-elsewhere", where=where)
        if message.text.startswith(ASIDE):
            return self._readers.text(viewer, "dash-talk-aside")
        return next((words for file in message.files if (words := self._refusal(viewer, file))), "")

    def _refusal(self, viewer: Viewer, file: Content) -> str:
        why = self._limits.refusal(file.name, len(file.data))
        if why is None and self._limits.refuse and media_type(file.name, file.data) == PROGRAM:
            why = Why.TYPE
        named = Attachment(WEB, "default", "", name=file.name, size=len(file.data))
        return self._files.excuse(named, why, viewer.locale) if why else ""

    async def _room(self, handoff: HandoffId) -> Place | None:
        """The room of the talk on the dashboard, which is opened a moment after the talk has begun."""
        for _ in range(LOOKS):
            room = await self._store.room(handoff)
            if room and room.is_open and platform_of(room.place) == WEB:
                return room.place
            await asyncio.sleep(LOOK)
        return None

    async def _came_to(self, viewer: Viewer, conversation: ConversationId, said: Inbound, at: datetime) -> Done:
        """Wait a little until it is carried on or answered, so that the next page shows it."""
        for _ in range(LOOKS):
            if answer := await self._web.answer(said.update_id):
                return Done(answer, alert=not said.text.startswith("/"))
            lines = await self._store.talk(conversation, at)
            if any((line.author, line.at) == ("person", at) for line in lines):
                return Done("")
            await asyncio.sleep(LOOK)
        return Done(self._readers.text(viewer, "dash-talk-on-its-way"))
