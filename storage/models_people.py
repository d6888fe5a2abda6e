"""The tables of what people have set up by commands: places, joined accounts, absences, channels put to silence.

As in `storage.models`, moments are microseconds since 1970 UTC.
"""

from tortoise import fields
from tortoise.models import Model


class Binding(Model):
    """A place that was tied to a team by command. Places from the configuration are not here."""

    place = fields.CharField(200, primary_key=True)
    team = fields.CharField(100)
    person = fields.CharField(100)
    at = fields.BigIntField()

    class Meta:
        table = "binding"


class BindingCode(Model):
    """The one-time code with which a place can be tied to a team, by its digest only. A new one replaces it."""

    team = fields.CharField(100, primary_key=True)
    digest = fields.CharField(64)
    person = fields.CharField(100)
    told = fields.CharField(200)
    tries_left = fields.IntField()
    expires_at = fields.BigIntField()

    class Meta:
        table = "binding_code"


class AccountLink(Model):
    """An account that somebody proved to be theirs. One that was taken off again stays on record with its end."""

    id = fields.BigIntField(primary_key=True)
    account = fields.CharField(300)
    principal = fields.CharField(140)
    at = fields.BigIntField()
    ended_at = fields.BigIntField(null=True)

    class Meta:
        table = "account_link"
        unique_together = (("account", "principal"),)


class LinkCode(Model):
    """The one-time code with which an account can be joined, by its digest only. A new one replaces it."""

    key = fields.CharField(160, primary_key=True)
    digest = fields.CharField(64)
    principal = fields.CharField(140)
    account = fields.CharField(300)
    told = fields.CharField(200)
    expires_at = fields.BigIntField()
    used_by = fields.CharField(300, null=True)

    class Meta:
        table = "link_code"


class LinkTry(Model):
    """How many wrong codes were typed from an account. Dropped when they are too old to count."""

    account = fields.CharField(300, primary_key=True)
    tries = fields.IntField()
    until = fields.BigIntField()

    class Meta:
        table = "link_try"


class Absence(Model):
    """Somebody who is away, until when, and who decides in their stead, if anybody."""

    person = fields.CharField(100, primary_key=True)
    delegate = fields.CharField(100)
    until = fields.BigIntField()
    at = fields.BigIntField()

    class Meta:
        table = "absence"


class Mute(Model):
    """A channel on which somebody does not want to hear of the requests of their teams."""

    id = fields.BigIntField(primary_key=True)
    person = fields.CharField(100)
    channel = fields.CharField(32)
    at = fields.BigIntField()

    class Meta:
        table = "mute"
        unique_together = (("person", "channel"),)
