"""The page of one request. To look at it changes nothing; its forms do what the same buttons do on every channel."""

import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from aiohttp import web

from channels.text import visible
from channels.views import Content
from channels.web.dashboard import forms
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.door import Door, Form, Visit
from channels.web.dashboard.handoff_views import Done, Handoffs, Message, Wanted
from channels.web.files import image_type

KEY_BYTES = 12
_NEVER_RUN = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""What a browser may do with a file that it shows by itself: nothing."""
_PICTURE = "default-src 'none'; style-src '{style}'; sandbox; frame-ancestors 'none'"

Do = Callable[[Viewer, str, Form], Awaitable[Done | None]]


class HandoffPages:
    """The page of a request, its picture, its files, and all of its forms."""

    def __init__(self, door: Door, handoffs: Handoffs) -> None:
        self._door = door
        self._handoffs = handoffs

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/handoffs/{id}", self._door.seen(self._show))
        app.router.add_get("/handoffs/{id}/picture.svg", self._door.seen(self._picture), allow_head=False)
        app.router.add_get("/handoffs/{id}/files/{number}", self._door.seen(self._file), allow_head=False)
        app.router.add_post("/handoffs/{id}/act", self._door.done(self._act))
        app.router.add_post("/handoffs/{id}/say", self._door.done(self._say))
        for name, do in (
            ("change", self._change),
            ("assign", self._assign),
            ("put-off", self._put_off),
            ("comment", self._remark),
        ):
            app.router.add_post(f"/handoffs/{{id}}/{name}", self._door.done(self._doing(do, name)))

    # --- looking ------------------------------------------------------------------------------------------------

    async def _show(self, visit: Visit) -> web.Response:
        viewer, id = visit.viewer, visit.part["id"]
        if whole := await self._handoffs.find(viewer, id):
            if whole != id:
                return visit.back(f"/handoffs/{whole}")
            return await self._page(visit, whole)
        return visit.missing()

    async def _page(self, visit: Visit, id: str, status: int = 200, done: Done | None = None, draft: str = "",
                    where: str = "") -> web.Response:  # fmt: skip
        shown = await self._handoffs.show(visit.viewer, id, everything="all" in visit.query)
        if shown is None:
            return visit.missing()
        # Forms that must not count twice hold a value of this very page.
        return visit.page(
            "handoff", "queue", status, shown=shown, view=shown.view, key=secrets.token_hex(KEY_BYTES), done=done,
            draft=draft, where=where, path=f"/handoffs/{id}", longest=forms.LONGEST_WORDS,
            seen=visible,
        )  # fmt: skip

    async def _picture(self, visit: Visit) -> web.Response:
        found = await self._handoffs.picture(visit.viewer, visit.part["id"])
        if found is None:
            return visit.missing()
        svg, style = found
        headers = {"Content-Security-Policy": _PICTURE.format(style=style)}
        return web.Response(text=svg, content_type="image/svg+xml", headers=headers)

    async def _file(self, visit: Visit) -> web.Response:
        number = visit.part["number"]
        if not number.isascii() or not number.isdecimal() or len(number) > len("999999"):
            return visit.missing()
        found = await self._handoffs.file(visit.viewer, visit.part["id"], int(number))
        if found is None:
            return visit.missing()
        if not isinstance(found, Content):
            return visit.page("message", "queue", 503 if found.later else 404, title=found.words)
        return web.Response(body=found.data, headers=_headers(found))

    # --- doing --------------------------------------------------------------------------------------------------

    async def _act(self, visit: Visit, form: Form) -> web.Response:
        id, given = visit.part["id"], forms.reason(form)
        wanted = Wanted(
            forms.words(form, "token"), given, hands_back=form.get("back") == "yes", is_sure=form.get("sure") == "yes"
        )
        done = await self._handoffs.act(visit.viewer, id, wanted)
        if done is not None and done.secret:
            # What is secret is on this answer only, and in no cookie.
            return await self._page(visit, id, 200, done)
        return await self._told(visit, id, done, given)

    async def _say(self, visit: Visit, form: Form) -> web.Response:
        id, text, key = visit.part["id"], forms.words(form, "words"), forms.key(form)
        files = forms.files(form)
        if not key or (not text and not files):
            return await self._told(visit, id, Done(visit.say("dash-talk-empty"), alert=True), text, "talk")
        if len(files) > forms.MOST_FILES:
            many = Done(visit.say("dash-talk-many-files", most=forms.MOST_FILES), alert=True)
            return await self._told(visit, id, many, text, "talk")
        done = await self._handoffs.say(visit.viewer, id, Message(key, text, files))
        return await self._told(visit, id, done, text, "talk")

    def _doing(self, do: Do, where: str) -> Callable[[Visit, Form], Awaitable[web.Response]]:
        async def act(visit: Visit, form: Form) -> web.Response:
            done = await do(visit.viewer, visit.part["id"], form)
            typed = forms.words(form, "words") or "\n".join(f"{path}: {to}" for path, to in forms.changes(form).items())
            return await self._told(visit, visit.part["id"], done, typed, where)

        return act

    async def _change(self, viewer: Viewer, id: str, form: Form) -> Done | None:
        return await self._handoffs.change(viewer, id, forms.changes(form))

    async def _assign(self, viewer: Viewer, id: str, form: Form) -> Done | None:
        return await self._handoffs.assign(viewer, id, forms.words(form, "person"))

    async def _put_off(self, viewer: Viewer, id: str, form: Form) -> Done | None:
        return await self._handoffs.put_off(viewer, id, forms.words(form, "span"))

    async def _remark(self, viewer: Viewer, id: str, form: Form) -> Done | None:
        return await self._handoffs.remark(viewer, id, forms.key(form), forms.words(form, "words"))

    async def _told(self, visit: Visit, id: str, done: Done | None, draft: str = "", where: str = "") -> web.Response:
        """Go back to the page with what came of it; what somebody wrote in vain is still theirs."""
        if done is None:
            return visit.missing()
        if done.alert and draft:
            return await self._page(visit, id, 409, done, draft, where)
        anchor = "#talk" if where == "talk" else "#comments" if where == "comment" else ""
        return visit.back(f"/handoffs/{quote(id, safe='')}{anchor}", done.text, done.alert)


def _headers(file: Content) -> dict[str, str]:
    """An image is shown as what it is by its first bytes; anything else is kept and never shown."""
    image = image_type(file.data)
    plain = "".join(one if one.isascii() and one.isprintable() and one not in '"\\%;' else "_" for one in file.name)
    how = "inline" if image else "attachment"
    return {
        "Content-Type": image or file.media_type,
        "Content-Disposition": f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}",
        "Content-Security-Policy": _NEVER_RUN,
        "X-Content-Type-Options": "nosniff",
    }
