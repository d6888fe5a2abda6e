"""Which channel serves a place."""

from collections.abc import Mapping

from channels.base import Channel, Gone


def serving(channels: Mapping[str, Channel], place: str) -> Channel:
    """The channel of a place, by the name that the place begins with; raises Gone where none is configured."""
    name = place.partition(":")[0]
    if name not in channels:
        raise Gone(f"no channel serves {place}")
    return channels[name]
