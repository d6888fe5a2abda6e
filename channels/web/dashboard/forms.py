"""What the forms of a request's page say: every value is read here, as text that can be kept."""

from aiohttp import web

from channels.views import Content
from channels.web.dashboard.door import Form
from channels.web.files import media_type
from channels.web.requests import storable

LONGEST_WORDS = 4000
MOST_FILES = 5
LONGEST_KEY = 64


def words(form: Form, name: str, most: int = LONGEST_WORDS) -> str:
    """A text, with the line breaks of one, "" if there is none."""
    value = form.get(name, "")
    return storable(value).replace("\r\n", "\n").strip()[:most] if isinstance(value, str) else ""


def reason(form: Form) -> str:
    """One of the offered reasons, own words, or both."""
    chosen, written = words(form, "choice"), words(form, "words")
    return f"{chosen}: {written}" if chosen and written else chosen or written


def key(form: Form) -> str:
    """What makes a form that is sent twice one; "" where that is missing."""
    value = words(form, "key", LONGEST_KEY)
    return value if value.isalnum() else ""


def changes(form: Form) -> dict[str, str]:
    """The values that were typed anew: each field says beside it what it held."""
    typed = {name.removeprefix("field "): words(form, name) for name in form if name.startswith("field ")}
    return {path: value for path, value in typed.items() if value and value != words(form, f"was {path}")}


def files(form: Form) -> tuple[Content, ...]:
    """The files that were chosen; one more than may be sent is enough to be refused."""
    chosen = [each for each in form.getall("files", []) if isinstance(each, web.FileField) and each.filename]
    return tuple(
        Content(each.filename, media_type(each.content_type), each.file.read()) for each in chosen[: MOST_FILES + 1]
    )
