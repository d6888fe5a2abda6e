"""What a button carries: `h1:<handoff id>:<action>`, at most 64 bytes; what it means is in the database.

Once a value of the request was changed, a button that says yes to it carries the edition that its card shows, as
`h2:<handoff id>:<action>:<edition>`. The version in the prefix stays readable for ever, so that a button posted by an
older release still decides.
"""

from dataclasses import dataclass, replace

MOST_BYTES = 64
_PREFIX, _WITH_EDITION = "h1", "h2"
_MOST_DIGITS = 6

MORE, LESS, TALK, OPEN = "more", "less", "talk", "open"
"""Buttons that decide nothing: the rarer actions and back, the whole conversation, the card in a private chat."""
REVEAL = "reveal"
"""Shows what is masked to whoever asks, and puts that on record."""
OPTION = "option"
"""How the actions of a request's own options begin, `option1` and so on."""
ASK = "ask_"
"""How the actions begin that ask for words first, where a channel has forms to ask by."""
EDIT = "ask_edit"
"""Asks for a value of the request to be changed; what was filled in comes as `edit`."""
BECAUSE = "because"
"""How the actions of the offered reasons begin, `because1` and so on."""


@dataclass(frozen=True, slots=True)
class CardToken:
    """A decoded button: not proof of anything, the desk checks who tapped and what stands."""

    handoff: str
    action: str
    edition: int = 0
    """How many changes of the request the card with the button shows."""


def encode(token: CardToken) -> str:
    """Spell a button's payload; raises ValueError beyond 64 bytes."""
    text = f"{_PREFIX}:{token.handoff}:{token.action}"
    if token.edition:
        text = f"{_WITH_EDITION}:{token.handoff}:{token.action}:{token.edition}"
    if len(text.encode()) > MOST_BYTES:
        raise ValueError(f"{text!r} is longer than {MOST_BYTES} bytes")
    return text


def decode(text: str) -> CardToken | None:
    """Read a button's payload; None if no release of ours made it."""
    prefix, *parts = text.split(":")
    edition = parts.pop() if prefix == _WITH_EDITION and len(parts) == 3 else ""
    if prefix != (_WITH_EDITION if edition else _PREFIX) or not _is_number(edition or "0"):
        return None
    if len(parts) != 2 or not parts[0].isalnum() or not parts[1].isidentifier():
        return None
    return CardToken(handoff=parts[0], action=parts[1], edition=int(edition or 0))


def is_same_button(one: str, other: str) -> bool:
    """Whether both are the same button, be it on cards that show different editions of the request."""
    first, second = decode(one), decode(other)
    return one == other or bool(first and second and replace(first, edition=0) == replace(second, edition=0))


def of_nothing_seen(text: str) -> str:
    """The payload for below words that show no request: whoever says yes by it has seen none of its changes."""
    token = decode(text)
    return encode(replace(token, edition=0)) if token else text


def action_of(text: str) -> str:
    """The action that a button's payload names, or ""."""
    token = decode(text)
    return token.action if token else ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
