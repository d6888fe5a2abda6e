"""First answers to interactions (documentation, "Receiving and Responding").

Once only, within three seconds, and of the types that fit the interaction.
"""

from __future__ import annotations

from typing import Any

from tests.fakes.discord import components, content, errors, mentions
from tests.fakes.discord.calls import Call, Reply, answers
from tests.fakes.discord.forms import form_problems
from tests.fakes.discord.messages import (
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    SUPPRESS_EMBEDS,
    SUPPRESS_NOTIFICATIONS,
    Message,
)
from tests.fakes.discord.presses import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Answer, Modal, Press
from tests.fakes.discord.sending import edited

SETTABLE = EPHEMERAL | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2
FITTING = {COMMAND: (4, 5, 9), COMPONENT: (4, 5, 6, 7, 9), AUTOCOMPLETE: (8,), MODAL: (4, 5, 6, 7)}


@answers("create_interaction_response", "POST /interactions/{interaction_id}/{interaction_token}/callback", keyed=True)
def create_interaction_response(call: Call) -> Any:
    """Answer for the first time."""
    press = call.world.presses.get(call.path["interaction_token"])
    if press is None or str(press.id) != call.path["interaction_id"]:
        raise errors.UNKNOWN_INTERACTION
    if press.acknowledged:
        raise errors.ALREADY_ACKNOWLEDGED
    if press.late:
        raise errors.UNKNOWN_INTERACTION
    kind = call.body["type"]
    _fits(press, kind)
    shown = {4: _message, 5: _deferred, 6: _silent, 7: _updated, 8: _choices, 9: _modal}[kind](call, press)
    press.give(shown)
    if call.query.get("with_response", "").lower() not in ("1", "true"):
        return None
    return Reply(200, _told(press, kind))


def _fits(press: Press, kind: int) -> None:
    fitting = [one for one in FITTING[press.kind] if one not in (6, 7) or press.message is not None]
    if kind not in fitting:
        text = f"Value must be one of ({', '.join(map(str, fitting))}{',' * (len(fitting) == 1)})."
        raise errors.wrong("type", code="BASE_TYPE_CHOICES", message=text)


def _message(call: Call, press: Press) -> Answer:
    body = call.get("data")
    if body is None:
        raise errors.EMPTY_MESSAGE
    press.original = posted(call, press, body, at=("data",))
    return Answer("message", press.original)


def _deferred(call: Call, press: Press) -> Answer:
    flags = ((call.get("data") or {}).get("flags") or 0) & EPHEMERAL
    only = press.user.id if flags else None
    press.original = call.world.compose(
        press.channel, press.app.user, flags=flags | LOADING, only_for=only, **_marks(press)
    )
    call.world.announce(press.original)
    return Answer("deferred", press.original)


def _silent(call: Call, press: Press) -> Answer:
    press.original = press.message
    return Answer("silent", press.message)


def _updated(call: Call, press: Press) -> Answer:
    message = press.message
    assert message is not None
    body = call.get("data") or {}
    content.checked(call, body, message, at=("data",))
    if not message.deleted:
        edited(_inner(call, body), message)
    press.original = message
    return Answer("updated", message)


def _choices(call: Call, press: Press) -> Answer:
    return Answer("choices", choices=(call.get("data") or {}).get("choices") or [])


def _modal(call: Call, press: Press) -> Answer:
    data = call.body["data"]
    problems = form_problems(data, call.world.limits.length)
    if problems:
        raise errors.invalid(problems)
    return Answer(
        "modal",
        modal=Modal(data["custom_id"], data["title"], components.answered(data["components"], form=True), press),
    )


def posted(call: Call, press: Press, body: dict[str, Any], at: errors.Path = ()) -> Message:
    """A new message that answers an interaction, seen by its person alone if it is ephemeral."""
    content.checked(call, body, at=at)
    flags = (body.get("flags") or 0) & SETTABLE
    draft = Message(0, press.channel, press.app.user)
    content.put(call, draft, {**body, "flags": flags}, ephemeral=bool(flags & EPHEMERAL))
    if content.empty(draft):
        raise errors.EMPTY_MESSAGE
    parts = {name: getattr(draft, name) for name in ("content", "embeds", "components", "attachments", "flags")}
    only = press.user.id if flags & EPHEMERAL else None
    made = call.world.compose(press.channel, press.app.user, **parts, only_for=only, **_marks(press))
    mentions.place(call.world, made, body.get("allowed_mentions"), default=["users"])
    call.world.announce(made)
    return made


def _marks(press: Press) -> dict[str, Any]:
    return {"application_id": press.app.id, "by_interaction": True, "interaction": press.metadata()}


def _inner(call: Call, body: dict[str, Any]) -> Call:
    return Call(call.world, call.app, call.operation, call.path, call.query, body, call.files)


def _told(press: Press, kind: int) -> dict[str, Any]:
    """What `with_response` asks for."""
    told: dict[str, Any] = {"id": str(press.id), "type": press.kind, "channel_id": str(press.channel.id)}
    if press.channel.guild is not None:
        told["guild_id"] = str(press.channel.guild.id)
    message = press.original
    if message is not None and kind in (4, 5, 7):
        told["response_message_id"] = str(message.id)
        told["response_message_loading"] = bool(message.flags & LOADING)
        told["response_message_ephemeral"] = message.ephemeral
    if message is None or kind not in (4, 7):
        return {"interaction": told}
    return {"interaction": told, "resource": {"type": kind, "message": message.wire()}}
