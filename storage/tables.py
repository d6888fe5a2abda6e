"""Where the models of the tables are, for those who open a database."""

MODELS = [
    "storage.models",
    "storage.models_board",
    "storage.models_people",
    "storage.models_talks",
    "storage.models_web",
]
"""By module: what is done, what stands on the page of the playground, what people have set up by commands, talks, and
the dashboard."""
