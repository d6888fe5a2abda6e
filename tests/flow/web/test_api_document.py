"""The API's document: it is valid, it tells of every route, and the running server keeps to it whatever is sent."""

import asyncio
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from bot.api.keys import SCOPES
from channels.web.api.openapi import document
from channels.web.api.problems import KINDS
from channels.web.api.routes import ROUTES
from channels.web.api.wanted import Act, Kind, Scope, State
from engine.question import HandoffKind
from engine.transitions import Action, HandoffState
from tests.flow.conftest import OpenHouse
from tests.flow.house import House
from tests.flow.test_votes import choosing
from tests.flow.web.conftest import SignIn
from tests.flow.web.programs import program, token_of

EXAMPLES = 8
"""Of each operation, of good and of bad data, for each of two people."""
MODES = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)


def test_the_document_tells_of_every_route_and_each_of_its_parts_is_a_schema() -> None:
    found = json.loads(json.dumps(document("http://localhost")))
    told = {(method.upper(), path) for path, each in found["paths"].items() for method in each}
    assert told == {(route.method, route.path) for route in ROUTES}
    for name, schema in found["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(schema)
        assert f'"#/components/schemas/{name}"' in json.dumps(found), f"nothing needs {name}"
    statuses = {int(status) for each in found["paths"].values() for way in each.values() for status in way["responses"]}
    assert {kind.status for kind in KINDS.values()} - {405, 500} == statuses - {200}


def test_states_kinds_and_actions_are_those_of_the_house() -> None:
    assert set(get_args(State)) == set(HandoffState) and set(get_args(Kind)) == set(HandoffKind)
    assert set(get_args(Act)) < set(Action) and set(get_args(Scope)) == set(SCOPES)


async def test_the_document_is_for_everybody(house: House) -> None:
    assert house.app.server
    async with program(house) as nobody:
        answer = await nobody.get("/openapi.json")
    assert (answer.status, answer.body["openapi"]) == (200, "3.1.0")
    assert answer.body["servers"] == [{"url": f"{house.app.server.address}/api/v1"}]


@pytest.mark.timeout(180)
async def test_whatever_is_sent_the_server_keeps_to_its_document(
    open_house: OpenHouse, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("channels.web.api.api.BAD_TRIES", 100_000)
    monkeypatch.setattr("channels.web.api.api.REQUESTS", 100_000)
    house = await open_house(choosing())
    for number in range(3):
        await house.hear("hello", f"customer{number}")
    await house.quiet()
    ids = [id for (id,) in house.rows("SELECT id FROM handoff UNION SELECT id FROM run")]
    ana, olga = await sign_in(house, "ana"), await sign_in(house, "olga")
    tokens = [await token_of(ana, "read", "decide"), await token_of(olga, "read", "decide", "operate")]
    async with program(house) as nobody:
        described = (await nobody.get("/openapi.json")).body
    met = await asyncio.to_thread(explored, described, tokens, ids)
    await house.quiet()
    assert not [status for status in met if status >= 500], met
    assert {200, 400, 403, 404, 422} <= set(met), "good and bad requests were both among them"


def explored(described: Mapping[str, Any], tokens: Sequence[str], ids: Sequence[str]) -> Mapping[int, int]:
    """Send generated requests for every operation; answers how often each status was met."""
    met: Counter[int] = Counter()
    for found in schemathesis.openapi.from_dict(dict(described)).get_all_operations():
        operation = found.ok()
        for mode in MODES:
            if mode is schemathesis.GenerationMode.NEGATIVE and not operation.definition.raw.get("parameters"):
                continue  # nothing of it can be wrong
            for token in tokens:
                met.update(_sent(operation, mode, described["servers"][0]["url"], token, ids))
    return met


def _sent(operation: Any, mode: Any, address: str, token: str, ids: Sequence[str]) -> Sequence[int]:
    statuses: list[int] = []

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def sent(case: schemathesis.Case) -> None:
        id = str((case.path_parameters or {}).get("id", ""))
        if len(id) == len(ids[0]):  # a good id is mostly one of ours
            case.path_parameters["id"] = ids[sum(map(ord, id)) % len(ids)]
        response = case.call(base_url=address, headers={"Authorization": f"Bearer {token}"})
        statuses.append(response.status_code)
        # Whether a wish is fit for its request, no document can tell.
        case.validate_response(response, excluded_checks=[positive_data_acceptance] if case.method == "POST" else None)

    sent()
    return statuses
