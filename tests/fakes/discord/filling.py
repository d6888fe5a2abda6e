"""A form as a client sends it, after checking what a client checks."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord.presses import Modal
from tests.fakes.discord.slashes import chosen


def filled(modal: Modal, values: dict[str, Any]) -> list[dict[str, Any]]:
    """A form's components as they are submitted."""
    fields = modal.fields()
    by_id = {field["custom_id"]: label for label, field in fields.items()}
    given = {by_id.get(name, name): value for name, value in values.items()}
    unknown = given.keys() - fields.keys()
    assert not unknown, f"the form has no {unknown}, but {list(fields)}"
    made = []
    for one in modal.components:
        if one["type"] == 18:
            made.append({"type": 18, "id": one["id"], "component": _field(one["component"], one["label"], given)})
        elif one["type"] == 1:
            inner = [_field(each, each.get("label", each["custom_id"]), given) for each in one["components"]]
            made.append({"type": 1, "id": one["id"], "components": inner})
        else:
            made.append({"type": one["type"], "id": one["id"]})
    return made


def _field(field: dict[str, Any], label: str, given: dict[str, Any]) -> dict[str, Any]:
    made = {"type": field["type"], "id": field["id"], "custom_id": field["custom_id"]}
    required = field.get("required", True)
    if field["type"] == 4:
        value = str(given.get(label, field.get("value", "")))
        assert value or not required, f"the field {label!r} must be filled in"
        least, most = field.get("min_length") or 0, field.get("max_length") or 4000
        assert not value or least <= len(value) <= most, f"the field {label!r} takes {least} to {most} characters"
        return {**made, "value": value}
    values = given.get(label, [])
    if field["type"] in (21, 23):
        return {**made, "value": values if label in given else (False if field["type"] == 23 else None)}
    labels = [values] if isinstance(values, str) else list(values)
    assert labels or field.get("min_values") == 0 or not required, f"the field {label!r} must be filled in"
    return {**made, "values": chosen(field, labels)}
