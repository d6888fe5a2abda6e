"""Rows of the database to the engine's types and back; JSON goes through the one codec."""

from dataclasses import fields
from typing import Any

from engine.conversation import Conversation
from engine.effects import EditCard, Effect, PostCard, PostFiles, SendMail, SendText, words_from_json, words_to_json
from engine.events import Inbound
from engine.ids import BotId, ConversationId, HandoffId, Place, RunId, WorkflowHash
from engine.outcomes import Identity
from engine.run import Run, fill_from_json, run_to_json
from engine.step import Said
from engine.values import dump, from_micros, parse, to_micros

RUN = "id, bot, conversation_id, workflow_id, version, started_at, state"
CONVERSATION = "id, bot, channel, account, place, user_id, user_name, locale, proven, proven_at"


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
    number, bot, channel, account, place, user_id, user_name, locale, proven, proven_at = row
    return Conversation(
        ConversationId(number), BotId(bot), channel, account, Place(place), user_id, user_name, locale,
        Identity(proven, from_micros(proven_at)) if proven else None,
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
    words = words_to_json(said.words)
    return dump({**words, "files": said.files} if said.files else words)


def said_from_row(author: str, words: str, at: int) -> Said:
    """The inverse of `said_to_json`, with the columns beside it."""
    data = parse(words)
    files = tuple(data.pop("files", ()))
    return Said(author, words_from_json(data), from_micros(at), files)


def effect_to_columns(effect: Effect) -> tuple[str, str, str]:
    """The columns `lane, kind, payload` of an effect; effects of one lane go out in order."""
    match effect:
        case SendText(place, words, buttons, locale, deciding, answer_to, wishes):
            data: dict[str, Any] = {"words": words_to_json(words)}
            if answer_to:
                data["answer_to"] = answer_to
            if deciding:
                data["deciding"] = deciding
            if buttons:
                data["buttons"] = buttons
            if locale:
                data["locale"] = locale
            if wishes:
                data["wishes"] = wishes
            return place, "text", dump(data)
        case SendMail(address, subject, body, locale, code, until):
            mail: dict[str, Any] = {"subject": words_to_json(subject), "body": words_to_json(body), "locale": locale}
            if code:
                mail["code"] = code
            if until:
                mail["until"] = to_micros(until)
            return f"mail:{address}", "mail", dump(mail)
        case PostCard(place, handoff):
            return place, "card", dump({"handoff": handoff})
        case EditCard(place, handoff):
            return place, "edit", dump({"handoff": handoff})
        case PostFiles(place, handoff, files):
            return place, "files", dump({"handoff": handoff, "files": files})


def effect_from_columns(lane: str, kind: str, payload: str) -> Effect:
    """The inverse of `effect_to_columns`."""
    data = parse(payload)
    match kind:
        case "text":
            words = words_from_json(data["words"])
            buttons, locale = tuple(data.get("buttons", ())), data.get("locale", "")
            deciding, answer_to = data.get("deciding"), data.get("answer_to", "")
            wishes = tuple(data.get("wishes", ()))
            return SendText(Place(lane), words, buttons, locale, deciding, answer_to, wishes)
        case "mail":
            subject, body = words_from_json(data["subject"]), words_from_json(data["body"])
            until = from_micros(data["until"]) if "until" in data else None
            address = lane.removeprefix("mail:")
            return SendMail(address, subject, body, data["locale"], data.get("code", ""), until)
        case "card":
            return PostCard(Place(lane), HandoffId(data["handoff"]))
        case "edit":
            return EditCard(Place(lane), HandoffId(data["handoff"]))
        case "files":
            return PostFiles(Place(lane), HandoffId(data["handoff"]), tuple(data["files"]))
    raise ValueError(f"no effect is of kind {kind!r}")
