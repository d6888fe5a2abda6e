"""The commands of reviewers, by subject."""

from dataclasses import dataclass

from bot.review.care import Care
from bot.review.deciding import Deciding
from bot.review.listing import Listing
from bot.review.talking import TalkCommands


@dataclass(frozen=True, slots=True)
class Subjects:
    """Who answers what; that only reviewers get as far as this is looked at before."""

    listing: Listing
    deciding: Deciding
    care: Care
    talking: TalkCommands
