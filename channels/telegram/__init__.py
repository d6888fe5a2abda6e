"""Telegram: customers, reviewers and admins by the Bot API, with aiogram as its typed client.

Importing anything but `settings` here loads aiogram, which takes seconds: only a process that serves Telegram does.
"""
