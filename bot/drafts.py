"""Letters as they are sent, kept sealed with their effects until they are."""

from collections.abc import Mapping
from typing import Any

from bot.secrets import InstanceSecrets
from engine.store import Store
from engine.values import dump, parse


class Drafts:
    """`channels.email.reviews.Drafts`."""

    def __init__(self, store: Store, secrets: InstanceSecrets) -> None:
        self._store = store
        self._secrets = secrets

    async def kept(self, key: str, made: Mapping[str, Any]) -> Mapping[str, Any]:
        """What is kept under the key, which is this if nothing was."""
        sealed = await self._store.keep_letter(key, self._secrets.seal(dump(made)))
        kept: Mapping[str, Any] = parse(self._secrets.unseal(sealed))
        return kept
