"""What the Bot API answers when it refuses.

The texts are those of Telegram's Bot API server (tdlib/telegram-bot-api, `Client::fail_query_with_error` and the
checks it calls) and of TDLib; where neither says, the text is marked as assumed in the package's docstring.
"""

from typing import Any

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
WEBHOOK_CAME = "Conflict: terminated by setWebhook request"


class Refused(Exception):
    """An answer with `ok: false`; `parameters` is what `ResponseParameters` holds."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The answer's JSON."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = dict(self.parameters)
        return answer


def bad(text: str) -> Refused:
    """400: the server puts the kind before the text and makes its first letter small, but not in an ERROR_NAME."""
    keep = len(text) > 1 and (text[1] == "_" or text[1].isupper())
    return Refused(400, f"Bad Request: {text if keep else text[:1].lower() + text[1:]}")


def forbidden(text: str) -> Refused:
    """403."""
    return Refused(403, f"Forbidden: {text}")


def flooded(seconds: int) -> Refused:
    """429, with the seconds to wait."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def migrated(chat_id: int) -> Refused:
    """400, with the supergroup that the group became."""
    return Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat_id)


def conflict(text: str) -> Refused:
    """409."""
    return Refused(409, text)


UNAUTHORIZED = Refused(401, "Unauthorized")
NOT_FOUND = Refused(404, "Not Found")
