"""The list of requests: searched and narrowed by its address, decided together on a page that asks first."""

from collections.abc import Mapping, Sequence

from aiohttp import web

from channels.web.dashboard.door import Door, Form, Visit, local
from channels.web.dashboard.queue_filters import Read, address, given, read
from channels.web.dashboard.queue_views import MOST_TOGETHER, STATES, Requests, Wish

TABS: Sequence[tuple[str, Mapping[str, str]]] = (
    ("waiting", {}),
    ("mine", {"mine": "1"}),
    ("unclaimed", {"unclaimed": "1"}),
    ("together", {"bulk": "1"}),
    ("all", {"state": "all"}),
)
"""Addresses that people need often, by their names."""
LONGEST_REASON = 2000


class QueuePages:
    """The pages of the list."""

    def __init__(self, door: Door, requests: Requests) -> None:
        self._door = door
        self._requests = requests

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/", self._door.seen(self._list))
        app.router.add_post("/bulk", self._door.done(self._decide))
        app.router.add_post("/queue/claim", self._door.done(self._claim))
        app.router.add_post("/queue/release", self._door.done(self._release))

    async def _list(self, visit: Visit) -> web.Response:
        if not all(visit.query.values()):  # a form sends what was left empty, too: nobody shares such an address
            return visit.back(address(visit.query))
        choices = self._requests.choices(visit.viewer)
        asked = read(visit.query, choices)
        found = await self._requests.queue(visit.viewer, asked.wish)
        shown = given(visit.query)
        return visit.page(
            "queue",
            "queue",
            queue=found,
            choices=choices,
            given=shown,
            states=STATES,
            tabs=[(name, address(wanted), {k: v for k, v in shown.items() if v} == wanted) for name, wanted in TABS],
            problems=_problems(visit, asked),
            empty=_empty(asked.wish),
            everywhere=address(visit.query, state="all") if asked.wish.words else "",
            is_narrowed=any(shown[name] for name in ("bot", "team", "person", "min", "max", "from", "to")),
            earlier=address(visit.query, before=str(found.earlier)) if found.earlier else "",
            later=address(visit.query, after=str(found.later)) if found.later else "",
        )

    async def _decide(self, visit: Visit, form: Form) -> web.Response:
        names = [name for name in form.getall("id", []) if isinstance(name, str) and name]
        action, back = form.get("action"), local(_text(form, "back"))
        if action not in ("approve", "reject"):
            return visit.missing()
        if not names:
            return visit.back(back, visit.say("dash-bulk-empty"), alert=True)
        if len(names) > MOST_TOGETHER:
            return visit.back(back, visit.say("bulk-too-many", most=str(MOST_TOGETHER)), alert=True)
        rejects, reason = action == "reject", _text(form, "reason").strip()[:LONGEST_REASON]
        chosen = await self._requests.chosen(visit.viewer, names, rejects)
        lacks_reason = chosen.needs_reason and not reason
        if not form.get("sure") or lacks_reason:
            is_asked_again = bool(form.get("sure"))
            return visit.page(
                "bulk", "queue", chosen=chosen, rejects=rejects, reason=reason, back=back, lacks_reason=is_asked_again
            )
        outcomes = await self._requests.decide(visit.viewer, names, rejects, reason)
        return visit.page("bulk_told", "queue", outcomes=outcomes, back=back)

    async def _claim(self, visit: Visit, form: Form) -> web.Response:
        return await self._handle(visit, form, releases=False)

    async def _release(self, visit: Visit, form: Form) -> web.Response:
        return await self._handle(visit, form, releases=True)

    async def _handle(self, visit: Visit, form: Form, releases: bool) -> web.Response:
        handled = await self._requests.handle(visit.viewer, _text(form, "id"), releases)
        if handled is None:
            return visit.missing()
        return visit.back(local(_text(form, "back")), handled.text, handled.alert)


def _text(form: Form, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _problems(visit: Visit, asked: Read) -> list[str]:
    """A line for each part of the address that could not be understood."""
    return [
        visit.say("dash-queue-bad", field=visit.say(f"dash-queue-field-{name}"), value=visit.query[name][:40])
        for name in asked.bad
    ]


def _empty(wish: Wish) -> str:
    """Which words stand where no request does."""
    plain = Wish(spot=wish.spot)
    if wish == plain:
        return "waiting"
    if wish == Wish(mine=True, spot=wish.spot):
        return "mine"
    return "words" if wish.words else "narrowed"
