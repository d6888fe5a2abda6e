"""What an interaction's token may do after the first answer, for fifteen minutes ("Followup Messages").

Before the first answer there is no such webhook (404), after fifteen minutes its token is invalid (401): observed in
discord-api-docs, issue 6851, and discord.py, issue 9856.
"""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import content, errors
from tests.fakes.discord.callbacks import posted
from tests.fakes.discord.calls import Call, answers, snowflake
from tests.fakes.discord.messages import LOADING, Message
from tests.fakes.discord.presses import Press
from tests.fakes.discord.sending import edited

HOOK = "/webhooks/{webhook_id}/{webhook_token}"


def _press(call: Call) -> Press:
    """The interaction of the path's token; it is a webhook only once it was answered."""
    press = call.world.presses.get(call.path["webhook_token"])
    if press is None or str(press.app.id) != call.path["webhook_id"]:
        raise errors.UNKNOWN_WEBHOOK
    if press.expired:
        raise errors.INVALID_WEBHOOK_TOKEN
    if not press.acknowledged:
        raise errors.UNKNOWN_WEBHOOK
    return press


def _original(call: Call) -> Message:
    press = _press(call)
    if press.original is None or press.original.deleted:
        raise errors.UNKNOWN_MESSAGE
    return press.original


def _message(call: Call) -> Message:
    press, number = _press(call), snowflake(call.path["message_id"], "message_id")
    known = [one for one in (press.original, *press.later) if one is not None and not one.deleted]
    found = next((one for one in known if one.id == number), None)
    if found is None:
        raise errors.UNKNOWN_MESSAGE
    return found


@answers("execute_webhook", f"POST {HOOK}", keyed=True)
def execute_webhook(call: Call) -> Any:
    """A follow-up; the first one after "is thinking" takes its place, and its visibility."""
    press = _press(call)
    for name in ("username", "avatar_url", "thread_name", "applied_tags"):
        if call.get(name):
            call.unmodelled(f"{name} in follow-ups")
    waiting = press.original
    if waiting is not None and waiting.flags & LOADING and not waiting.deleted:
        return _edited(call, waiting)
    made = posted(call, press, call.body)
    press.later.append(made)
    call.world.changed()
    return made.wire()


def _edited(call: Call, message: Message) -> Any:
    content.checked(call, call.body or {}, message)
    was = message.flags
    message.flags &= ~LOADING
    try:
        return edited(call, message)
    except errors.Refused:
        message.flags = was
        raise


@answers("get_original_webhook_message", f"GET {HOOK}/messages/@original", keyed=True)
def get_original_webhook_message(call: Call) -> Any:
    """The first answer."""
    return _original(call).wire()


@answers("update_original_webhook_message", f"PATCH {HOOK}/messages/@original", keyed=True)
def update_original_webhook_message(call: Call) -> Any:
    """Edit the first answer; after a deferral this makes it."""
    return _edited(call, _original(call))


@answers("delete_original_webhook_message", f"DELETE {HOOK}/messages/@original", keyed=True)
def delete_original_webhook_message(call: Call) -> None:
    """Delete the first answer."""
    call.world.remove(_original(call))


@answers("get_webhook_message", f"GET {HOOK}/messages/{{message_id}}", keyed=True)
def get_webhook_message(call: Call) -> Any:
    """A follow-up or the first answer, by its id."""
    return _message(call).wire()


@answers("update_webhook_message", f"PATCH {HOOK}/messages/{{message_id}}", keyed=True)
def update_webhook_message(call: Call) -> Any:
    """Edit a follow-up."""
    return _edited(call, _message(call))


@answers("delete_webhook_message", f"DELETE {HOOK}/messages/{{message_id}}", keyed=True)
def delete_webhook_message(call: Call) -> None:
    """Delete a follow-up."""
    call.world.remove(_message(call))
