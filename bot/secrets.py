"""Chance and keyed digests from the operating system and the instance's key."""

import hashlib
import hmac
import secrets

from engine.ids import random_id


class InstanceSecrets:
    """`engine.ports.Secrets` under the key that the database keeps."""

    def __init__(self, key: str) -> None:
        self._key = bytes.fromhex(key)

    def new_id(self) -> str:
        """A fresh 128-bit identifier."""
        return random_id(secrets.token_bytes(16))

    def new_code(self) -> str:
        """A fresh one-time code of six digits."""
        return f"{secrets.randbelow(1_000_000):06d}"

    def digest(self, *parts: str) -> str:
        """HMAC-SHA-256 of the parts, each with its length, so that no two lists of parts look alike."""
        text = "".join(f"{len(part)}:{part}" for part in parts)
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()
