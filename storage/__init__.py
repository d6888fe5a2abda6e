"""`engine.store.Store` on tortoise and SQL; the only room that knows a database."""
