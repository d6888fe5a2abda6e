"""E-mail: cards whose links lead to a page of ours, codes, and what the mail provider tells of mails that bounced.

It knows `channels.base` and nothing else of the house. `resend` and `aiosmtplib` are imported only here.
"""
