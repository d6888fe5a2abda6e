"""Imported by the fork server alone: what every life would otherwise do again before it is ready."""

from contextlib import suppress

import channels.discord.channel
import channels.telegram.channel  # noqa: F401 - as long as all the rest
from bot.i18n import Locales
from engine.registry import node_types

Locales().available()
node_types()
with suppress(ModuleNotFoundError):
    import storage.postgres_backend
    import storage.postgres_migrate
    import storage.steady
    import storage.watch  # noqa: F401
