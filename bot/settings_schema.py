"""What the models of the configuration know: which keys a table has, and what type each of them is."""

from collections.abc import Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, SecretStr

FROM_FILE = "_file"
"""`KEY_file = path` stands for a secret `KEY`."""


def child_of(kind: Any, key: str) -> Any:
    """The type of a key inside a model or a free table; None if there is no such key."""
    if _is_model(kind):
        for name, field in kind.model_fields.items():
            if key == (field.alias or name):
                return _plain(field.annotation)
            if key == (field.alias or name) + FROM_FILE and _plain(field.annotation) is SecretStr:
                return str
        return None
    return _plain(get_args(kind)[1]) if get_origin(kind) is not None and is_table(kind) else None


def names_in(kind: Any) -> list[str]:
    return [field.alias or name for name, field in kind.model_fields.items()] if _is_model(kind) else []


def _plain(annotation: Any) -> Any:
    """`X | None` is X."""
    if get_origin(annotation) in (Union, UnionType):
        return next(_plain(part) for part in get_args(annotation) if part is not type(None))
    return annotation


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def is_table(kind: Any) -> bool:
    origin = get_origin(kind)
    return _is_model(kind) or (isinstance(origin, type) and issubclass(origin, Mapping))


def is_free(kind: Any) -> bool:
    """Whether a table's keys are names of somebody else's, to be kept as they are written."""
    return not _is_model(kind) and not _is_model(child_of(kind, ""))
