"""The tables of what stands on the playground's page; see `storage.models` for what all tables have in common."""

from tortoise import fields
from tortoise.models import Model


class Board(Model):
    """One thing on the page of the playground. Its version grows with every change of any item."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(300, unique=True)
    version = fields.BigIntField(unique=True)
    place = fields.CharField(200)
    kind = fields.CharField(10)
    body = fields.TextField()
    at = fields.BigIntField()

    class Meta:
        table = "board"


class BoardFile(Model):
    """A file that somebody attached on the page of the playground, or that was brought there from elsewhere."""

    id = fields.CharField(64, primary_key=True)
    name = fields.TextField()
    media_type = fields.CharField(100)
    size = fields.BigIntField()
    data = fields.BinaryField()

    class Meta:
        table = "board_file"
