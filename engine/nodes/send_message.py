"""`send_message`: says something to the customer."""

from collections.abc import Iterator, Sequence

from engine.effects import Literal
from engine.errors import EvaluationError
from engine.language.template import Template
from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import DEFAULT, Fail, Next, Outcome, Say


class SendMessageData(NodeData):
    """`buttons` are texts that the customer may tap instead of typing."""

    message: Template
    buttons: tuple[Template, ...] = ()


class SendMessage(NodeType[SendMessageData]):
    """A text to the customer, on the channel where the conversation lives."""

    type = "send_message"
    data_model = SendMessageData

    def handles(self, data: SendMessageData) -> Sequence[str]:
        return (DEFAULT,)

    def reads(self, data: SendMessageData) -> Iterator[tuple[str, str]]:
        yield from (("message", name) for name in data.message.reads)
        for number, button in enumerate(data.buttons):
            yield from ((f"buttons.{number}", name) for name in button.reads)

    def execute(self, ctx: Context, data: SendMessageData) -> Outcome:
        field = "message"
        try:
            text = data.message.render(ctx.scope)
            field = "buttons"
            buttons = tuple(button.render(ctx.scope) for button in data.buttons)
        except EvaluationError as error:
            return Fail(error.at(field))
        return Next(say=(Say(Literal(text), buttons),))
