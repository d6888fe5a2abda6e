"""Texts as Telegram shows them: how long one may be, and none that turns into a link or a command by itself."""

import re

MOST = 4096
"""Units of a message's text, https://core.telegram.org/bots/api#sendmessage."""
MOST_CAPTION = 1024

_LINK = re.compile(r"(?<!\w)@(?=\w)|(?<![\w/<>])/(?=\w)")


def unlinked(text: str) -> str:
    """The text with no `@name` and no `/command` to be tapped: a word joiner behind the sign, which nobody sees."""
    return _LINK.sub("\\g<0>\u2060", text)
