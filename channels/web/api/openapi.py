"""The API's document, OpenAPI 3.1, made of the route table and of the models that read and write what it describes."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from pydantic.json_schema import models_json_schema

from channels.web.api import problems
from channels.web.api.models import ProblemShown
from channels.web.api.routes import BASE, ID, ROUTES, Route

KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "A text of your own per wish: sent again with the same body within a day, the answer is the same.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
}
_HEADERS: Mapping[int, Mapping[str, Any]] = {
    401: {"WWW-Authenticate": {"required": True, "schema": {"type": "string"}, "description": "Bearer"}},
    429: {"Retry-After": {"required": True, "schema": {"type": "integer"}, "description": "Seconds to wait"}},
}


def document(address: str, routes: Sequence[Route] = ROUTES) -> Mapping[str, Any]:
    """The document of the API at this address."""
    given = {model for route in routes for model in (route.query, route.body) if model}
    answered = {*(route.answer for route in routes), ProblemShown}
    wanted = [(model, "validation") for model in given] + [(model, "serialization") for model in answered]
    names, schemas = models_json_schema(
        sorted(wanted, key=lambda pair: pair[0].__name__),  # type: ignore[arg-type]
        ref_template="#/components/schemas/{model}",
    )
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, names, schemas["$defs"])
    for query in (route.query.__name__ for route in routes if route.query):
        schemas["$defs"].pop(query, None)  # its parts stand as parameters
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Assent",
            "version": "1",
            "description": "The desk as programs use it: what people are asked, and what they decide. A token acts as "
            "its person and may never more than they may at this moment.",
        },
        "servers": [{"url": f"{address}{BASE}"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "Made on the page /account/tokens."}
            },
            "schemas": schemas["$defs"],
        },
    }


def _operation(route: Route, names: Mapping[Any, Any], schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    operation: dict[str, Any] = {
        "operationId": route.name,
        "summary": route.summary,
        "description": f"The token needs the scope `{route.scope}`.",
        "parameters": list(_parameters(route, schemas)),
        "responses": {
            "200": {
                "description": "Done",
                "content": _content("application/json", names[route.answer, "serialization"]),
            },
            **{str(status): _problem(status, names) for status in route.problems},
        },
    }
    if route.body:
        content = _content("application/json", names[route.body, "validation"])
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _parameters(route: Route, schemas: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = []
    if route.has_id:
        found.append({"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": f"^{ID}$"}})
    if route.body:
        found.append(KEY)
    if route.query:
        parts = schemas[route.query.__name__]["properties"]
        found += [{"name": name, "in": "query", "required": False, "schema": schema} for name, schema in parts.items()]
    return found


def _problem(status: int, names: Mapping[Any, Any]) -> Mapping[str, Any]:
    codes = [code for code, kind in problems.KINDS.items() if kind.status == status]
    answer = {
        "description": f"{HTTPStatus(status).phrase}: {', '.join(f'`{code}`' for code in codes)}",
        "content": _content(problems.MEDIA_TYPE, names[ProblemShown, "serialization"]),
    }
    return {**answer, "headers": _HEADERS[status]} if status in _HEADERS else answer


def _content(media_type: str, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    return {media_type: {"schema": schema}}
