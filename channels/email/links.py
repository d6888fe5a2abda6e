"""What a link in a mail carries: whose it is, for which request, to do what; all of it signed, for a time.

A token proves nothing but that we mailed it to this person. That it works once is the request's own doing: it can be
decided once. Old keys are believed for as long as the links that they signed live.
"""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from itsdangerous import BadData, URLSafeSerializer

from channels.email.reviews import Keys, Now

LIVES = timedelta(days=14)
FORM_LIVES = timedelta(hours=1)
LONGEST = 1024
_SIGNER = {"digest_method": hashlib.sha256, "key_derivation": "hmac"}


class Link(NamedTuple):
    """The meaning of a link. `visit` is the one pause that asks, `arguments` a digest of what Approve calls."""

    handoff: str
    visit: str
    arguments: str
    person: str
    action: str


class BadLink(Exception):
    """No link of ours."""


class OldLink(Exception):
    """A link of ours whose time is over."""


class Links:
    """Signs and reads links, and the values of the forms on their pages."""

    def __init__(self, keys: Keys, now: Now) -> None:
        self._keys = keys
        self._now = now

    async def token(self, link: Link) -> str:
        """Spell a link; it can be read for `LIVES`."""
        return self._signed((await self._keys.keys())[-1], "link", list(link), LIVES)

    async def read(self, token: str) -> Link:
        """Read a link; raises BadLink, or OldLink."""
        return Link(*self._read(await self._keys.keys(), "link", token, len(Link._fields)))

    async def form(self, token: str) -> str:
        """A value that only a page of this link has, for `FORM_LIVES`."""
        return self._signed((await self._keys.keys())[-1], "form", [_digest(token)], FORM_LIVES)

    async def is_form(self, value: str, token: str) -> bool:
        """Whether a form came from a page of this link, not long ago."""
        try:
            [digest] = self._read(await self._keys.keys(), "form", value, 1)
        except (BadLink, OldLink):
            return False
        return hmac.compare_digest(digest, _digest(token))

    def _signed(self, key: str, purpose: str, parts: Sequence[str], lives: timedelta) -> str:
        until = int((self._now() + lives).timestamp())
        return str(_serializer(key, purpose).dumps([*parts, until]))

    def _read(self, keys: Sequence[str], purpose: str, token: str, count: int) -> Sequence[str]:
        if len(token) > LONGEST or not token.isascii():
            raise BadLink
        payload = next(_payloads(keys, purpose, token), None)
        if not isinstance(payload, list) or len(payload) != count + 1:
            raise BadLink
        if payload[-1] <= self._now().timestamp():
            raise OldLink
        return payload[:-1]


def _payloads(keys: Sequence[str], purpose: str, token: str) -> Iterator[Any]:
    """What a token says under each key that signed it; another spelling of the same bytes is no token of ours."""
    for key in reversed(keys):
        serializer = _serializer(key, purpose)
        try:
            payload = serializer.loads(token)
        except BadData:
            continue
        if hmac.compare_digest(str(serializer.dumps(payload)), token):
            yield payload


def _serializer(key: str, purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(key, salt=f"assent mail {purpose}", signer_kwargs=_SIGNER)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:32]
