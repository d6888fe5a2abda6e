"""What Discord's document says of lengths, in its own form, for where the document is absent.

So a card that is too long is refused in every checkout; types and unknown fields are checked by the document alone.
"""

from typing import Any

Part = dict[str, Any]
NULL = ["string", "array", "object", "integer", "boolean", "number", "null"]


def _text(most: int, least: int = 0) -> Part:
    return {"type": NULL, "minLength": least, "maxLength": most}


def _list(inner: Part, most: int, least: int = 0) -> Part:
    return {"type": NULL, "items": inner, "minItems": least, "maxItems": most}


def _object(**fields: Part) -> Part:
    return {"type": NULL, "properties": fields, "additionalProperties": True}


def _component(*types: int, **fields: Part) -> Part:
    return _object(type={"type": NULL, "enum": list(types)}, **fields)


COMPONENT: Part = {"$ref": "#/components/schemas/Component"}
CUSTOM_ID = _text(100, 1)
OPTION = _object(label=_text(100), value=_text(100), description=_text(100))
COMPONENTS = [
    _component(1, components=_list(COMPONENT, 5, 1)),
    _component(2, custom_id=CUSTOM_ID, label=_text(80), url=_text(512)),
    _component(3, 5, 6, 7, 8, 21, 22, custom_id=CUSTOM_ID, placeholder=_text(150), options=_list(OPTION, 25)),
    _component(4, custom_id=CUSTOM_ID, label=_text(45), value=_text(4000), placeholder=_text(100)),
    _component(9, components=_list(COMPONENT, 3, 1), accessory=COMPONENT),
    _component(10, content=_text(4000, 1)),
    _component(11, 12, 13, 14, 19, 23),
    _component(17, components=_list(COMPONENT, 40, 1)),
    _component(18, label=_text(45, 1), description=_text(100), component=COMPONENT),
]
NAMED = _object(name=_text(256), value=_text(1024), text=_text(2048))
EMBED = _object(title=_text(256), description=_text(4096), fields=_list(NAMED, 25), footer=NAMED, author=NAMED)
MESSAGE = {"embeds": _list(EMBED, 10), "components": _list(COMPONENT, 40), "nonce": _text(25)}
ANSWER = _object(
    **MESSAGE,
    title=_text(45, 1),
    custom_id=CUSTOM_ID,
    choices=_list(_object(name=_text(100, 1)), 25),
)
COMMAND_OPTION: Part = {"$ref": "#/components/schemas/Option"}
OPTIONS = {
    "name": _text(32, 1),
    "description": _text(100),
    "options": _list(COMMAND_OPTION, 25),
    "choices": _list(_object(name=_text(100, 1)), 25),
}
BODIES: dict[str, Part] = {
    "create_message": _object(**MESSAGE),
    "update_message": _object(**MESSAGE),
    "execute_webhook": _object(**MESSAGE),
    "update_original_webhook_message": _object(**MESSAGE),
    "update_webhook_message": _object(**MESSAGE),
    "create_interaction_response": _object(data=ANSWER),
    "create_thread": _object(name=_text(100, 1), message=_object(**MESSAGE)),
    "create_thread_from_message": _object(name=_text(100, 1)),
    "bulk_set_application_commands": _list(_object(**OPTIONS), 130),
    "bulk_set_guild_application_commands": _list(_object(**OPTIONS), 130),
}
SCHEMAS: dict[str, Part] = {"Component": {"oneOf": COMPONENTS}, "Option": _object(**OPTIONS)}
