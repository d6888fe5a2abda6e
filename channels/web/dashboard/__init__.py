"""The dashboard: the same desk as in chats, for people at a desk; every page works without its script."""
