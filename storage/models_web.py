"""The tables of the dashboard and the API: who is signed in, what reviewers say to each other, what can be found."""

from tortoise import fields
from tortoise.fields import OnDelete
from tortoise.indexes import Index
from tortoise.models import Model

from storage.bytewise import BytewiseField
from storage.models import Handoff


class SignIn(Model):
    """A one-time link to the dashboard, by its digest only. Dropped when it is too old to be used."""

    digest = fields.CharField(64, primary_key=True)
    person = fields.CharField(100)
    told = fields.CharField(200)
    expires_at = fields.BigIntField()

    class Meta:
        table = "sign_in"


class WebSession(Model):
    """Somebody who is signed in, by the digest of their cookie. One that has ended stays for the list."""

    digest = fields.CharField(64, primary_key=True)
    person = fields.CharField(100)
    operator = fields.BooleanField()
    agent = fields.CharField(200)
    at = fields.BigIntField()
    seen_at = fields.BigIntField()
    ends_at = fields.BigIntField()
    ended_at = fields.BigIntField(null=True)

    class Meta:
        table = "web_session"
        indexes = (Index(fields=("person",)),)


class Comment(Model):
    """What a reviewer has said to the others about a request. No customer ever reads it."""

    id = fields.BigIntField(primary_key=True)
    handoff: fields.ForeignKeyRelation["Handoff"] = fields.ForeignKeyField(
        "models.Handoff", on_delete=OnDelete.RESTRICT, db_index=False
    )
    person = fields.CharField(100)
    name = fields.TextField()
    at = fields.BigIntField()
    words = fields.TextField()

    class Meta:
        table = "comment"
        indexes = (Index(fields=("handoff_id",)),)


class Found(Model):
    """A handoff as lists are made of it: written by whoever follows the record, a moment after the truth."""

    handoff = fields.CharField(26, primary_key=True)
    bot = fields.CharField(100)
    team = fields.CharField(100)
    teams = fields.TextField()
    kind = fields.CharField(10)
    state = fields.CharField(10)
    node = fields.TextField()
    person = fields.CharField(100, null=True)
    amount = fields.BigIntField(null=True)
    opened_at = fields.BigIntField()
    due_at = fields.BigIntField(null=True)
    closed_at = fields.BigIntField(null=True)

    class Meta:
        table = "found"
        indexes = (
            Index(fields=("opened_at", "handoff")),
            Index(fields=("state", "opened_at", "handoff")),
            Index(fields=("team", "opened_at", "handoff")),
            Index(fields=("person", "opened_at", "handoff")),
            Index(fields=("closed_at",)),
        )


class FoundWord(Model):
    """A word by which a handoff can be found. Nothing secret is one."""

    id = fields.BigIntField(primary_key=True)
    word = BytewiseField(40)
    opened_at = fields.BigIntField()
    handoff = fields.CharField(26)

    class Meta:
        table = "found_word"
        unique_together = (("word", "opened_at", "handoff"),)
        indexes = (Index(fields=("handoff",)),)


class ApiToken(Model):
    """A key of a program, by its digest only. One that was taken back stays on record with its end."""

    id = fields.CharField(26, primary_key=True)
    digest = fields.CharField(64, unique=True)
    name = fields.CharField(100)
    person = fields.CharField(100)
    scopes = fields.TextField()
    at = fields.BigIntField()
    expires_at = fields.BigIntField(null=True)
    used_at = fields.BigIntField(null=True)
    ended_at = fields.BigIntField(null=True)

    class Meta:
        table = "api_token"
        indexes = (Index(fields=("person",)),)


class ApiAnswer(Model):
    """What a program was answered under a key of its own, for a day: asked again, it gets the same answer."""

    key = fields.CharField(64, primary_key=True)
    request = fields.CharField(64)
    entry = fields.BigIntField()
    at = fields.BigIntField()
    answer = fields.TextField(null=True)

    class Meta:
        table = "api_answer"
        indexes = (Index(fields=("at",)),)


class Webhook(Model):
    """An address that is told of handoffs. Its secret is sealed."""

    id = fields.CharField(26, primary_key=True)
    url = fields.TextField()
    secret = fields.TextField()
    events = fields.TextField()
    bot = fields.CharField(100)
    person = fields.CharField(100)
    at = fields.BigIntField()
    ended_at = fields.BigIntField(null=True)

    class Meta:
        table = "webhook"


class WebhookCall(Model):
    """One thing to be told to one address, once per row of the record."""

    id = fields.BigIntField(primary_key=True)
    webhook: fields.ForeignKeyRelation["Webhook"] = fields.ForeignKeyField(
        "models.Webhook", on_delete=OnDelete.RESTRICT, db_index=False
    )
    entry = fields.BigIntField()
    event = fields.CharField(40)
    body = fields.TextField()
    state = fields.CharField(10)
    attempts = fields.IntField(default=0)
    due_at = fields.BigIntField()
    lease_until = fields.BigIntField(null=True)
    detail = fields.TextField(null=True)

    class Meta:
        table = "webhook_call"
        unique_together = (("webhook", "entry"),)
        indexes = (Index(fields=("state", "due_at")),)
