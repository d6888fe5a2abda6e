"""Chance and keyed digests from the operating system and the instance's key."""

import base64
import hashlib
import hmac
import secrets

from cryptography.fernet import Fernet, InvalidToken

from engine.ids import random_id


class InstanceSecrets:
    """`engine.ports.Secrets` under the key that the database keeps."""

    def __init__(self, key: str) -> None:
        self._key = bytes.fromhex(key)
        self._box = Fernet(base64.urlsafe_b64encode(bytes.fromhex(self.digest("seal"))))

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

    def seal(self, text: str) -> str:
        """The text encrypted and signed, so that only `unseal` of this instance reads it."""
        return self._box.encrypt(text.encode()).decode("ascii")

    def unseal(self, sealed: str) -> str:
        """The inverse of `seal`; raises ValueError for what this instance has not sealed."""
        try:
            return self._box.decrypt(sealed).decode()
        except InvalidToken as error:
            raise ValueError("this instance has not sealed that") from error
