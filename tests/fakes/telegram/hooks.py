"""setWebhook and its kin."""

import re
from typing import Any

from tests.fakes.telegram.accounts import BotAccount
from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.errors import WEBHOOK_CAME, bad, conflict
from tests.fakes.telegram.receiving import allow, end_poll
from tests.fakes.telegram.webhook import Webhook

CONNECTIONS = 40


@answers("setWebhook")
async def set_webhook(call: Call) -> bool:
    """Deliver to this address from now on; an empty one ends it. A waiting getUpdates ends with 409."""
    secret = call.get("secret_token")
    if secret and len(secret) > 256:
        raise bad("secret token is too long")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
        raise bad("secret token contains unallowed characters")
    url = call.get("url") or ""
    if url and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", url):
        raise bad("invalid webhook URL specified")
    await _end(call)
    allow(call.bot, call)
    if url:
        end_poll(call.bot, conflict(WEBHOOK_CAME))
        connections = min(max(call.get("max_connections", CONNECTIONS), 1), 100)
        call.bot.webhook = Webhook(call.bot, url, secret, connections, call.world.now, _performer(call))
    return True


def _performer(call: Call) -> Any:
    return lambda method, raw: call.world.perform(call.bot, method, raw, {})


@answers("deleteWebhook")
async def delete_webhook(call: Call) -> bool:
    """Back to getUpdates."""
    await _end(call)
    return True


async def _end(call: Call) -> None:
    await stop(call.bot)
    if call.get("drop_pending_updates"):
        call.bot.queue.clear()


async def stop(bot: BotAccount) -> None:
    """End a bot's webhook."""
    hook, bot.webhook = bot.webhook, None
    if hook is not None:
        await hook.stop()


@answers("getWebhookInfo")
def webhook_info(call: Call) -> dict[str, Any]:
    """Where updates go and how the last delivery failed."""
    hook = call.bot.webhook
    shown: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.bot.queue.pending()),
    }
    if call.bot.queue.allowed is not None:
        shown["allowed_updates"] = sorted(call.bot.queue.allowed)
    if hook is not None:
        shown["max_connections"] = hook.connections
        if hook.error is not None:
            shown["last_error_date"], shown["last_error_message"] = hook.error
    return shown
