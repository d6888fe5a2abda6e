"""What a waiting token can be resumed with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from engine.effects import Message
from engine.ids import PersonId
from engine.tools import Refused, Returned


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message as it was written down: who said what, where, when."""

    text: str
    user_id: str
    user_name: str
    platform: str
    channel_id: str
    at: datetime
    attachments: tuple[Mapping[str, Any], ...] = ()
    reply_to: str = ""
    """The message of ours that it answers, by the platform's own id."""
    readable: bool = True
    """False for what is neither text nor a file that can be taken, such as a sticker."""
    answer_to: str = ""
    """Where the platform waits for the answer to this very message, if it does; only its channel reads it."""
    roles: tuple[str, ...] | None = None
    """The platform's roles that the author had then, as a team names them; None where nobody could tell."""
    ref: str = ""
    """The message's own id on its platform, as replies to it and edits of it name it."""
    is_edit: bool = False
    """Whether it is the new text of the message `ref`, which was heard before."""
    refused: tuple[Mapping[str, Any], ...] = ()
    """Files that came with it and are passed on to nobody: as `attachments`, `refused` says why, `most` the bound."""

    @property
    def is_hollow(self) -> bool:
        """Whether nothing is left of it but files that were refused."""
        return bool(self.refused) and not self.attachments and not self.text.strip()

    def refusals(self) -> Sequence[Message]:
        """What its author is told of the files that were refused."""
        return [
            Message(f"customer-file-{file['refused']}", {"name": file["name"], "most": file["most"]})
            for file in self.refused
        ]


@dataclass(frozen=True, slots=True)
class Replied:
    """The customer answered."""

    message: Inbound


@dataclass(frozen=True, slots=True)
class Decided:
    """A person (or the clock) decided a handoff; `handle` is the edge to follow, `result` what `{{handoff}}` holds."""

    handle: str
    result: dict[str, Any] = field(default_factory=dict)
    by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class CodeTried:
    """One try was taken from a code's count; `digest` is None when no try was left or the code had expired."""

    digest: str | None
    tries_left: int
    expired: bool = False


@dataclass(frozen=True, slots=True)
class CodeCounted:
    """Whether one more code may be mailed; `again_at` says from when on if it may not."""

    again_at: datetime | None = None


CallEnded = Returned | Refused
Event = Replied | Decided | CodeTried | CodeCounted | CallEnded
