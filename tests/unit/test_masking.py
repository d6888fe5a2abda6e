"""No secret value stays on a card, wherever it stands."""

from dataclasses import replace
from decimal import Decimal

from bot.masking import Mask
from channels.views import CallView, Line, Row
from engine.values import dump
from tests.fakes.stage import CARD
from tests.unit.engine_stage import execution, message

SECRET = "4111-1111"
VIEW = replace(
    CARD,
    reason=f"Card {SECRET} again",
    facts=(Row("card", SECRET), Row("pin", "12"), Row("year", "2012")),
    calls=(CallView("bank__pay", (Row("card", SECRET),), f'{{"card":"{SECRET}"}}'),),
    transcript=(Line("Customer", f"It is {SECRET}.", "10:00"),),
)


def test_a_secret_is_hidden_everywhere() -> None:
    shown = Mask([SECRET, "12"], "hidden").card(VIEW)
    assert SECRET not in repr(shown)
    assert shown.calls[0].raw == '{"card":"hidden"}'


def test_a_short_secret_is_hidden_only_where_it_stands_alone() -> None:
    shown = Mask(["12"], "hidden").card(VIEW)
    assert [row.value for row in shown.facts] == [SECRET, "hidden", "2012"]


def test_what_json_spells_otherwise_or_is_short_is_hidden_in_arguments() -> None:
    spelled = 'say "Ünder\n\\x"'
    arguments = {"word": f"is {spelled}", "pin": "12", "year": "2012", "at": [12, True], "sum": Decimal("42.50")}
    view = replace(VIEW, calls=(CallView("bank__pay", (), dump(arguments)),))
    raw = Mask([spelled, "12", "42.50"], "hidden").card(view).calls[0].raw
    assert raw == '{"word":"is hidden","pin":"hidden","year":"2012","at":["hidden",true],"sum":"hidden"}'
    assert Mask(["12"], "hidden").json("no {json 12") == "no {json 12"


def test_a_card_without_secrets_is_as_it_was() -> None:
    assert Mask([], "hidden").card(VIEW) is VIEW


def test_a_secret_may_be_a_part_of_a_variable() -> None:
    ask = {"type": "action", "actionType": "human_handoff", "reason": "Pay?", "secret": ["order.card", "nothing.here"]}
    say = {"type": "send_message", "message": "Done."}
    run = execution(
        {"t": {"type": "trigger", "triggerType": "message_received"}, "h": ask, "m": say},
        ["t h", "h.approved m", "h.rejected m"],
    )
    run.begin(next(iter(run.workflow.triggers)).id, message("hello"))
    run.run.variables["order"] = {"card": SECRET}
    run.advance()
    assert run.draft.step.opened[0].question.hidden == (SECRET,)
