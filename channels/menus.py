"""The commands that a platform offers in its menus, described in every language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """What may stand behind a command; `name` is the same for every language, labels and descriptions are by tag.

    With `of_requests` it is the id of a request, and a platform that can offers those which are open.
    """

    name: str
    labels: Mapping[str, str]
    descriptions: Mapping[str, str]
    needed: bool = False
    of_requests: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A command that a menu offers: its name without the slash, and by language tag its label and what it does."""

    name: str
    descriptions: Mapping[str, str]
    labels: Mapping[str, str]
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Menus:
    """Which commands are offered to everybody, to reviewers besides, and to admins besides."""

    everybody: tuple[Command, ...] = ()
    reviewers: tuple[Command, ...] = ()
    admins: tuple[Command, ...] = ()
    default_locale: str = "en"
