"""The door: a fake Discord to start, people to act as, faults to switch on, and what was asked of it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

from tests.fakes.discord import rights
from tests.fakes.discord.accounts import Application, User
from tests.fakes.discord.channels import FORUM, TEXT, Channel
from tests.fakes.discord.faults import Faults
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.guilds import Guild, Member, Role
from tests.fakes.discord.limits import Limits
from tests.fakes.discord.messages import Message
from tests.fakes.discord.people import Person
from tests.fakes.discord.presses import COMPONENT, Press
from tests.fakes.discord.rights import Right
from tests.fakes.discord.server import API, Server
from tests.fakes.discord.sessions import GUILDS
from tests.fakes.discord.threads import changed, gone
from tests.fakes.discord.world import Called, World

BOT_ID = 900_000_000_000_000_001


class DiscordFake:
    """Made by `discord_fake`. Its clock is `now`, in seconds since 1970."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.limits = Limits()
        self.world = World(now, self.limits)
        self.server = Server(self.world)
        self.bot = self.add_bot()

    @property
    def address(self) -> str:
        """What a client takes for https://discord.com/api/v10."""
        return self.server.root + API

    @property
    def token(self) -> str:
        """The first bot's."""
        return self.bot.token

    @property
    def faults(self) -> Faults:
        return self.server.faults

    @property
    def gateway(self) -> Gateway:
        return self.server.gateway

    @property
    def calls(self) -> list[Called]:
        """Every request, oldest first: also those that met a fault or had a bad token."""
        return self.world.log

    @property
    def violations(self) -> list[str]:
        """What broke the documented contract; `discord_fake` fails at its end unless a test clears it."""
        return self.world.violations

    def called(self, operation: str) -> list[Called]:
        """The requests of one operation, by its name in the document."""
        return [call for call in self.calls if call.operation == operation]

    async def until(self, found: Callable[[], Any], within: float = 10.0) -> Any:
        """What `found` finds, as soon as it finds something; None after so many real seconds."""
        return await self.world.until(found, within)

    async def ready(self, within: float = 10.0, sessions: int = 1) -> None:
        """Wait until so many clients are connected."""
        found = await self.until(lambda: len(self.gateway.sessions) >= sessions, within)
        assert found, "no client has identified itself"

    @property
    def invalid_requests(self) -> int:
        """The 401, 403 and 429 within the last ten minutes."""
        return self.limits.invalid_requests(self.world.now())

    # --- accounts, guilds, channels

    def add_bot(self, name: str = "Assent", **more: Any) -> Application:
        """Another application with a bot and a token of its own."""
        number = BOT_ID + len(self.world.apps)
        owner = self.world.users.get(1) or User(1, "Owner", "owner")
        user = User(number, name, name, is_bot=True)
        app = Application(f"bot-{number}.fake.{number:027x}", user, owner, **more)
        self.world.apps[number] = app
        self.world.users[number], self.world.users[1] = user, owner
        return app

    def user(self, user_id: int, name: str = "", *, locale: str = "en-US", **more: Any) -> Person:
        """The user with that id, new or known."""
        known = self.world.users.get(user_id)
        if known is None:
            name = name or f"User {user_id}"
            known = User(user_id, name, f"{name.lower().replace(' ', '_')}{user_id}", locale=locale, **more)
            self.world.users[user_id] = known
        return Person(self.world, known)

    def guild(self, name: str, *people: Person, bot_rights: Right = rights.BOT, locale: str = "en-US") -> Guild:
        """A server; the first person owns it and the first bot is a member with a role of its own."""
        number = self.world.number()
        owner = people[0] if people else self.user(1, "Owner")
        made = Guild(number, name, owner.id, locale)
        made.roles[number] = Role(number, "@everyone", rights.EVERYONE, 0)
        self.world.guilds[number] = made
        for person in people or (owner,):
            made.members[person.id] = Member(person.user, self.world.now())
        self.invite(made, self.bot, bot_rights)
        return made

    def invite(self, guild: Guild, bot: Application, bot_rights: Right = rights.BOT) -> None:
        """A bot joins a guild, with a role of its own; it hears so."""
        role = self.role(guild, bot.user.name, bot_rights)
        role.bot_id = bot.id
        guild.members[bot.id] = Member(bot.user, self.world.now(), {role.id})
        for session in bot.sessions.values():
            if session.hears(GUILDS):
                session.dispatch("GUILD_CREATE", self.world.guild_create(guild, session))

    def role(self, guild: Guild, name: str, given: Right = rights.NONE, *people: Person, **more: Any) -> Role:
        """A role, given to people."""
        made = Role(self.world.number(), name, given, len(guild.roles), **more)
        guild.roles[made.id] = made
        for person in people:
            guild.members[person.id].roles.add(made.id)
        self.world.tell("GUILD_ROLE_CREATE", {"guild_id": str(guild.id), "role": made.wire()}, GUILDS, guild)
        return made

    def channel(self, guild: Guild, name: str, kind: int = TEXT, *, only: tuple[Person | Role, ...] = ()) -> Channel:
        """A text channel, seen by all or only by these; the bot sees it either way."""
        made = Channel(self.world.number(), kind, name, guild, made_at=self.world.now())
        if only:
            made.overwrites[guild.id] = rights.NONE, Right.VIEW_CHANNEL
            for one in only:
                made.overwrites[one.id] = Right.VIEW_CHANNEL, rights.NONE
            for app in self.world.apps.values():
                made.overwrites[app.id] = Right.VIEW_CHANNEL, rights.NONE
        guild.channels[made.id] = self.world.channels[made.id] = made
        self.world.tell_channel("CHANNEL_CREATE", made)
        return made

    def forum(self, guild: Guild, name: str) -> Channel:
        """A forum, in which every post is a thread."""
        return self.channel(guild, name, FORUM)

    def dm(self, person: Person, bot: Application | None = None) -> Channel:
        """The direct messages of a bot with somebody."""
        return self.world.dm((bot or self.bot).user, person.user)

    # --- members and rights

    def join(self, guild: Guild, person: Person) -> None:
        """Somebody joins a guild."""
        made = guild.members[person.id] = Member(person.user, self.world.now())
        self.world.tell_member("GUILD_MEMBER_ADD", guild, made.wire())

    def give(self, guild: Guild, person: Person, *roles: Role) -> None:
        """Give roles to a member."""
        self._roles(guild, person, guild.members[person.id].roles | {role.id for role in roles})

    def take(self, guild: Guild, person: Person, *roles: Role) -> None:
        """Take roles from a member."""
        self._roles(guild, person, guild.members[person.id].roles - {role.id for role in roles})

    def _roles(self, guild: Guild, person: Person, roles: set[int]) -> None:
        member = guild.members[person.id]
        member.roles = roles
        self.world.tell_member("GUILD_MEMBER_UPDATE", guild, member.wire())

    def kick(self, guild: Guild, who: Person | Application) -> None:
        """Remove somebody; a bot hears that the guild is gone."""
        member = guild.members.pop(who.user.id)
        if isinstance(who, Application):
            self.world.tell("GUILD_DELETE", {"id": str(guild.id)}, GUILDS, None, who)
        self.world.tell_member("GUILD_MEMBER_REMOVE", guild, {"user": member.user.wire()})
        self.world.changed()

    def ban(self, guild: Guild, who: Person | Application) -> None:
        """Remove somebody for good."""
        guild.banned.add(who.user.id)
        self.kick(guild, who)

    def allow(self, channel: Channel, who: Person | Application | Role, *given: Right) -> None:
        """Let somebody do more in a channel."""
        self._overwrite(channel, who.id, sum(given, rights.NONE), rights.NONE)

    def deny(self, channel: Channel, who: Person | Application | Role, *taken: Right) -> None:
        """Let somebody do less in a channel."""
        self._overwrite(channel, who.id, rights.NONE, sum(taken, rights.NONE))

    def _overwrite(self, channel: Channel, number: int, given: Right, taken: Right) -> None:
        yes, no = channel.overwrites.get(number, (rights.NONE, rights.NONE))
        channel.overwrites[number] = (yes & ~taken) | given, (no & ~given) | taken
        self.world.tell_channel("CHANNEL_UPDATE", channel)

    # --- what happens to channels and messages

    def delete_channel(self, channel: Channel) -> None:
        """A person deletes a channel or thread."""
        gone(self.world, channel)

    def delete_message(self, message: Message) -> None:
        """A person deletes a message."""
        self.world.remove(message)

    def unfurl(self, message: Message) -> None:
        """Discord shows a preview of a link in a message, and tells of the message anew."""
        message.embeds = [{"title": "A page"}]
        self.world.announce(message, edited=True)

    def archive(self, thread: Channel, *, locked: bool | None = None) -> None:
        """A thread goes to the archive, by a person or by its age."""
        changed(self.world, thread, archived=True, locked=locked)

    def forged_press(self, who: Person, message: Message, custom_id: str) -> Press:
        """A press of a button that the message may lack; a message edited meanwhile looks so to the bot."""
        data = {"custom_id": custom_id, "component_type": 2, "id": 1}
        return who.press(COMPONENT, self.world.apps[message.author.id], message.channel, data, message)

    def revoke(self, bot: Application | None = None) -> None:
        """The token is no more valid: 401 from now on, and the gateway closes with 4004."""
        app = bot or self.bot
        app.revoked = True
        for session in app.sessions.values():
            session.dead = True
            if session.line is not None:
                session.line.close(4004)


@contextlib.asynccontextmanager
async def discord_fake(now: Callable[[], float] = time.time) -> AsyncIterator[DiscordFake]:
    """A running fake; at the end nothing may have broken the documented contract."""
    fake = DiscordFake(now)
    async with fake.server.running():
        yield fake
    assert not fake.violations, "\n".join(fake.violations)
