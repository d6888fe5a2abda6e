"""What Discord says when it says no, in the words of `channels.base`.

The codes are those of https://docs.discord.com/developers/topics/opcodes-and-status-codes#json.
"""

import asyncio

import aiohttp
import discord

from channels.base import ChannelError, Gone, Rejected, RetryAfter, Unconfirmed, Unreachable


class Unauthorized(ChannelError):
    """The token is wrong or was revoked: this account is over."""


class PlaceGone(Gone):
    """Nothing can be said in this channel, or to this user, whatever it is."""


class IsForum(ChannelError):
    """The channel is a forum: a message there is a post."""


class IsArchived(ChannelError):
    """The thread is in the archive: it takes edits only after it was taken out of it."""


class HasThread(ChannelError):
    """The message has a thread already."""


class MayNotReply(ChannelError):
    """Nobody lets us read there, so we may not reply to a message either."""


class TooLate(ChannelError):
    """The interaction is not there any more, or its quarter of an hour is over."""


class Acknowledged(ChannelError):
    """The interaction has been answered already, by an earlier try whose answer was lost."""


_PLACE_GONE = {
    10003,  # Unknown Channel
    10004,  # Unknown Guild
    10013,  # Unknown User
    50001,  # Missing Access
    50007,  # Cannot send messages to this user
    50013,  # Missing Permissions
    50278,  # Cannot send messages to this user due to having no mutual guilds
    160005,  # Thread is locked
    160006,  # Maximum number of active threads reached
}
_GONE = {10008, 50005, 50021}  # Unknown Message, somebody else's message, a system message
_TOO_LATE = {10062, 10015, 50027}  # Unknown interaction, Unknown Webhook, Invalid Webhook Token
_OF_THEIR_OWN: dict[int, type[ChannelError]] = {
    40060: Acknowledged, 50008: IsForum, 50083: IsArchived, 160002: MayNotReply, 160004: HasThread,
}  # fmt: skip
_OLD_EDITS = 30046
"""Too many edits of messages that are older than an hour."""
_WAIT = 60.0
"""Seconds to wait where Discord says to wait, and not for how long."""


def translated(error: BaseException, sent: bool | None = None) -> ChannelError:
    """The error as the rest of the house knows it, which never holds the token.

    `sent` is whether anything had gone out, be it at an earlier try of the library's; None where nobody knows.
    """
    match error:
        case ChannelError():
            return error
        case discord.RateLimited():
            return RetryAfter(error.retry_after)
        case discord.LoginFailure():
            return Unauthorized(str(error))
        case discord.DiscordServerError():
            return Unconfirmed(_said(error))
        case discord.HTTPException():
            return _refused(error)
        case aiohttp.ClientConnectorError() if not sent:
            return Unreachable(f"{error.host}:{error.port} cannot be reached")
        case RuntimeError() if not sent:
            return Unreachable(f"{error}")  # we are about to end, and have hung up already
        case asyncio.TimeoutError() | OSError() | aiohttp.ClientError() | discord.DiscordException():
            return Unreachable(type(error).__name__) if sent is False else Unconfirmed(type(error).__name__)
        case KeyError() | TypeError() | ValueError() if sent is not False:
            # It was taken, and what came back was no answer of Discord's, such as a proxy's page.
            return Unconfirmed(f"the answer cannot be read ({type(error).__name__})")
    return Rejected(f"{type(error).__name__}: {error}")


def _refused(error: discord.HTTPException) -> ChannelError:
    if error.code in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[error.code](_said(error))
    if error.status == 429 or error.code == _OLD_EDITS:
        return RetryAfter(_wait(error), _said(error))
    if error.code in _TOO_LATE:
        return TooLate(_said(error))
    if error.status == 401:
        return Unauthorized(_said(error))
    if error.code in _PLACE_GONE or (error.status == 403 and error.code not in _GONE):
        return PlaceGone(_said(error))
    if error.code in _GONE or error.status == 404:
        return Gone(_said(error))
    return Rejected(_said(error))


def _wait(error: discord.HTTPException) -> float:
    """What the headers of a refusal say, in seconds."""
    headers = getattr(error.response, "headers", {})
    for name in ("X-RateLimit-Reset-After", "Retry-After"):
        try:
            return max(1.0, float(headers[name]))
        except (KeyError, ValueError):
            continue
    return _WAIT


def _said(error: discord.HTTPException) -> str:
    return f"{error.status}, code {error.code}: {error.text or 'no more was said'}"[:500]
