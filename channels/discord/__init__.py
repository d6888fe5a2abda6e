"""Discord: customers, reviewers and admins, on discord.py."""
