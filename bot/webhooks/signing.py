"""What is sent to an address is signed as standard webhooks are, so that libraries for them can check it."""

import base64
import hashlib
import hmac
import secrets as chance
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.secrets import InstanceSecrets
from engine.values import dump, from_micros, parse, to_micros

PREFIX = "whsec_"
OVERLAP = timedelta(days=1)
"""For how long an earlier secret signs, too, so that its other side has time to take the new one."""


def new_secret() -> str:
    """A secret of 256 bits, in the spelling of standard webhooks."""
    return PREFIX + base64.b64encode(chance.token_bytes(32)).decode()


def signed(secrets: Sequence[str], id: str, at: datetime, body: str) -> dict[str, str]:
    """The headers of a call, with one signature for each secret."""
    stamp = str(int(at.timestamp()))
    signatures = (_signature(secret, f"{id}.{stamp}.{body}") for secret in secrets)
    return {"webhook-id": id, "webhook-timestamp": stamp, "webhook-signature": " ".join(signatures)}


def _signature(secret: str, content: str) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    return "v1," + base64.b64encode(hmac.new(key, content.encode(), hashlib.sha256).digest()).decode()


class Sealing:
    """Keeps the secrets of an address so that only this instance reads them."""

    def __init__(self, secrets: InstanceSecrets) -> None:
        self._secrets = secrets

    def first(self, secret: str) -> str:
        """The first secret of an address, sealed."""
        return self._secrets.seal(dump({"now": secret}))

    def next(self, sealed: str, secret: str, at: datetime) -> str:
        """A new secret, and for a while the one before; raises ValueError as `opened` does."""
        before = self.opened(sealed, at)[0]
        return self._secrets.seal(dump({"now": secret, "before": before, "until": to_micros(at + OVERLAP)}))

    def opened(self, sealed: str, at: datetime) -> Sequence[str]:
        """The secrets that sign at that moment, the newest first; raises ValueError for what is not sealed here."""
        kept = parse(self._secrets.unseal(sealed))
        overlaps = "before" in kept and from_micros(int(kept["until"])) > at
        return [kept["now"], *([kept["before"]] if overlaps else [])]
