"""Finds the node types: every `NodeType` in a module of `engine.nodes`; nothing is listed by hand."""

import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

import engine.nodes
from engine.nodes.base import NodeType

PLANNED = frozenset(
    {
        "llm_call",
        "agent_loop",
        "loop",
        "code_block",
        "confidence_router",
        "guardrail",
        "function_call",
        "schedule_message",
        "send_proactive",
        "delegate_to_bot",
        "structured_output",
        "knowledge_retrieval",
        "wait_delay",
        "sub_workflow",
        "llm_router",
        "memory_store",
        "vision_analyze",
        "document_parse",
        "image_generate",
        "data_transform",
        "parallel",
        "error_handler",
    }
)
"""Names that the language knows and this release does not execute: refused with "not supported yet"."""

NodeTypes = Mapping[tuple[str, str], NodeType[Any]]
"""Node types by (type, variant); the variant is "" where a type has none."""


@cache
def node_types() -> NodeTypes:
    """Every node type of this release."""
    found: dict[tuple[str, str], NodeType[Any]] = {}
    for info in pkgutil.iter_modules(engine.nodes.__path__):
        module = importlib.import_module(f"engine.nodes.{info.name}")
        for _, member in inspect.getmembers(module, inspect.isclass):
            if issubclass(member, NodeType) and not inspect.isabstract(member) and member.__module__ == module.__name__:
                found[member.type, member.variant] = member()
    return found
