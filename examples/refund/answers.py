"""How the shop's servers answer: the same JSON twice, as text with the decimals written out, and structured."""

from collections.abc import Mapping
from typing import Any

import simplejson
from mcp_types import CallToolResult, TextContent


def answer(content: Mapping[str, Any]) -> CallToolResult:
    """A tool's result; `2150.00` stays so in the text, the structured copy has the SDK's floats."""
    text = simplejson.dumps(content, use_decimal=True, ensure_ascii=False)
    return CallToolResult(
        content=[TextContent(type="text", text=text)], structured_content=simplejson.loads(text, use_decimal=False)
    )
