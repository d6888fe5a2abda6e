"""What pages show of a conversation: all of its lines, and its files; who opened one is on record."""

from collections.abc import Iterator, Sequence

from bot.desk import Actor, Desk
from bot.files import Files, NotBrought
from bot.i18n import Locales
from bot.showing import Showing
from bot.transcripts import Transcript, attachments
from channels.base import RetryAfter, Unreachable
from channels.views import Content, FileLink, NoFile, Spoken
from engine.ids import HandoffId
from engine.step import Said
from engine.store import Store

OPENED = "file.opened"


class PageTalks:
    """For those whom the desk lets see a request; who asks has looked that up."""

    def __init__(self, store: Store, desk: Desk, showing: Showing, files: Files, locales: Locales) -> None:
        self._store = store
        self._desk = desk
        self._showing = showing
        self._files = files
        self._locales = locales

    async def talk(self, actor: Actor, handoff_id: HandoffId) -> Sequence[Spoken]:
        """The whole conversation."""
        handoff = (await self._store.case(handoff_id)).handoff
        said = await self._showing.said(handoff)
        return list(_spoken(self._showing.transcript(handoff, actor.locale), said))

    async def file(self, actor: Actor, handoff_id: HandoffId, number: int) -> Content | NoFile:
        """A file by its number among all of the conversation, or why it cannot be had."""
        handoff = (await self._store.case(handoff_id)).handoff
        found = attachments(await self._showing.said(handoff))
        file = found[number] if number < len(found) else None
        if file is None:
            return NoFile(self._locales.text(actor.locale, "file-unknown"))
        try:
            content = await self._files.content(file, actor.locale)
        except NotBrought as reason:
            return NoFile(self._files.excuse(file, reason.why, actor.locale))
        except (RetryAfter, Unreachable):
            return NoFile(self._locales.text(actor.locale, "file-later"), later=True)
        await self._desk.note(actor, handoff_id, OPENED, number=number)
        return self._showing.transcript(handoff, actor.locale).named(content)


def _spoken(transcript: Transcript, said: Sequence[Said]) -> Iterator[Spoken]:
    """The lines, each with its files under their numbers."""
    number = 0
    for one in said:
        links = []
        for file in transcript.files(one):
            links.append(FileLink(file.label, number if file.taken else None))
            number += 1
        yield Spoken(transcript.words(one), tuple(links))
