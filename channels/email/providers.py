"""The configured provider, of which only its own library is loaded."""

from channels.email.channel import Email, Surroundings
from channels.email.letter import Post
from channels.email.settings import EmailSettings


def opened(settings: EmailSettings, around: Surroundings) -> Email:
    """The channel on its provider; with a webhook's secret it also hears what Resend tells."""
    if settings.provider == "resend" and settings.webhook_secret:
        from channels.email.resend_events import ResendEvents  # noqa: PLC0415 - resend takes half a second to import

        return Email(settings, around, post(settings), ResendEvents(settings.webhook_secret, around.undelivered))
    return Email(settings, around, post(settings))


def post(settings: EmailSettings) -> Post:
    """Who sends the mails."""
    if settings.provider == "resend":
        from channels.email.resend_post import ResendPost  # noqa: PLC0415 - resend takes half a second to import

        return ResendPost(settings)
    from channels.email.smtp_post import SmtpPost  # noqa: PLC0415 - for those only who have a mail server

    return SmtpPost(settings)
