"""The tables of what is done; `storage.models_people` has those of what people have set up by commands, and
`storage.models_board` those of the playground's page.

Moments are microseconds since 1970 UTC; JSON is text, so that numbers stay as their source wrote them.
Everything points with RESTRICT: nothing of the record vanishes because something else was removed. A class's docstring
becomes its table's comment: tortoise 1.1 wants no semicolon and no quote in it.
"""

from tortoise import fields
from tortoise.fields import OnDelete
from tortoise.indexes import Index
from tortoise.models import Model


class Instance(Model):
    """What this database knows of itself, by name: its id and its secret key."""

    name = fields.CharField(64, primary_key=True)
    value = fields.TextField()

    class Meta:
        table = "instance"


class Workflow(Model):
    """The text of a workflow, pinned for the runs that began with it."""

    hash = fields.CharField(64, primary_key=True)
    name = fields.TextField()
    document = fields.TextField()

    class Meta:
        table = "workflow"


class Conversation(Model):
    """One user on one channel, talking to one bot."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(500, unique=True)
    bot = fields.CharField(100)
    channel = fields.CharField(32)
    account = fields.CharField(100)
    place = fields.CharField(200)
    user_id = fields.CharField(100)
    user_name = fields.TextField()
    locale = fields.CharField(35)
    proven = fields.CharField(254, null=True)
    proven_at = fields.BigIntField(null=True)
    talk = fields.CharField(26, null=True)

    class Meta:
        table = "conversation"


class Inbox(Model):
    """A message as it was heard. Its payload is dropped once it was answered, its source is kept for ever."""

    id = fields.BigIntField(primary_key=True)
    source = fields.CharField(300, unique=True)
    conversation: fields.ForeignKeyRelation["Conversation"] = fields.ForeignKeyField(
        "models.Conversation", on_delete=OnDelete.RESTRICT, db_index=False
    )
    state = fields.CharField(10)
    starts = fields.IntField(default=0)
    payload = fields.TextField(null=True)
    lease_by = fields.CharField(26, null=True)
    lease_until = fields.BigIntField(null=True)

    class Meta:
        table = "inbox"
        indexes = (Index(fields=("state", "conversation_id")),)


class Message(Model):
    """One line of the transcript of a conversation."""

    id = fields.BigIntField(primary_key=True)
    conversation: fields.ForeignKeyRelation["Conversation"] = fields.ForeignKeyField(
        "models.Conversation", on_delete=OnDelete.RESTRICT, db_index=False
    )
    at = fields.BigIntField()
    author = fields.CharField(10)
    words = fields.TextField()

    class Meta:
        table = "message"
        indexes = (Index(fields=("conversation_id",)),)


class Run(Model):
    """One execution of a workflow. Its version counts its commits and guards each of them."""

    id = fields.CharField(26, primary_key=True)
    bot = fields.CharField(100)
    conversation: fields.ForeignKeyRelation["Conversation"] = fields.ForeignKeyField(
        "models.Conversation", on_delete=OnDelete.RESTRICT, db_index=False
    )
    workflow: fields.ForeignKeyRelation["Workflow"] = fields.ForeignKeyField(
        "models.Workflow", on_delete=OnDelete.RESTRICT, db_index=False
    )
    status = fields.CharField(10)
    version = fields.BigIntField()
    started_at = fields.BigIntField()
    lease_until = fields.BigIntField(null=True)
    claims = fields.IntField(default=0)
    state = fields.TextField()
    erasable_since = fields.BigIntField(null=True)
    """When it ended; none while it is open, and none once it was erased: what is due stands in an index by itself."""

    class Meta:
        table = "run"
        indexes = (
            Index(fields=("status", "started_at", "id")),
            Index(fields=("conversation_id",)),
            Index(fields=("bot", "erasable_since")),
        )


class Step(Model):
    """One commit of a run: the nodes that were executed in it, as JSON."""

    id = fields.BigIntField(primary_key=True)
    run: fields.ForeignKeyRelation["Run"] = fields.ForeignKeyField(
        "models.Run", on_delete=OnDelete.RESTRICT, db_index=False
    )
    version = fields.BigIntField()
    at = fields.BigIntField()
    visits = fields.TextField()

    class Meta:
        table = "step"
        unique_together = (("run", "version"),)


class ToolIntent(Model):
    """A call with effects: written before it is made, with its exact bytes. Its end is written after."""

    key = fields.CharField(25, primary_key=True)
    run: fields.ForeignKeyRelation["Run"] = fields.ForeignKeyField(
        "models.Run", on_delete=OnDelete.RESTRICT, db_index=False
    )
    node = fields.TextField()
    token = fields.BigIntField()
    tool = fields.TextField()
    arguments = fields.TextField()
    digest = fields.CharField(64)
    effect = fields.CharField(10)
    attempt = fields.IntField()
    epoch = fields.BigIntField()
    state = fields.CharField(10)
    at = fields.BigIntField()
    deadline = fields.BigIntField()
    ended_at = fields.BigIntField(null=True)
    detail = fields.TextField(null=True)

    class Meta:
        table = "tool_intent"
        indexes = (Index(fields=("run_id",)),)


class Handoff(Model):
    """A pause that waits for people. Its question is JSON and does not change while it waits."""

    id = fields.CharField(26, primary_key=True)
    run: fields.ForeignKeyRelation["Run"] = fields.ForeignKeyField(
        "models.Run", on_delete=OnDelete.RESTRICT, db_index=False
    )
    conversation: fields.ForeignKeyRelation["Conversation"] = fields.ForeignKeyField(
        "models.Conversation", on_delete=OnDelete.RESTRICT, db_index=False
    )
    bot = fields.CharField(100)
    node = fields.TextField()
    token = fields.BigIntField()
    kind = fields.CharField(10)
    team = fields.CharField(100)
    state = fields.CharField(10)
    question = fields.TextField()
    places = fields.TextField()
    requester = fields.CharField(140)
    opened_at = fields.BigIntField()
    due_at = fields.BigIntField(null=True)
    remind_at = fields.BigIntField(null=True)
    unreached = fields.TextField(null=True)
    asked_by = fields.CharField(300, null=True)
    progress = fields.TextField(null=True)
    status_ref = fields.CharField(200, null=True)

    class Meta:
        table = "handoff"
        indexes = (
            Index(fields=("state", "opened_at")),
            Index(fields=("due_at",)),
            Index(fields=("remind_at",)),
            Index(fields=("run_id",)),
        )


class Decision(Model):
    """Who chose what, when, why and where, one per handoff."""

    id = fields.BigIntField(primary_key=True)
    handoff: fields.OneToOneRelation["Handoff"] = fields.OneToOneField("models.Handoff", on_delete=OnDelete.RESTRICT)
    action = fields.CharField(12)
    person = fields.CharField(100, null=True)
    person_name = fields.TextField()
    at = fields.BigIntField()
    reason = fields.TextField()
    via = fields.CharField(200)
    choice = fields.CharField(100, null=True)

    class Meta:
        table = "decision"


class Card(Model):
    """One posted copy of a card."""

    id = fields.BigIntField(primary_key=True)
    handoff: fields.ForeignKeyRelation["Handoff"] = fields.ForeignKeyField(
        "models.Handoff", on_delete=OnDelete.RESTRICT, db_index=False
    )
    place = fields.CharField(200)
    ref = fields.CharField(200)

    class Meta:
        table = "card"
        unique_together = (("handoff", "place", "ref"),)


class Effect(Model):
    """Something the world must be told, once per key. Effects of one lane go out in the order of their ids."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(80, unique=True)
    lane = fields.CharField(300)
    kind = fields.CharField(10)
    state = fields.CharField(10)
    payload = fields.TextField()
    rendered = fields.TextField(null=True)
    attempts = fields.IntField(default=0)
    due_at = fields.BigIntField(null=True)
    lease_until = fields.BigIntField(null=True)
    detail = fields.TextField(null=True)

    class Meta:
        table = "effect"
        indexes = (Index(fields=("state", "lane")),)


class Challenge(Model):
    """A one-time code, by its digest only."""

    id = fields.CharField(26, primary_key=True)
    run: fields.ForeignKeyRelation["Run"] = fields.ForeignKeyField(
        "models.Run", on_delete=OnDelete.RESTRICT, db_index=False
    )
    contact = fields.CharField(254)
    digest = fields.CharField(64)
    tries_left = fields.IntField()
    expires_at = fields.BigIntField()

    class Meta:
        table = "challenge"
        indexes = (Index(fields=("run_id",)),)


class CodeCount(Model):
    """One code that was mailed or about to be, for the limits. Dropped when it is too old to count."""

    key = fields.CharField(80, primary_key=True)
    contact = fields.CharField(254)
    """The digest of an address: whoever is forgotten does not get more codes by that."""
    chat = fields.CharField(100)
    at = fields.BigIntField()

    class Meta:
        table = "code_count"
        indexes = (Index(fields=("contact",)), Index(fields=("chat",)))


class SeenEvent(Model):
    """An event that a mail provider has told, by its id. Dropped when a repetition would be refused for its age."""

    id = fields.CharField(100, primary_key=True)
    at = fields.BigIntField()

    class Meta:
        table = "seen_event"


class Audit(Model):
    """One fact of the record. Rows are numbered without a gap, each hash is over the one before and the row."""

    id = fields.BigIntField(primary_key=True)
    at = fields.BigIntField()
    actor = fields.CharField(140)
    event = fields.CharField(60)
    subject = fields.CharField(100)
    detail = fields.TextField()
    hash = fields.CharField(64)

    class Meta:
        table = "audit"
        indexes = (Index(fields=("subject",)),)
