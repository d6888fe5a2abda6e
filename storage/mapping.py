"""Rows of the database to the engine's types and back; JSON goes through the one codec."""

from dataclasses import fields
from typing import Any

from engine.conversation import Conversation
from engine.effects import words_from_json, words_to_json
from engine.events import Inbound
from engine.ids import BotId, ConversationId, HandoffId, Place, RunId, WorkflowHash
from engine.outcomes import Identity
from engine.run import Run, fill_from_json, run_to_json
from engine.step import Said
from engine.values import dump, from_micros, parse, to_micros

RUN = "id, bot, conversation_id, workflow_id, version, started_at, state"
CONVERSATION = "id, bot, channel, account, place, user_id, user_name, locale, proven, proven_at, talk"


def run_from_row(row: tuple[Any, ...]) -> Run:
    """A run from the columns of `RUN`."""
    run_id, bot, conversation, workflow, version, started, state = row
    run = Run(
        RunId(run_id), BotId(bot), ConversationId(conversation), WorkflowHash(workflow), from_micros(started), version
    )
    return fill_from_json(run, parse(state))


def run_state(run: Run) -> str:
    """The `state` column of a run."""
    return dump(run_to_json(run))


def conversation_from_row(row: tuple[Any, ...]) -> Conversation:
    """A conversation from the columns of `CONVERSATION`."""
    number, bot, channel, account, place, user_id, user_name, locale, proven, proven_at, talk = row
    return Conversation(
        ConversationId(number), BotId(bot), channel, account, Place(place), user_id, user_name, locale,
        Identity(proven, from_micros(proven_at)) if proven else None, HandoffId(talk) if talk else None,
    )  # fmt: skip


_INBOUND = tuple(field.name for field in fields(Inbound))


def inbound_to_json(message: Inbound) -> str:
    """The `payload` column of the inbox."""
    data = {name: getattr(message, name) for name in _INBOUND}
    return dump({**data, "at": to_micros(message.at)})


def inbound_from_json(text: str) -> Inbound:
    """The inverse of `inbound_to_json`."""
    data = parse(text)
    roles = data.get("roles")
    lists = {
        "attachments": tuple(data["attachments"]),
        "refused": tuple(data.get("refused", ())),
        "roles": None if roles is None else tuple(roles),
    }
    return Inbound(**{**data, **lists, "at": from_micros(data["at"])})


def said_to_json(said: Said) -> str:
    """The `words` column of a message."""
    more = {"files": said.files, "by": said.name}
    return dump(words_to_json(said.words) | {name: value for name, value in more.items() if value})


def said_from_row(author: str, words: str, at: int) -> Said:
    """The inverse of `said_to_json`, with the columns beside it."""
    data = parse(words)
    files, name = tuple(data.pop("files", ())), data.pop("by", "")
    return Said(author, words_from_json(data), from_micros(at), files, name)
