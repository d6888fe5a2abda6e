"""Templates, arguments and values: what they read, what they give, and what no value can make of them."""

import json
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from engine.errors import ErrorCode, EvaluationError, TemplateSyntaxError
from engine.language.template import Arguments, Template, ValueTemplate
from engine.values import parse

ORDER = {
    "id": "A-7",
    "total": Decimal("42.50"),
    "items": [{"name": "Lamp"}, {"name": "Bulb"}],
    "paid": True,
    "note": None,
    "x-y": 1,
    "2nd": "second",
}
SCOPE: dict[str, Any] = {"order": ORDER, "email": "kim@example.com", "when": "2026-11-22T10:05:00Z", "empty": []}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def rendered(source: str, scope: Any = SCOPE) -> str:
    return Template.parse(source).render(scope)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Refund ${{order.total}} for #{{order.id}} ({{email}})", "Refund $42.50 for #A-7 (kim@example.com)"),
        ("{{ order.items.0.name }}, {{order.items[1].name}}", "Lamp, Bulb"),
        ("{{order.items}}", '[{"name":"Lamp"},{"name":"Bulb"}]'),
        ("{{order.paid}} {{order.note}}", "true null"),
        ('{{order["x-y"]}} {{order.2nd}}', "1 second"),
        ("{{\u00a0email\u00a0|\u00a0upper\u00a0}}", "KIM@EXAMPLE.COM"),
        ("{{email}}{{email}}", "kim@example.comkim@example.com"),
        ("no placeholder, {one brace} and }}", "no placeholder, {one brace} and }}"),
        ("", ""),
    ],
)
def test_renders(source: str, text: str) -> None:
    assert rendered(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{order.total | money}}", "42.50"),
        ("{{order.big | default(1234567.5) | money('EUR')}}", "1,234,567.50 EUR"),
        ("{{order.big | default(1234.5) | money('JPY')}}", "1,235 JPY"),
        ("{{order.total | round}} {{order.total | round(1)}}", "43 42.5"),
        ("{{order.items | length}} {{order.id | lower | trim}}", "2 a-7"),
        ("{{order.items | first | json}}", '{"name":"Lamp"}'),
        ("{{email | json}} {{email | last}}", '"kim@example.com" m'),
        ("{{missing | default('a, b')}} {{order.note | default(7)}} {{missing|default}}", "a, b 7 "),
        ("{{missing.deep | upper | default(email)}}", "kim@example.com"),
        ("{{empty | first | default('none')}}", "none"),
        ("{{when | date}} {{when | date('%d %b %Y')}}", "2026-11-22 10:05 UTC 22 Nov 2026"),
        ("{{tags | default('') | default('x')}}", ""),
    ],
)
def test_filters(source: str, text: str) -> None:
    assert rendered(source) == text


def test_join_writes_items_as_text() -> None:
    assert (
        rendered("{{list | join}} {{list | join('/')}}", {"list": [1, "b", Decimal("2.50")]}) == "1, b, 2.50 1/b/2.50"
    )


@pytest.mark.parametrize("number", ["42.50", "0.00000001", "1E+3", "100", "-0.10", "0.1000"])
def test_numbers_are_written_as_their_source_wrote_them(number: str) -> None:
    assert rendered("{{n}}", {"n": parse(number.replace("E+", "e"))}).replace("E+", "e") == number.replace("E+", "e")


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{{nope}}", ErrorCode.UNRESOLVED),
        ("{{order.total.cents}}", ErrorCode.UNRESOLVED),
        ("{{order.items.5}}", ErrorCode.UNRESOLVED),
        ("{{order.__class__}}", ErrorCode.UNRESOLVED),
        ("{{email.upper}}", ErrorCode.UNRESOLVED),
        ("{{empty | first}}", ErrorCode.UNRESOLVED),
        ("{{email | money}}", ErrorCode.TYPE),
        ("{{order.paid | money}}", ErrorCode.TYPE),
        ("{{order.note | upper}}", ErrorCode.TYPE),
        ("{{email | date}}", ErrorCode.TYPE),
    ],
)
def test_what_has_no_value_is_an_error_and_names_its_path(source: str, code: ErrorCode) -> None:
    with pytest.raises(EvaluationError) as caught:
        rendered(source)
    assert caught.value.code is code
    assert caught.value.path == source.strip("{}").split("|")[0].strip()
    assert caught.value.path in caught.value.detail


@pytest.mark.parametrize(
    "source",
    [
        "{{", "{{}}", "{{ }}", "{{a", "{{a}", "{% if a %}x{% endif %}", "{# note #}", "{{#if a}}", "{{{a}}}", "{{a()}}",
        "{{a.b()}}", "{{a + b}}", "{{a-b}}", "{{7*7}}", "{{'a'}}", "{{a | nope}}", "{{a | upper(1)}}",
        "{{a | round(99)}}",
        "{{a | round(b)}}", "{{a | money('euro')}}", "{{a | date('%Q')}}", "{{a | date('%-d')}}", "{{a.}}", "{{.a}}",
        "{{a[b]}}", "{{a[-1]}}", "{{a b}}", "{{a | }}", "{{a if b else c}}", "{{a == b}}", "{{a | join(', ', 1)}}",
        "{{" + "a" * 1001 + "}}", "x" * 70_000, "{{a | attr('__class__')}}", "{{" + "(" * 400,
    ],
)  # fmt: skip
def test_what_is_no_expression_is_refused_with_a_fix(source: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        Template.parse(source)
    assert caught.value.problem and caught.value.fix


def test_a_misspelt_filter_is_answered_with_the_right_one() -> None:
    with pytest.raises(TemplateSyntaxError, match="Did you mean upper"):
        Template.parse("{{a | uper}}")


def test_reads_names_what_must_be_set_and_paths_all_that_is_used() -> None:
    template = Template.parse("{{a.b}} {{c | default(d.e)}} {{a.f}} {{a.b}}")
    assert template.reads == ("a",)
    assert template.paths == ("a.b", "c", "d.e", "a.f")


def test_templates_with_the_same_source_are_equal_and_hash_alike() -> None:
    assert {Template.parse("x {{a}}"), Template.parse("x {{a}}")} == {Template.parse("x {{a}}")}


@given(st.text())
def test_a_value_is_never_rendered_again(value: str) -> None:
    assert rendered("<{{v}}>", {"v": value}) == f"<{value}>"


@pytest.mark.parametrize("value", ["{{order.total}}", "{{7*7}}", "{% for %}", "{{ v }}"])
def test_placeholders_in_a_value_stay_text(value: str) -> None:
    assert rendered("{{v}}", {"v": value, "order": ORDER}) == value


@pytest.mark.parametrize("value", ["x" * 65_537, "€" * 30_000, ["y" * 70_000]])
def test_a_text_above_64_kb_is_an_error(value: Any) -> None:
    with pytest.raises(EvaluationError) as caught:
        rendered("{{v}}", {"v": value})
    assert caught.value.code is ErrorCode.TOO_LONG


def test_a_text_of_64_kb_is_none() -> None:
    assert len(rendered("{{v}}", {"v": "x" * 65_536})) == 65_536


@given(st.text(alphabet="{}%#| ab.()[]'\"\\-0\u00a0", max_size=30))
def test_every_text_parses_or_is_refused(source: str) -> None:
    """Nothing but our own error leaves the parser, and what parses renders or fails in the known ways."""
    with suppress(TemplateSyntaxError, EvaluationError):
        Template.parse(source).render({"a": {"b": [1]}, "b": "text"})


# --- arguments -------------------------------------------------------------------------------------------------


def filled(source: Any, scope: Any = SCOPE) -> dict[str, Any]:
    return Arguments.parse(source).fill(scope)


@pytest.mark.parametrize(
    ("source", "arguments"),
    [
        ('{"email": "{{email}}"}', {"email": "kim@example.com"}),
        ('{"amount": "{{order.total}}"}', {"amount": Decimal("42.50")}),
        ('{"amount": {{order.total}}, "id": "order {{order.id}}"}', {"amount": Decimal("42.50"), "id": "order A-7"}),
        ('{"n": {{nope | default("x")}}, "all": [{{order.items}}, " {{order.total}}"]}',
         {"n": "x", "all": [ORDER["items"], " 42.50"]}),
        ({"paid": "{{order.paid}}", "deep": {"id": ["{{order.id}}"]}, "n": 5},
         {"paid": True, "deep": {"id": ["A-7"]}, "n": 5}),
        ("", {}),
        ({}, {}),
    ],
)  # fmt: skip
def test_arguments_keep_types_and_shape(source: Any, arguments: dict[str, Any]) -> None:
    assert filled(source) == arguments


@given(st.text())
def test_no_text_changes_the_shape_of_arguments(value: str) -> None:
    """The injection of a quote and a second key: what is parsed has one key, whatever the customer is called."""
    arguments = filled('{"email": "{{email}}", "note": "Mail to {{email}}!"}', {"email": value})
    assert arguments == {"email": value, "note": f"Mail to {value}!"}


def test_the_known_injection_stays_a_text() -> None:
    attack = 'x@y.z", "amount": 999999, "email": "victim@corp'
    assert filled('{"email": "{{email}}"}', {"email": attack}) == {"email": attack}


@given(json_values)
def test_a_leaf_that_is_one_placeholder_keeps_the_value(value: Any) -> None:
    assert filled('{"quoted": "{{v}}", "bare": {{v}}}', {"v": value}) == {"quoted": value, "bare": value}


@pytest.mark.parametrize(
    "source",
    [
        '{"a": 1, "a": 2}', '{"a": NaN}', '{"a": 1e99999999999999999999}', "[1]", '"{{args}}"', "{{args}}", "{", "null",
        5, None,
        '{"{{key}}": 1}', '{{{key}}: 1}', {"{{key}}": 1}, {"a": {"{{key}}": 1}}, {1: 2}, {"a": float("nan")},
        {"a": Decimal("Infinity")}, '{"a": "{{"}', '{"a": 1{{b}}}', '{"a": {{b}}{{c}}}', '{"a": ${{b}}}', "[" * 5000,
        '{"a":' * 60 + "1" + "}" * 60,
    ],
)  # fmt: skip
def test_what_is_no_object_of_arguments_is_refused(source: Any) -> None:
    with pytest.raises(TemplateSyntaxError):
        Arguments.parse(source)


def test_arguments_tell_what_they_read() -> None:
    arguments = Arguments.parse('{"a": {{order.id}}, "b": ["x {{email}}", "{{c | default(1)}}"]}')
    assert arguments.reads == ("order", "email")
    assert arguments.paths == ("order.id", "email", "c")


# --- values ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("{{order.total}}", Decimal("42.50")),
        ("{{order}}", ORDER),
        (" {{order.total}}", " 42.50"),
        ("plain", "plain"),
        (5, 5),
        (None, None),
        ({"id": "{{order.id}}", "n": [1, "{{order.paid}}"]}, {"id": "A-7", "n": [1, True]}),
    ],
)
def test_values_are_filled_and_keep_their_types(source: Any, value: Any) -> None:
    assert ValueTemplate.parse(source).evaluate(SCOPE) == value


# --- pydantic --------------------------------------------------------------------------------------------------


class Model(BaseModel):
    reason: Template
    arguments: Arguments = Arguments.parse({})
    value: ValueTemplate | None = None


def test_models_take_templates_and_write_their_source() -> None:
    model = Model.model_validate({"reason": "{{a}}", "arguments": '{"x": {{a}}}', "value": [1]})
    assert model.reason.render({"a": 1}) == "1"
    assert json.loads(model.model_dump_json()) == {"reason": "{{a}}", "arguments": '{"x": {{a}}}', "value": [1]}


@pytest.mark.parametrize("reason", ["{{", 5, None, ["{{a}}"]])
def test_a_models_error_keeps_problem_and_fix(reason: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        Model.model_validate({"reason": reason})
    context = caught.value.errors()[0]["ctx"]
    assert isinstance(context["error"], TemplateSyntaxError)
    assert context["problem"] and context["fix"]
