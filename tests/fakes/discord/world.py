"""The state behind the fake: accounts, guilds, channels, messages and interactions, and which bot hears what of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.discord.accounts import Application, User
from tests.fakes.discord.channels import DM, Channel
from tests.fakes.discord.files import Attachment, Upload
from tests.fakes.discord.guilds import Guild
from tests.fakes.discord.limits import Limits
from tests.fakes.discord.messages import Message
from tests.fakes.discord.moments import iso, snowflakes
from tests.fakes.discord.rights import Right
from tests.fakes.discord.schema import Schema
from tests.fakes.discord.sessions import ANY, DIRECT_MESSAGES, GUILD_MESSAGES, GUILDS, MEMBERS, Session
from tests.fakes.pulse import Pulse

if TYPE_CHECKING:
    from tests.fakes.discord.presses import Press

Data = dict[str, Any]


@dataclass
class Called:
    """One request in the log; `status` is None while it is under way or where a fault kept the answer off."""

    token: str
    operation: str
    path: dict[str, str]
    at: float
    query: dict[str, str] = field(default_factory=dict)
    body: Any = None
    files: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By field: file name and size."""
    status: int | None = None
    answer: Any = None
    fault: str | None = None
    """The kind of trouble that it met (see `faults`)."""

    @property
    def ok(self) -> bool:
        return self.status is not None and self.status < 400

    @property
    def code(self) -> int | None:
        """Discord's code of a refusal."""
        return self.answer.get("code") if isinstance(self.answer, dict) and not self.ok else None


class World:
    """Everything that Discord knows. `now` is in seconds since 1970."""

    def __init__(self, now: Callable[[], float], limits: Limits) -> None:
        self.now = now
        self.limits = limits
        self.schema = Schema(limits.length)
        self.number = snowflakes(now)
        self.content_address = ""
        self.gateway_address = ""
        self.apps: dict[int, Application] = {}
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.dms: dict[tuple[int, int], Channel] = {}
        self.presses: dict[str, Press] = {}
        """By token."""
        self.nonces: dict[tuple[int, str], Message] = {}
        self.attachments: dict[str, Attachment] = {}
        self.log: list[Called] = []
        self.violations: list[str] = []
        self.typing: list[tuple[int, int]] = []
        """Channel and user of each typing indicator."""
        self._pulse = Pulse()

    def violate(self, problems: Iterable[str]) -> None:
        """Note what breaks the documented contract."""
        self.violations += [problem for problem in dict.fromkeys(problems) if problem not in self.violations]

    def changed(self) -> None:
        """Wake those who watch the state."""
        self._pulse.beat()

    async def until(self, found: Callable[[], Any], within: float) -> Any:
        """What `found` finds, as soon as it is no more None or False; None after so many real seconds."""
        return await self._pulse.until(found, within, every=0.05)

    def by_token(self, token: str) -> Application | None:
        """The application with that token, if it is still valid."""
        return next((app for app in self.apps.values() if app.token == token and not app.revoked), None)

    def guilds_of(self, app: Application) -> list[Guild]:
        """Where the bot is a member."""
        return [guild for guild in self.guilds.values() if app.id in guild.members]

    def dm(self, bot: User, person: User) -> Channel:
        """The direct messages of a bot with somebody."""
        channel = self.dms.get((bot.id, person.id))
        if channel is None:
            channel = Channel(self.number(), DM, recipient=person, bot=bot, made_at=self.now())
            self.dms[bot.id, person.id] = self.channels[channel.id] = channel
        return channel

    def keep(self, upload: Upload, channel: Channel, *, ephemeral: bool = False) -> Attachment:
        """Store a file."""
        made = Attachment(self.number(), upload, self.content_address, channel.id, ephemeral)
        self.attachments[made.path] = made
        return made

    # --- what bots hear

    def sessions(self, channel: Channel | None = None, guild: Guild | None = None) -> Iterator[Session]:
        """Those of bots that are in a guild or can see a channel."""
        for app in list(self.apps.values()):
            if channel is not None and Right.VIEW_CHANNEL not in channel.rights_of(app.id):
                continue
            if guild is not None and app.id not in guild.members:
                continue
            yield from [one for one in app.sessions.values() if not one.dead]

    def tell(self, name: str, data: Data, intent: int, guild: Guild | None, only: Application | None = None) -> None:
        """Send an event to the bots of a guild, or to one bot."""
        found = only.sessions.values() if only is not None else self.sessions(guild=guild)
        for session in list(found):
            if session.hears(intent):
                session.dispatch(name, data)
        self.changed()

    def tell_channel(self, name: str, channel: Channel) -> None:
        """CHANNEL_* or THREAD_*."""
        self.tell(name, channel.wire(), GUILDS, channel.guild)

    def tell_member(self, name: str, guild: Guild, data: Data) -> None:
        """GUILD_MEMBER_*."""
        self.tell(name, {"guild_id": str(guild.id), **data}, MEMBERS, guild)

    def guild_create(self, guild: Guild, session: Session) -> Data:
        """A guild as a session first learns of it."""
        mine = guild.members[session.app.id]
        every = list(guild.members.values()) if session.intents & MEMBERS else [mine]
        threads = [one for one in guild.channels.values() if one.is_thread and not one.archived]
        nothing = ("voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds")
        return {
            **guild.wire(),
            **{name: [] for name in nothing},
            "joined_at": iso(mine.joined_at),
            "large": False,
            "unavailable": False,
            "member_count": len(guild.members),
            "members": [one.wire() for one in every],
            "channels": [one.wire() for one in guild.channels.values() if not one.is_thread],
            "threads": [one.wire() for one in threads if Right.VIEW_CHANNEL in one.rights_of(session.app.id)],
        }

    # --- messages

    def compose(self, channel: Channel, author: User, **parts: Any) -> Message:
        """A new message in a channel, not yet heard by anybody."""
        made = Message(self.number(), channel, author, **parts)
        channel.messages[made.id] = made
        made.remember(self.now())
        self.changed()
        return made

    def announce(self, message: Message, *, edited: bool = False) -> None:
        """Let every bot that hears of a message hear of it; nobody hears of an ephemeral one."""
        channel = message.channel
        if message.ephemeral:
            return self.changed()
        if not edited and channel.archived:
            self.revive(channel)
        intent = GUILD_MESSAGES if channel.guild else DIRECT_MESSAGES
        for session in self.sessions(channel):
            if session.hears(intent):
                data = message.wire(content=readable(message, session.app, reads=session.reads))
                name = "MESSAGE_UPDATE" if edited else "MESSAGE_CREATE"
                session.dispatch(name, {**data, **self._place(message), "channel_type": channel.type})
        return self.changed()

    def remove(self, message: Message) -> None:
        """Delete a message."""
        message.deleted = True
        channel = message.channel
        where = {"guild_id": str(channel.guild.id)} if channel.guild else {}
        intent = GUILD_MESSAGES if channel.guild else DIRECT_MESSAGES
        for session in self.sessions(channel):
            if session.hears(intent) and not message.ephemeral:
                session.dispatch("MESSAGE_DELETE", {"id": str(message.id), "channel_id": str(channel.id), **where})
        self.changed()

    def revive(self, thread: Channel) -> None:
        """Take a thread out of the archive."""
        thread.archived, thread.archived_at = False, self.now()
        self.tell_channel("THREAD_UPDATE", thread)

    def _place(self, message: Message) -> Data:
        guild = message.channel.guild
        if guild is None:
            return {}
        member = guild.members.get(message.author.id)
        return {"guild_id": str(guild.id), **({"member": member.partial()} if member else {})}

    def interact(self, press: Press, data: Data) -> None:
        """Hand an interaction to its bot; no intent is needed for it."""
        self.presses[press.token] = press
        self.tell("INTERACTION_CREATE", data, ANY, None, press.app)


def readable(message: Message, app: Application, *, reads: bool) -> bool:
    """Whether a bot may read a message: its own, in private, where it is mentioned, else with the intent."""
    mine = message.author.id == app.id or message.channel.is_dm or app.user in message.mentions
    return reads or mine
