"""The tables of talks with customers: where they are held, and which message is the copy of which."""

from tortoise import fields
from tortoise.fields import OnDelete
from tortoise.indexes import Index
from tortoise.models import Model

from storage.models import Handoff


class Room(Model):
    """Where the talk of a handoff is held: a place of its own, or one where replies belong to it."""

    id = fields.BigIntField(primary_key=True)
    handoff: fields.OneToOneRelation["Handoff"] = fields.OneToOneField("models.Handoff", on_delete=OnDelete.RESTRICT)
    place = fields.CharField(200)
    own = fields.BooleanField()
    is_open = fields.BooleanField()

    class Meta:
        table = "room"
        indexes = (Index(fields=("place",)),)


class Relayed(Model):
    """A message of a talk that was carried on: the copy, and its source where somebody wrote one."""

    id = fields.BigIntField(primary_key=True)
    handoff: fields.ForeignKeyRelation["Handoff"] = fields.ForeignKeyField(
        "models.Handoff", on_delete=OnDelete.RESTRICT, db_index=False
    )
    place = fields.CharField(200)
    ref = fields.CharField(200)
    source_place = fields.CharField(200, null=True)
    source_ref = fields.CharField(200, null=True)

    class Meta:
        table = "relayed"
        indexes = (Index(fields=("place", "ref")), Index(fields=("source_place", "source_ref")))
