"""What a button carries: `h1:<handoff id>:<action>`, at most 64 bytes; what it means is in the database.

The version in the prefix stays readable for ever, so that a button posted by an older release still decides.
"""

from dataclasses import dataclass

MOST_BYTES = 64
_PREFIX = "h1"

MORE, LESS, TALK, OPEN = "more", "less", "talk", "open"
"""Buttons that decide nothing: the rarer actions and back, the whole conversation, the card in a private chat."""
REVEAL = "reveal"
"""Shows what is masked to whoever asks, and puts that on record."""
OPTION = "option"
"""How the actions of a request's own options begin, `option1` and so on."""
ASK = "ask_"
"""How the actions begin that ask for words first, where a channel has forms to ask by."""
BECAUSE = "because"
"""How the actions of the offered reasons begin, `because1` and so on."""


@dataclass(frozen=True, slots=True)
class CardToken:
    """A decoded button: not proof of anything, the desk checks who tapped and what stands."""

    handoff: str
    action: str


def encode(token: CardToken) -> str:
    """Spell a button's payload; raises ValueError beyond 64 bytes."""
    text = f"{_PREFIX}:{token.handoff}:{token.action}"
    if len(text.encode()) > MOST_BYTES:
        raise ValueError(f"{text!r} is longer than {MOST_BYTES} bytes")
    return text


def decode(text: str) -> CardToken | None:
    """Read a button's payload; None if no release of ours made it."""
    parts = text.split(":")
    if len(parts) != 3 or parts[0] != _PREFIX or not parts[1].isalnum() or not parts[2].isidentifier():
        return None
    return CardToken(handoff=parts[1], action=parts[2])


def action_of(text: str) -> str:
    """The action that a button's payload names, or ""."""
    token = decode(text)
    return token.action if token else ""
