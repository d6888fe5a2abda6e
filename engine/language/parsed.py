"""Lets pydantic models annotate a field with one of the language's parsed types."""

from abc import ABC, abstractmethod
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from engine.errors import TemplateSyntaxError


class Parsed(ABC):
    """Something that is read from a file's value once, when the file is loaded."""

    __slots__ = ()

    source: Any
    """What stood in the file."""

    @classmethod
    @abstractmethod
    def parse(cls, source: Any) -> Self:
        """Read it. Raises TemplateSyntaxError, also for a value of the wrong kind."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(lambda parsed: parsed.source)
        )

    @classmethod
    def _validate(cls, value: Any) -> Self:
        """As pydantic wants it; the error's `ctx` holds the TemplateSyntaxError as `error`."""
        if isinstance(value, cls):
            return value
        try:
            return cls.parse(value)
        except TemplateSyntaxError as error:
            # The words are put in by pydantic from ctx, so that braces in them stay what they are.
            words = {"problem": error.problem, "fix": error.fix, "error": error}
            raise PydanticCustomError("template_syntax", "{problem}. {fix}", words) from error
