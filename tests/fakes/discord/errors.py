"""What Discord answers when it refuses.

Codes are those of "Opcodes and Status Codes" in discord/discord-api-docs; the texts are those that Discord sends, as
bug reports about discord.js, discord.py and the documentation quote them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field; `contract` says that a client must never send such a thing."""

    path: Path
    code: str
    message: str
    contract: bool = False

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path)) or 'body'}: {self.message}"


class Refused(Exception):
    """An answer with a status of 400 or above."""

    def __init__(self, status: int, code: int, message: str, errors: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> dict[str, Any]:
        """The answer's JSON."""
        answer: dict[str, Any] = {"message": self.message, "code": self.code}
        return answer if self.errors is None else {**answer, "errors": self.errors}


class RateLimited(Refused):
    """429."""

    def __init__(self, retry_after: float, *, everywhere: bool = False) -> None:
        super().__init__(429, 0, "You are being rate limited.")
        self.retry_after = max(round(retry_after, 3), 0.001)
        self.everywhere = everywhere

    def body(self) -> dict[str, Any]:
        told = {"message": self.message, "retry_after": self.retry_after, "global": self.everywhere}
        return {**told, "code": self.code} if self.code else told


class OldEdits(RateLimited):
    """429 with a code of its own."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(retry_after)
        self.code = 30046
        self.message = "Maximum number of edits to messages older than 1 hour reached. Try again later."


def invalid(problems: Iterable[Problem]) -> Refused:
    """400, with the fields that are wrong."""
    errors: dict[str, Any] = {}
    for problem in problems:
        at = errors
        for step in problem.path:
            at = at.setdefault(str(step), {})
        at.setdefault("_errors", []).append({"code": problem.code, "message": problem.message})
    return Refused(400, 50035, "Invalid Form Body", errors)


def wrong(*path: str | int, code: str, message: str) -> Refused:
    """400 for one field."""
    return invalid([Problem(path, code, message)])


UNAUTHORIZED = Refused(401, 0, "401: Unauthorized")
NOT_FOUND = Refused(404, 0, "404: Not Found")
NO_METHOD = Refused(405, 0, "405: Method Not Allowed")
UNKNOWN_CHANNEL = Refused(404, 10003, "Unknown Channel")
UNKNOWN_GUILD = Refused(404, 10004, "Unknown Guild")
UNKNOWN_MEMBER = Refused(404, 10007, "Unknown Member")
UNKNOWN_MESSAGE = Refused(404, 10008, "Unknown Message")
UNKNOWN_ROLE = Refused(404, 10011, "Unknown Role")
UNKNOWN_USER = Refused(404, 10013, "Unknown User")
UNKNOWN_WEBHOOK = Refused(404, 10015, "Unknown Webhook")
UNKNOWN_INTERACTION = Refused(404, 10062, "Unknown interaction")
UNKNOWN_COMMAND = Refused(404, 10063, "Unknown application command")
OTHER_APPLICATION = Refused(403, 20012, "You are not authorized to perform this action on this application")
ALREADY_ACKNOWLEDGED = Refused(400, 40060, "Interaction has already been acknowledged.")
MISSING_ACCESS = Refused(403, 50001, "Missing Access")
DM_CHANNEL = Refused(403, 50003, "Cannot execute action on a DM channel")
OTHERS_MESSAGE = Refused(403, 50005, "Cannot edit a message authored by another user")
EMPTY_MESSAGE = Refused(400, 50006, "Cannot send an empty message")
CLOSED_DMS = Refused(403, 50007, "Cannot send messages to this user")
NON_TEXT = Refused(400, 50008, "Cannot send messages in a non-text channel")
MISSING_PERMISSIONS = Refused(403, 50013, "Missing Permissions")
INVALID_WEBHOOK_TOKEN = Refused(401, 50027, "Invalid Webhook Token")
WRONG_CHANNEL_TYPE = Refused(400, 50024, "Cannot execute action on this channel type")
INVALID_RECIPIENT = Refused(400, 50033, "Invalid Recipient(s)")
TOO_LARGE = Refused(413, 40005, "Request entity too large")
MALFORMED = Refused(400, 50109, "The request body contains invalid JSON.")
ARCHIVED = Refused(400, 50083, "Thread is archived")
THREAD_EXISTS = Refused(400, 160004, "A thread has already been created for this message")
NO_HISTORY = Refused(400, 160002, "Cannot reply without permission to read message history")
