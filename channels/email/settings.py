"""What the mail channel is told at the start."""

from dataclasses import dataclass
from email.utils import parseaddr
from typing import Literal

PLATFORM = "email"


@dataclass(frozen=True, slots=True)
class EmailSettings:
    """One mail provider; `public_url` is where links lead, without a slash at its end."""

    provider: Literal["resend", "smtp"]
    sender: str
    public_url: str = ""
    api_key: str = ""
    api_base: str = "https://api.resend.com"
    smtp_url: str = ""
    webhook_secret: str = ""

    @property
    def address(self) -> str:
        """The bare address that mails come from."""
        return parseaddr(self.sender)[1]

    @property
    def domain(self) -> str:
        """The domain that mails come from."""
        return self.address.rpartition("@")[2]
