"""Answers to taps."""

from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.errors import OLD_QUERY, bad
from tests.fakes.telegram.formatted import units
from tests.fakes.telegram.taps import Answer

TEXT = 200


@answers("answerCallbackQuery")
def answer_tap(call: Call) -> bool:
    """Once, in time, by the bot that was asked; text of 0-200 characters."""
    tap = call.world.taps.get(str(call.get("callback_query_id")))
    text = call.get("text") or ""
    late = tap is not None and call.world.now() - tap.at > call.world.limits.answer_life
    if tap is None or tap.bot is not call.bot or tap.given is not None or late:
        raise bad(OLD_QUERY)
    if units(text) > TEXT:
        raise bad("MESSAGE_TOO_LONG")
    tap.give(Answer(text, bool(call.get("show_alert")), call.get("url")))
    call.world.changed()
    return True
