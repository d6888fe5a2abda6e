"""One-time codes that people copy from one chat to another: letters that nobody mistakes for others."""

import secrets
from datetime import timedelta

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8
HALF = LENGTH // 2
LIFE = timedelta(minutes=15)
TRIES = 5
"""How many wrong codes a right one survives: 23^8 could be right."""


def new_code() -> str:
    """A fresh code as it is shown, such as `KQRM-VTBA`."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[:HALF]}-{letters[HALF:]}"


def read_code(text: str) -> str:
    """A code as somebody typed it, brought to one spelling: case, spaces and hyphens do not matter."""
    return "".join(letter for letter in text.upper() if letter.isalnum())
