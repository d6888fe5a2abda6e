"""The API's part of the composition."""

from collections.abc import Callable

from bot.api.deciding import Deciding
from bot.api.drawing import Drawing
from bot.api.house import HouseForPrograms
from bot.dashboard.opening import Surroundings
from channels.web.api.api import Api
from storage.opening import ForPrograms


def opened(around: Surroundings, programs: ForPrograms, address: Callable[[], str]) -> Api:
    """The API over the desk; `address` is where the server is found."""
    store, clock, locales = around.store, around.readers.clock, around.readers.locales
    drawing = Drawing(around.desk, around.showing, lambda locale: locales.text(locale, "card-secret"))
    deciding = Deciding(store, around.desk, around.handling, programs.answers, drawing, clock)
    house = HouseForPrograms(
        around.web.keys, store, around.desk, around.people, programs.lists, drawing, deciding, clock
    )  # fmt: skip
    return Api(house, address)
