"""Reading: the bot itself, the gateway's address, users, guilds, members, roles, channels."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import errors
from tests.fakes.discord.calls import Call, answers
from tests.fakes.discord.limits import DAY


@answers("get_my_user", "GET /users/@me")
def get_my_user(call: Call) -> Any:
    """The bot."""
    more = {"mfa_enabled": False, "locale": "en-US", "verified": True, "email": None}
    return {**call.app.user.wire(), **more}


@answers("get_my_oauth2_application", "GET /oauth2/applications/@me")
@answers("get_my_application", "GET /applications/@me")
def get_my_application(call: Call) -> Any:
    """The bot's application."""
    return call.app.wire(len(call.world.guilds_of(call.app)))


@answers("get_gateway", "GET /gateway", keyed=True)
def get_gateway(call: Call) -> Any:
    """Where the gateway is."""
    return {"url": call.world.gateway_address}


@answers("get_bot_gateway", "GET /gateway/bot")
def get_bot_gateway(call: Call) -> Any:
    """Where the gateway is, and how many sessions may still be started."""
    now, total = call.world.now(), call.world.limits.sessions
    recent = [at for at in call.app.identified if at > now - DAY]
    limit = {
        "total": total,
        "remaining": max(total - len(recent), 0),
        "reset_after": int((recent[0] + DAY - now) * 1000) if recent else 0,
        "max_concurrency": 1,
    }
    return {"url": call.world.gateway_address, "shards": 1, "session_start_limit": limit}


@answers("get_channel", "GET /channels/{channel_id}")
def get_channel(call: Call) -> Any:
    """A channel, thread or DM."""
    return call.channel().wire()


@answers("create_dm", "POST /users/@me/channels")
def create_dm(call: Call) -> Any:
    """Open the DM with a user; that always succeeds for a known one, writing may not."""
    person = call.world.users.get(int(call.get("recipient_id") or 0))
    if person is None:
        raise errors.INVALID_RECIPIENT
    if person.is_bot:
        raise errors.CLOSED_DMS
    return call.world.dm(call.app.user, person).wire()


@answers("get_user", "GET /users/{user_id}")
def get_user(call: Call) -> Any:
    """Anybody."""
    person = call.world.users.get(call.id("user_id"))
    if person is None:
        raise errors.UNKNOWN_USER
    return person.wire()


@answers("get_guild", "GET /guilds/{guild_id}")
def get_guild(call: Call) -> Any:
    """A guild that the bot is in."""
    return call.guild().wire()


@answers("list_guild_channels", "GET /guilds/{guild_id}/channels")
def list_guild_channels(call: Call) -> Any:
    """Its channels without threads."""
    return [one.wire() for one in call.guild().channels.values() if not one.is_thread]


@answers("get_active_guild_threads", "GET /guilds/{guild_id}/threads/active")
def get_active_guild_threads(call: Call) -> Any:
    """Its threads that are not archived."""
    threads = [one for one in call.guild().channels.values() if one.is_thread and not one.archived]
    return {"threads": [one.wire() for one in threads], "members": [], "has_more": False}


@answers("list_guild_roles", "GET /guilds/{guild_id}/roles")
def list_guild_roles(call: Call) -> Any:
    """Its roles."""
    return [role.wire() for role in call.guild().roles.values()]


@answers("get_guild_member", "GET /guilds/{guild_id}/members/{user_id}")
def get_guild_member(call: Call) -> Any:
    """A member; somebody else is unknown as a member, nobody as a user."""
    guild, user_id = call.guild(), call.id("user_id")
    if user_id not in call.world.users:
        raise errors.UNKNOWN_USER
    if user_id not in guild.members:
        raise errors.UNKNOWN_MEMBER
    return guild.members[user_id].wire()


@answers("list_guild_members", "GET /guilds/{guild_id}/members")
def list_guild_members(call: Call) -> Any:
    """Its members, by their ids; only with the privileged intent for members ("List Guild Members")."""
    if not call.app.allowed & 1 << 1:
        raise errors.MISSING_ACCESS
    limit, after = int(call.query.get("limit", 1)), int(call.query.get("after", 0))
    found = sorted((one for one in call.guild().members.values() if one.user.id > after), key=lambda one: one.user.id)
    return [one.wire() for one in found[:limit]]
