"""The door of every page behind a link: who has a link of ours may enter, as long as they may see its request."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from aiohttp import web

from channels.email.layout import filled, style_hash
from channels.email.links import BadLink, Link, Links, OldLink
from channels.email.reviews import Reviews, Say, Shown

Act = Callable[[web.Request, str, Link, Shown], Awaitable[web.StreamResponse]]
"""What is done for a link that was let in: the request, the link as it is spelled, what it says, and what it shows."""
PRIVATE: Mapping[str, str] = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}


class Door:
    """Lets links in, and says in words why it does not."""

    def __init__(self, links: Links, reviews: Reviews, say: Say, locales: Sequence[str]) -> None:
        self.links = links
        self.reviews = reviews
        self.say = say
        self._locales = locales

    def opened(self, act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        """A handler of the web server, for what is done behind the door."""

        async def handler(request: web.Request) -> web.StreamResponse:
            token, locale = request.match_info["token"], self._wished(request)
            try:
                link = await self.links.read(token)
            except BadLink:
                return self.sentence(404, locale, "link-unknown")
            except OldLink:
                return self.sentence(410, locale, "link-old")
            shown = await self.reviews.show(link.person, link.handoff, link.action)
            if shown is None:
                return self.sentence(404, locale, "link-unknown")
            if shown.refusal:
                return page("page", 403, shown.reader.locale, title=shown.refusal)
            if shown.view.binding != (link.visit, link.arguments):
                return self.sentence(410, shown.reader.locale, "link-other")
            return await act(request, token, link, shown)

        return handler

    def sentence(self, status: int, locale: str, message_id: str) -> web.Response:
        """A page that says one thing."""
        return page("page", status, locale, title=self.say(locale, message_id))

    def _wished(self, request: web.Request) -> str:
        """The first language that the browser names and we have, for pages that know no reader."""
        tags = (tag.partition(";")[0].strip() for tag in request.headers.get("Accept-Language", "").split(","))
        return next((known for tag in tags for known in (tag, tag.partition("-")[0]) if known in self._locales), "")


def page(template: str, status: int, locale: str, **values: object) -> web.Response:
    """A page of ours: it executes nothing, and sends forms to us alone."""
    policy = (
        f"default-src 'none'; style-src '{style_hash()}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    text = filled(template, **{"locale": locale or "en", "view": None, "form": None, **values})
    headers = {"Content-Security-Policy": policy, **PRIVATE}
    return web.Response(status=status, text=text, content_type="text/html", headers=headers)
