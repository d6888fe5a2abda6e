"""Conditions: what they mean, and that what cannot be compared is an error and never false."""

import re
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.errors import ErrorCode, EvaluationError, TemplateSyntaxError
from engine.language.condition import Condition
from engine.language.pattern import Pattern

NO_NUMBERS: list[Any] = [
    float("nan"), float("inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), "nan", "inf", "Infinity",
    "2000 < 1 or 0", True, False, "True", "1,999.00", "1.999,00", "$750", "750 ", "", "1e3", "+5", "0x10", "007",
    ".5", "5.",
    "٢٠٠٠", "７５０", "−5", None, {}, [], [750], {"total": 750}, "1_000", "750\n", "2026-11-22",
]  # fmt: skip


def holds(source: str, **scope: Any) -> bool:
    return Condition.parse(source).evaluate(scope)


def code(source: str, **scope: Any) -> ErrorCode:
    with pytest.raises(EvaluationError) as caught:
        holds(source, **scope)
    return caught.value.code


@pytest.mark.parametrize("value", NO_NUMBERS, ids=repr)
@pytest.mark.parametrize("operator", ["==", "!=", ">", ">=", "<", "<="])
def test_what_is_no_number_is_a_type_error_and_never_false(operator: str, value: Any) -> None:
    assert code(f"{{{{order.total}}}} {operator} 500", order={"total": value}) is ErrorCode.TYPE
    assert code(f"500 {operator} {{{{order.total}}}}", order={"total": value}) is ErrorCode.TYPE


@given(
    st.text()
    | st.none()
    | st.booleans()
    | st.lists(st.integers())
    | st.floats()
    | st.dictionaries(st.text(), st.text())
)
@example("٣")
def test_an_ordering_is_answered_for_plain_decimals_only(value: Any) -> None:
    """Whatever a tool returns: either both sides are numbers, and the answer is theirs, or it is an error."""
    plain = re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", value) if isinstance(value, str) else None
    finite = isinstance(value, float) and abs(value) != float("inf") and value == value
    try:
        answer = holds("{{v}} > 500", v=value)
    except EvaluationError:
        assert not plain and not finite
    else:
        assert answer == (Decimal(str(value)) > 500)


@pytest.mark.parametrize(
    "operator", ["== 5", "!= 5", "> 5", "contains a", "matches 'a'", "is_empty", "is_not_empty", "== null", ""]
)
@pytest.mark.parametrize("negation", ["", "!", "not "])
def test_a_missing_value_is_an_error_whatever_is_asked(operator: str, negation: str) -> None:
    for scope in ({}, {"order": {}}, {"order": None}):
        assert code(f"{negation}{{{{order.total}}}} {operator}", **scope) is ErrorCode.UNRESOLVED


def test_an_error_names_the_path_and_the_comparison_but_no_value() -> None:
    with pytest.raises(EvaluationError) as caught:
        holds("{{order.total}} > 500", order={"total": "1,999.00"})
    assert caught.value.path == "order.total"
    assert "{{order.total}} > 500" in caught.value.detail
    assert "1,999" not in caught.value.detail


@pytest.mark.parametrize(
    ("source", "scope", "answer"),
    [
        ("{{t}} > 500", {"t": Decimal("750.00")}, True),
        ("{{t}} > 500", {"t": "750.00"}, True),
        ("{{t}} > 500", {"t": 500}, False),
        ("{{t}} >= 500", {"t": Decimal("500.00")}, True),
        ("{{t}} == 500", {"t": "500.000"}, True),
        ("{{t}} != 500.10", {"t": Decimal("500.1")}, False),
        ("{{t}} < -1.5", {"t": -2}, True),
        ("{{a}} <= {{b}}", {"a": "0.3", "b": Decimal("0.30")}, True),
        ("{{d}} > 2026-01-31", {"d": "2026-02-01"}, True),
        ("{{d}} < {{e}}", {"d": "2026-02-01T10:00:00+02:00", "e": "2026-02-01T09:00:00Z"}, True),
        ("{{d}} >= '2026-02-01T10:00'", {"d": "2026-02-01"}, False),
        ("{{i.text}} == billing", {"i": {"text": "billing"}}, True),
        ("{{i}} == Billing", {"i": "billing"}, False),
        ("{{i}} == two words", {"i": "two words"}, True),
        ("{{i}} == rock-and-roll", {"i": "rock-and-roll"}, True),
        ("{{i}} == hello!", {"i": "hello!"}, True),
        ("{{i}} == 'a && b'", {"i": "a && b"}, True),
        ('{{i}} == "say \\"hi\\""', {"i": 'say "hi"'}, True),
        ('"{{i}}" == "x {{n}}"', {"i": "x 1", "n": 1}, True),
        ("{{zip}} == 01234", {"zip": "01234"}, True),
        ("{{a}} == {{b}}", {"a": {"x": [1]}, "b": {"x": [Decimal(1)]}}, True),
        ("{{v}} == true", {"v": True}, True),
        ("{{v}} == true", {"v": "false"}, False),
        ("{{v}}", {"v": True}, True),
        ("!{{v}}", {"v": "true"}, False),
        ("!!{{v}}", {"v": True}, True),
        ("{{v}} == null", {"v": None}, True),
        ("{{v}} != null", {"v": 0}, True),
        ("{{a}} contains refund", {"a": "a refund, please"}, True),
        ("{{a}} not_contains refund", {"a": ["cash"]}, True),
        ("{{a}} contains vip", {"a": ["new", "vip"]}, True),
        ("{{a}} contains total", {"a": {"total": 1}}, True),
        ("{{a}} starts_with OR-", {"a": "OR-17"}, True),
        ("{{a}} ends_with 7", {"a": 17}, True),
        (r"{{a}} matches '^\d{3}$'", {"a": "123"}, True),
        ("{{a}} matches '(?i)REFUND'", {"a": "my refund"}, True),
        ("{{a}} is_empty", {"a": " \n"}, True),
        ("{{a}} is_empty", {"a": 0}, False),
        ("{{a}} is_not_empty", {"a": []}, False),
        ("{{a}} is_empty", {"a": None}, True),
        ("{{a | default('')}} is_empty", {}, True),
        ("{{a | length}} > 2", {"a": "abc"}, True),
        ("\u00a0{{a}}\u00a0>\u00a05\u00a0", {"a": 6}, True),
        ("{{a}}>5&&{{a}}<7", {"a": 6}, True),
        ("true", {}, True),
    ],
)  # fmt: skip
def test_means(source: str, scope: dict[str, Any], answer: bool) -> None:
    assert holds(source, **scope) is answer


@pytest.mark.parametrize(
    ("source", "same"),
    [
        ("{{a}} || {{b}} && {{c}}", "{{a}} || ({{b}} && {{c}})"),
        ("{{a}} && {{b}} || {{c}}", "({{a}} && {{b}}) || {{c}}"),
        ("!{{a}} && {{b}}", "(!{{a}}) && {{b}}"),
        ("!{{a}} == {{b}}", "(!{{a}}) == {{b}}"),
        ("not {{a}} == {{b}}", "not ({{a}} == {{b}})"),
        ("{{a}} and not {{b}} or {{c}}", "({{a}} && !{{b}}) || {{c}}"),
        ("{{a}} AND {{b}} OR {{c}}", "({{a}} && {{b}}) || {{c}}"),
        ("!({{a}} || {{b}}) && {{c}}", "(!({{a}} || {{b}})) && {{c}}"),
        ("not not {{a}} && {{c}}", "{{a}} && {{c}}"),
    ],
)
def test_precedence(source: str, same: str) -> None:
    for bits in range(8):
        scope = {"a": bool(bits & 1), "b": bool(bits & 2), "c": bool(bits & 4)}
        assert holds(source, **scope) is holds(same, **scope)


@pytest.mark.parametrize(
    "source",
    [
        "", "  ", "{{a}} ==", "== 5", "{{a}} {{b}}", "{{a}} = 5", "{{a}} === 5", "{{a}} => 5", "{{a}} <> 5",
        "{{a}} & {{b}}", "{{a}} == “x”", "{{a}} == 'it''s'",
        "{{a}} == b | c", "{{a}} == b || c", "{{a}} == rock and roll", "x", "'x'", "5", "null", "({{a}}", "{{a}})",
        "()",
        "{{a}} not contains b", "1 < {{a}} < 5", "{{a", "{{a}} == {{", "{{a}} > 1,999.00", "{{a}} > abc",
        "{{a}} < true",
        "null > {{a}}", "{{a}} matches {{b}}", "{{a}} matches '('", "{{a}} matches '(?=x)'", "{{a}} is_empty 5",
        "!5 == {{a}}",
        "(" * 50 + "{{a}}" + ")" * 50, "{{a}} == " + "x" * 5000, "{{a()}} == 1", "{{a}} == 'x", "&&", "!", "not",
    ],
)  # fmt: skip
def test_what_is_no_condition_is_refused_with_a_fix(source: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        Condition.parse(source)
    assert caught.value.problem and caught.value.fix


@pytest.mark.parametrize(
    ("source", "scope"),
    [
        ("{{a}} == {{b}}", {"a": None, "b": None}),
        ("{{a}} == {{b}}", {"a": None, "b": "x"}),
        ("{{a}} == {{b}}", {"a": {}, "b": "x"}),
        ("{{a}} == {{b}}", {"a": {}, "b": []}),
        ("{{a}} == true", {"a": 1}),
        ("{{a}} == true", {"a": "yes"}),
        ("{{a}} contains 5", {"a": ["x"]}),
        ("{{a}} contains x", {"a": None}),
        ("{{a}} contains x", {"a": True}),
        ("{{a}} starts_with x", {"a": ["x"]}),
        ("{{a}} matches 'x'", {"a": "x" * 5000}),
        ("{{a}}", {"a": 1}),
        ("{{a}}", {"a": "yes"}),
        ("!{{a}}", {"a": None}),
        ("!{{a}} > 5", {"a": 6}),
        ("{{a}} > '2026-01-01T00:00:00Z'", {"a": "2026-02-01"}),
        ("{{a}} > 2026-01-01", {"a": "2026-13-01"}),
    ],
)
def test_kinds_that_have_nothing_in_common_are_a_type_error(source: str, scope: dict[str, Any]) -> None:
    assert code(source, **scope) is ErrorCode.TYPE


@given(st.text())
def test_a_value_is_never_part_of_the_condition(value: str) -> None:
    """A customer's words cannot add an operator: the answer is that of one comparison of one text."""
    assert holds("{{v}} == 'no'", v=value) is (value == "no")
    assert holds("{{v}} contains '||'", v=value) is ("||" in value)


@given(st.text(alphabet="{}ab|&!=<>() '\"0.-ornotd\u00a0", max_size=40))
def test_every_text_parses_or_is_refused(source: str) -> None:
    try:
        answer = Condition.parse(source).evaluate({"a": 1, "b": True})
    except (TemplateSyntaxError, EvaluationError):
        return
    assert isinstance(answer, bool)


def test_reads_and_paths() -> None:
    condition = Condition.parse("{{a.b}} > 5 && '{{c}} {{d | default(e)}}' == x")
    assert condition.reads == ("a", "c")
    assert condition.paths == ("a.b", "c", "d", "e")


# --- patterns --------------------------------------------------------------------------------------------------

ATOMS = ["a", "b", ".", "[ab]", "[^a]", r"\d", r"\w", r"\b", "^", "$", "(a|b)", "(?:ab)", "(a*b)", "(a|)", r"\.", r"\s"]
REPEATS = ["", "", "*", "+", "?", "{2}", "{1,}", "{0,2}", "*?"]
patterns = st.lists(st.tuples(st.sampled_from(ATOMS), st.sampled_from(REPEATS)), max_size=4).map(
    lambda pieces: "".join(atom + repeat for atom, repeat in pieces)
)


@given(patterns, st.text(alphabet="abAB 1.\n", max_size=8))
def test_patterns_mean_what_they_mean_to_python(source: str, text: str) -> None:
    try:
        expected = re.search(source.replace("$", r"\Z"), text)
    except re.error:
        return
    assert Pattern.parse(source).found_in(text) is (expected is not None)


@pytest.mark.parametrize("source", ["(a+)+$", "(a|a)*b", "(a*)*c", "(.*a){12}", "a*a*a*a*a*a*b"])
def test_no_pattern_runs_away(source: str) -> None:
    pattern = Pattern.parse(source)
    begun = time.perf_counter()
    pattern.found_in("a" * 4000 + "!")
    assert time.perf_counter() - begun < 3


@pytest.mark.parametrize(
    "source",
    [
        "(",
        ")",
        "[a",
        "*",
        "a**",
        "(?P<n>a)",
        "(?<=a)",
        r"\1",
        r"\x41",
        "a{999}",
        "(a{90}){90}",
        "\\",
        "x" * 300,
        "a{3,1}",
    ],
)
def test_what_is_no_pattern_is_refused(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Pattern.parse(source)
