"""Lists the open requests that somebody may decide, page by page."""

from collections.abc import Sequence
from dataclasses import replace

from bot.admin.words import Words
from bot.card_words import SHORT_ID
from bot.desk import Actor, Desk
from bot.masking import masked_reason
from bot.people import People
from bot.review.filters import BadFilter, Filters, parse
from engine.effects import Effect
from engine.handoff import Handoff
from engine.ids import PersonId
from engine.store import EVERY, Sought, Turn

PAGE = 10
"""How many requests one answer lists."""
LONGEST_REASON = 200


class Listing:
    """Answers /pending and /mine."""

    def __init__(self, desk: Desk, people: People, words: Words) -> None:
        self._desk = desk
        self._people = people
        self._words = words

    async def pending(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """Everything that waits for a decision of this person, narrowed by filters."""
        return await self._list(actor, argument, "pending")

    async def mine(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """The same of what this person looks after."""
        return await self._list(actor, argument, "mine")

    async def _list(self, actor: Actor, argument: str, command: str) -> Sequence[Effect]:
        try:
            filters = parse(argument)
            sought = self._sought(filters)
            team = self._team(filters)
        except BadFilter as bad:
            return self._words.say(actor, "command-usage-pending", word=bad.word[:40], command=f"/{command}")
        if command == "mine":
            filters = replace(filters, flags=filters.flags | {"mine"})
        found = [each for each in await self._desk.pending(actor, sought) if self._is_meant(actor, each, filters, team)]
        if not found:
            is_narrowed = "yes" if filters.typed or command == "mine" else ""
            return self._words.say(actor, "command-pending-empty", narrowed=is_narrowed)
        return self._words.lines(actor, self._page(actor, found, filters, command))

    def _sought(self, filters: Filters) -> Sought:
        bot = self._people.find_bot(filters.bot) if filters.bot else ""
        if bot is None:
            raise BadFilter(f"bot:{filters.bot}")
        before = self._words.clock.now() - filters.older if filters.older else None
        return replace(EVERY, bot=bot, before=before)

    def _team(self, filters: Filters) -> str:
        team = self._people.find_team(filters.team) if filters.team else ""
        if team is None:
            raise BadFilter(f"team:{filters.team}")
        return team

    def _is_meant(self, actor: Actor, handoff: Handoff, filters: Filters, team: str) -> bool:
        assignee: PersonId | None = handoff.progress.assignee
        return not (
            (team and team not in handoff.teams)
            or (filters.mine and assignee != self._people.identity(actor.account))
            or (filters.unclaimed and assignee is not None)
            or (filters.bulk and not handoff.question.may_be_together)
        )

    def _page(self, actor: Actor, found: Sequence[Handoff], filters: Filters, command: str) -> list[str]:
        pages = -(-len(found) // PAGE)
        page = min(filters.page, pages)
        listed = found[(page - 1) * PAGE : page * PAGE]
        lines = [self._words.text(actor, "command-pending", count=len(found))]
        lines += [self._line(actor, handoff) for handoff in listed]
        together = [handoff.id[:SHORT_ID] for handoff in found if handoff.question.may_be_together]
        if len(together) > 1:
            example = f"/approve {' '.join(together[:3])}"
            lines.append(self._words.text(actor, "command-pending-bulk", command=example))
        if pages > 1:
            following = page + 1 if page < pages else 1
            again = " ".join(part for part in (f"/{command}", filters.typed, str(following)) if part)
            told = {"page": str(page), "pages": str(pages), "command": again, "last": "" if page < pages else "yes"}
            lines.append(self._words.text(actor, "command-pending-more", **told))
        return lines

    def _line(self, actor: Actor, handoff: Handoff) -> str:
        reason = masked_reason(handoff.question, self._words.text(actor, "card-secret"))
        return self._words.text(
            actor,
            "command-pending-line",
            id=handoff.id[:SHORT_ID],
            bot=self._people.bot_name(handoff.bot),
            opened=self._words.moment(actor, handoff.opened_at),
            reason=reason if len(reason) <= LONGEST_REASON else f"{reason[:LONGEST_REASON]}…",
            by=handoff.progress.assignee_name,
            bulk="yes" if handoff.question.may_be_together else "",
        )
