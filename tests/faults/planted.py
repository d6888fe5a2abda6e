"""Bugs to plant: each is an edit of the sources that somebody could make, with the tests that must see it."""

from tests.faults import bugs_of_bot, bugs_of_engine, bugs_of_mail, bugs_of_storage, bugs_of_talks

BUGS = (*bugs_of_storage.BUGS, *bugs_of_engine.BUGS, *bugs_of_bot.BUGS, *bugs_of_mail.BUGS, *bugs_of_talks.BUGS)
