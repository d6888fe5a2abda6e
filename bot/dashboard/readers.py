"""Who reads and acts on the dashboard, in the house's own terms: their account, their language, their clock."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.desk import Actor
from bot.i18n import Locales
from bot.settings import Settings
from bot.settings_channels import WEB
from channels.web.dashboard.base import Moment, Viewer
from engine.ports import Clock


class Readers:
    """Words and moments for viewers, and viewers as the desk knows them."""

    def __init__(self, settings: Settings, locales: Locales, clock: Clock) -> None:
        self._settings = settings
        self.locales = locales
        self.clock = clock

    def actor(self, viewer: Viewer) -> Actor:
        """The person as they act on the dashboard. Which roles they have on a platform nobody can see here."""
        place = f"{WEB}:{viewer.person}"
        return Actor(place, viewer.name, place, viewer.locale, roles=None)

    def text(self, viewer: Viewer, message_id: str, **args: Any) -> str:
        """A message in the viewer's language."""
        return self.locales.text(viewer.locale, message_id, **args)

    def moment(self, viewer: Viewer, at: datetime) -> Moment:
        """A moment by the viewer's clock."""
        zone, now = self.zone(viewer), self.clock.now()
        text = self.locales.moment(viewer.locale, at, now, zone)
        return Moment(text, at.isoformat(), self.locales.moment(viewer.locale, at, None, zone))

    def span(self, viewer: Viewer, span: timedelta) -> str:
        """A length of time in the viewer's language."""
        return self.locales.duration(viewer.locale, span)

    def zone(self, viewer: Viewer) -> ZoneInfo:
        """Where the viewer's clock goes."""
        person = self._settings.people.get(viewer.person)
        return ZoneInfo((person.timezone if person else "") or "UTC")
