"""Effects to their columns and back."""

from typing import Any

from engine.effects import (
    CloseRoom,
    EditCard,
    EditStatus,
    Effect,
    OpenRoom,
    PostCard,
    PostFiles,
    PostStatus,
    Relay,
    SendMail,
    SendText,
    words_from_json,
    words_to_json,
)
from engine.ids import HandoffId, Place
from engine.talk import Posted
from engine.values import dump, from_micros, parse, to_micros


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
        case PostStatus(place, handoff, locale, answer_to):
            return place, "status", dump({"handoff": handoff, "locale": locale, "answer_to": answer_to})
        case EditStatus(place, handoff):
            return place, "restatus", dump({"handoff": handoff})
        case OpenRoom(place, handoff, words):
            return room_lane(handoff), "room", dump({"place": place, "words": words_to_json(words)})
        case CloseRoom(handoff, words):
            return room_lane(handoff), "close", dump({"words": words_to_json(words)})
        case Relay():
            return _relay_to_columns(effect)


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
        case "status":
            return PostStatus(Place(lane), HandoffId(data["handoff"]), data["locale"], data["answer_to"])
        case "restatus":
            return EditStatus(Place(lane), HandoffId(data["handoff"]))
        case "room":
            return OpenRoom(Place(data["place"]), _of_lane(lane), words_from_json(data["words"]))
        case "close":
            return CloseRoom(_of_lane(lane), words_from_json(data["words"]))
        case "relay":
            return _relay_from_columns(lane, data)
    raise ValueError(f"no effect is of kind {kind!r}")


_ROOM = "room:"


def room_lane(handoff: HandoffId) -> str:
    """The lane of all that goes to a talk's room: nobody knows the place before it was opened."""
    return f"{_ROOM}{handoff}"


def _of_lane(lane: str) -> HandoffId:
    return HandoffId(lane.removeprefix(_ROOM))


def _relay_to_columns(relay: Relay) -> tuple[str, str, str]:
    data: dict[str, Any] = {"handoff": relay.handoff, "words": words_to_json(relay.words)}
    if relay.source:
        data["source"] = [relay.source.place, relay.source.ref]
    more = {"files": relay.files, "quotes": relay.quotes, "edits": relay.edits, "locale": relay.locale}
    data |= {name: value for name, value in more.items() if value}
    return relay.place or room_lane(relay.handoff), "relay", dump(data)


def _relay_from_columns(lane: str, data: dict[str, Any]) -> Relay:
    source = Posted(Place(data["source"][0]), data["source"][1]) if "source" in data else None
    place = None if lane.startswith(_ROOM) else Place(lane)
    return Relay(
        HandoffId(data["handoff"]), words_from_json(data["words"]), place, source, tuple(data.get("files", ())),
        data.get("quotes", ""), data.get("edits", False), data.get("locale", ""),
    )  # fmt: skip
