"""What must hold of the mail provider, and of the places that are addresses."""

import base64
import binascii
import re
from collections.abc import Iterator
from email.utils import parseaddr
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.settings_sources import Problem

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.settings_sections import Team

EMAIL = "email"
MEMBERS = f"{EMAIL}:members"
"""The place that is each member of a team, at their own address."""
_ADDRESS = re.compile(r"[^\s@<>,;]{1,64}@[^\s@<>,;]{1,189}")


def check_email(settings: "Settings") -> Iterator[Problem]:
    """The provider, what it needs, and whether people's addresses are addresses."""
    email = settings.email
    if email.leaves_the_house and not is_address(parseaddr(email.sender)[1]):
        fix = 'write it like "Acme <approvals@example.com>"'
        yield Problem("email.from", f"email.from names no address that mails come from: {fix}.")
    if email.provider == "resend":
        yield from _resend(settings)
    if email.provider == "smtp" and (fault := _fault_of_url(email.smtp_url.get_secret_value())):
        fix = "write it like smtp://USER:PASSWORD@HOST:587 or smtps://USER:PASSWORD@HOST:465"
        yield Problem("email.smtp_url", f"email.smtp_url {fault}: {fix}.")
    for name, person in settings.people.items():
        if person.email and not is_address(person.email):
            yield Problem(f"people.{name}.email", f'people.{name}.email = "{person.email}" is no address.')


def _resend(settings: "Settings") -> Iterator[Problem]:
    email = settings.email
    if not email.api_key.get_secret_value():
        yield Problem("email.api_key", "email.api_key is missing: make one under API Keys in Resend.")
    if not email.api_base.startswith(("http://", "https://")):
        yield Problem("email.api_base", "email.api_base is no address: write it like https://api.resend.com.")
    secret = email.webhook_secret.get_secret_value()
    if secret and not _is_signing_secret(secret):
        fix = "take the signing secret of the webhook in Resend, it begins with whsec_"
        yield Problem("email.webhook_secret", f"email.webhook_secret is no signing secret: {fix}.")


def _is_signing_secret(text: str) -> bool:
    try:
        return text.startswith("whsec_") and len(base64.b64decode(text.removeprefix("whsec_"), validate=True)) >= 16
    except binascii.Error:
        return False


def _fault_of_url(url: str) -> str:
    if not url:
        return "is missing"
    try:
        parts = urlsplit(url)
        well = parts.scheme in ("smtp", "smtps") and parts.hostname and (parts.port is None or parts.port > 0)
        return "" if well else "is not the address of a mail server"
    except ValueError:
        return "is not an address; special characters as %XX"


def is_address(text: str) -> bool:
    """Whether a text has the shape of a mail address."""
    return _ADDRESS.fullmatch(text) is not None


def email_place(settings: "Settings", path: str, place: str) -> Iterator[Problem]:
    """Whether mails can go to a place, and links in them lead to us."""
    if place != MEMBERS and not is_address(place.partition(":")[2]):
        yield Problem(path, f'{path} names "{place}": write email:members or email:NAME@EXAMPLE.COM.')
    elif not settings.email.leaves_the_house:
        yield Problem(path, f'{path} names "{place}", but no mail is sent: set [email] provider to resend or smtp.')
    elif not settings.public_url:
        yield Problem(path, f'{path} names "{place}" without public_url, the address to which links in mails lead.')


def members_unread(settings: "Settings", path: str, team: "Team") -> Iterator[Problem]:
    """A team whose cards go to its members, none of whom has an address."""
    known = [settings.people[member] for member in team.members if member in settings.people]
    if MEMBERS in team.post and known and not any(person.email for person in known):
        yield Problem(path, f'{path} names "{MEMBERS}", but none of them has an email in [people].')
