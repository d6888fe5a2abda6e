"""The page behind a link of a mail. To look at it decides nothing and uses nothing up; its form decides.

Programs open links before people do: mail scanners, previews, prefetching browsers; some fill in and send what forms
they find. So a form is sent with a value that only its page has, and with a tick that a person has to set.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from aiohttp import web

from channels.email.door import Door, page
from channels.email.links import Link
from channels.email.reviews import Ruling, Shown
from channels.views import Answer

LONGEST_FORM = 64 * 1024
LONGEST_REASON, LONGEST_CODE = 4000, 100
YES = "yes"
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What no database keeps: null and half a surrogate pair."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Why the form is shown again, and what was filled in."""

    status: int = 200
    told: str = ""
    reason: str = ""
    code_sent: bool = False


class Pages:
    """Answers `GET /a/<token>` and `POST /a/<token>`."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._links = door.links
        self._reviews = door.reviews
        self._say = door.say

    def mount(self, app: web.Application) -> None:
        """Add the routes; HEAD is answered as GET is."""
        app.router.add_get("/a/{token}", self._door.opened(self._look))
        app.router.add_post("/a/{token}", self._door.opened(self._sent))

    # --- looking ------------------------------------------------------------------------------------------------

    async def _look(self, _request: web.Request, token: str, link: Link, shown: Shown) -> web.Response:
        return await self._form(token, link, shown, Asked())

    async def _form(self, token: str, link: Link, shown: Shown, asked: Asked) -> web.Response:
        """The request, and the form if this can still be done."""
        locale, reader = shown.reader.locale, shown.reader
        button = shown.offer
        form = {
            "value": await self._links.form(token),
            "intro": self._say(locale, "link-intro"),
            "sure": self._say(locale, "link-sure", name=reader.name),
            "label": button.label,
            "style": button.style,
            "words": self._say(locale, words) if (words := _asked_words(link, shown)) else "",
            "needs_reason": shown.needs_reason,
            "needs_code": shown.needs_code,
            "fields": shown.fields,
            "also": shown.also,
            "ask": shown.ask,
            "ask_label": self._say(locale, "form-label-inquire"),
            "fields_label": self._say(locale, "link-fields"),
            "change": self._say(locale, "link-change"),
            "code_label": self._say(locale, "link-code"),
            "code_note": self._say(locale, "link-code-note", address=reader.address),
            "code_button": self._say(locale, "link-code-send"),
            "code_again": self._say(locale, "wish-resend"),
        } if button else None  # fmt: skip
        who = self._say(locale, "link-who", name=reader.name)
        talk = (f"/a/{token}/talk", self._say(locale, "link-talk"))
        return page(
            "page", asked.status, locale, title=shown.view.title, view=shown.view, form=form, asked=asked, who=who,
            talk=talk,
        )  # fmt: skip

    # --- deciding -----------------------------------------------------------------------------------------------

    async def _sent(self, request: web.Request, token: str, link: Link, shown: Shown) -> web.Response:
        data, locale = await _fields(request), shown.reader.locale
        if data is None or not await self._links.is_form(data.get("form", ""), token):
            told = self._say(locale, "link-form-old")
            return await self._form(token, link, shown, Asked(400, told))
        reason = _UNSTORABLE.sub("\ufffd", data.get("reason", "").replace("\r\n", "\n").strip()[:LONGEST_REASON])
        asked = Asked(409, "", reason, code_sent=data.get("code_sent") == YES)
        if "also" in data and data.get("sure") == YES:
            return await self._also(token, link, shown, asked, data["also"])
        if shown.offer is None:
            return await self._form(token, link, shown, asked)
        if "ask" in data and data.get("sure") == YES:
            return await self._ask(token, link, shown, asked, data.get("question", ""))
        changes = _changes(data, shown)
        if "change" in data and data.get("sure") == YES:
            return await self._change(token, link, shown, asked, changes)
        if changes and "change" not in data:
            # Whoever has typed another value does not mean to decide on the one that stands.
            told = self._say(locale, "link-change-first")
            return await self._form(token, link, shown, replace(asked, status=400, told=told))
        if data.get("sure") != YES:
            return await self._form(token, link, shown, replace(asked, status=400, told=self._say(locale, "link-tick")))
        if shown.needs_code and "send_code" in data:
            answer = await self._reviews.mail_code(link.person, link.handoff)
            again = replace(asked, status=409 if answer.alert else 200, told=answer.text, code_sent=True)
            return await self._form(token, link, shown, again)
        code = data.get("code", "").strip()[:LONGEST_CODE]
        answer = await self._reviews.rule(Ruling(link.person, link.handoff, link.action, reason, code, shown.edition))
        if not answer.alert:
            # See other: a page that is loaded again then sends nothing again.
            return web.Response(status=303, headers={"Location": f"/a/{token}"})
        now = await self._reviews.show(link.person, link.handoff, link.action) or shown
        return await self._form(token, link, now, replace(asked, told=answer.text))

    async def _also(self, token: str, link: Link, shown: Shown, asked: Asked, wanted: str) -> web.Response:
        """Do something besides; a button that is not there any more does nothing, and never decides."""
        told = self._say(shown.reader.locale, "tap-unknown")
        if wanted in [button.token for button in shown.also]:
            told = (await self._reviews.do(link.person, wanted)).text
        now = await self._reviews.show(link.person, link.handoff, link.action) or shown
        return await self._form(token, link, now, replace(asked, status=200, told=told))

    async def _ask(self, token: str, link: Link, shown: Shown, asked: Asked, question: str) -> web.Response:
        """Ask the customer something; the link goes on deciding."""
        words = _UNSTORABLE.sub("\ufffd", question.replace("\r\n", "\n").strip()[:LONGEST_REASON])
        unknown = Answer(self._say(shown.reader.locale, "tap-unknown"), alert=True)
        answer = await self._reviews.ask(link.person, link.handoff, words) if shown.ask else unknown
        now = await self._reviews.show(link.person, link.handoff, link.action) or shown
        return await self._form(token, link, now, replace(asked, status=409 if answer.alert else 200, told=answer.text))

    async def _change(
        self, token: str, link: Link, shown: Shown, asked: Asked, changes: Mapping[str, str]
    ) -> web.Response:
        """Change values of the request: it is asked anew then, and this link decides it no more."""
        answer = await self._reviews.change(link.person, link.handoff, changes)
        if answer.alert:
            now = await self._reviews.show(link.person, link.handoff, link.action) or shown
            return await self._form(token, link, now, replace(asked, told=answer.text))
        told = self._say(shown.reader.locale, "link-changed")
        return page("page", 200, shown.reader.locale, title=f"{answer.text}\n{told}")


def _changes(data: Mapping[str, str], shown: Shown) -> Mapping[str, str]:
    """The values that were typed anew, by their names."""
    typed = {field: _UNSTORABLE.sub("\ufffd", data.get(f"field {field.name}", "").strip()) for field in shown.fields}
    return {field.name: value for field, value in typed.items() if value and value != field.value}


def _asked_words(link: Link, shown: Shown) -> str:
    """Which words the form asks for: a reference, a reason that may or must be given, or none ("")."""
    if link.action == "confirm":
        return "link-words-confirm"
    return "link-words-reject" if link.action == "reject" or shown.needs_reason else ""


async def _fields(request: web.Request) -> Mapping[str, str] | None:
    """The texts of a sent form; None for what no form of ours sends."""
    if request.content_type != "application/x-www-form-urlencoded" or (request.content_length or 0) > LONGEST_FORM:
        return None
    try:
        fields = await request.post()
    except ValueError:
        return None
    return {name: value for name, value in fields.items() if isinstance(value, str)}
