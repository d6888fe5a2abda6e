"""Where the models of the tables are, for those who open a database."""

MODELS = ["storage.models", "storage.models_people", "storage.models_talks"]
"""By module: what is done, what people have set up by commands, and their talks with customers."""
