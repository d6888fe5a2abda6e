"""The commands by which people set something for themselves, by subject."""

from dataclasses import dataclass

from bot.personal.absences import AbsenceCommands
from bot.personal.channels import ChannelCommands
from bot.personal.dashboard import DashboardCommand
from bot.personal.forgetting import ForgetCommands
from bot.personal.links import LinkCommands


@dataclass(frozen=True, slots=True)
class Personal:
    """What each of them is answered by."""

    links: LinkCommands
    absences: AbsenceCommands
    channels: ChannelCommands
    forgetting: ForgetCommands
    dashboard: DashboardCommand


FORMS = (
    ("link", "/link [...]"),
    ("unlink", "/unlink [...]"),
    ("away", "/away until WHEN [@PERSON]"),
    ("back", "/back"),
    ("notify", "/notify [...]"),
    ("dashboard", "/dashboard"),
    ("forget", "/forget [...]"),
)
"""What people can type of it, in the order of the help."""
