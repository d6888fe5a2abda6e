"""The whole conversation behind a link, and its files. To look changes nothing; that a file was opened is on record."""

from urllib.parse import quote

from aiohttp import web

from channels.email.door import PRIVATE, Door, page
from channels.email.links import Link
from channels.email.reviews import Shown
from channels.views import Content

OPEN_LINES, LONGEST_LINE, SHOWN_OF_LONG = 40, 1000, 300
"""So many lines stand open, the newest, and so long ones; of a longer one its beginning, and the rest is folded."""
_NEVER_SHOWN = "sandbox; default-src 'none'"
"""What a browser may do with a file that it shows in spite of all: nothing."""


class TalkPages:
    """Answers `GET /a/<token>/talk` and `GET /a/<token>/files/<number>`."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/a/{token}/talk", self._door.opened(self._talk))
        app.router.add_get(r"/a/{token}/files/{number:\d{1,6}}", self._door.opened(self._file), allow_head=False)

    async def _talk(self, _request: web.Request, token: str, link: Link, shown: Shown) -> web.StreamResponse:
        say, locale = self._door.say, shown.reader.locale
        lines = await self._door.reviews.talk(link.person, link.handoff)
        earlier, recent = lines[:-OPEN_LINES], lines[-OPEN_LINES:]
        return page(
            "talk",
            200,
            locale,
            title=say(locale, "link-talk"),
            shown=shown.view,
            earlier=earlier,
            recent=recent,
            count=say(locale, "link-talk-earlier", count=len(earlier)),
            longest=LONGEST_LINE,
            shown_of_long=SHOWN_OF_LONG,
            back=say(locale, "link-back"),
            path=f"/a/{token}",
            who=say(locale, "link-who", name=shown.reader.name),
        )

    async def _file(self, request: web.Request, _token: str, link: Link, shown: Shown) -> web.StreamResponse:
        number = int(request.match_info["number"])
        found = await self._door.reviews.file(link.person, link.handoff, number)
        if not isinstance(found, Content):
            status = 503 if found.later else 404
            return page("page", status, shown.reader.locale, title=found.words)
        return web.Response(body=found.data, headers=_headers(found))


def _headers(file: Content) -> dict[str, str]:
    """A file is kept and never shown, whatever it says it is; `nosniff` stands on all answers of our server."""
    plain = "".join(one if one.isascii() and one.isprintable() and one not in '"\\' else "_" for one in file.name)
    return {
        "Content-Type": file.media_type,
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}",
        "Content-Security-Policy": _NEVER_SHOWN,
        **PRIVATE,
    }
