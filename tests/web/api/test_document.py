"""The OpenAPI document: it tells of every call, and what it shows is true."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from station.web.api.document import operations, recorded
from station.web.problems import MEDIA_TYPE, TITLES
from tests.support import api_day
from tests.support.ways import ways_of

Json = dict[str, Any]

STREAMS = {("/api/handovers/{handover}/events", "get")}
"""What answers for as long as somebody waits has no one answer to show."""

EMPTY = {"204"}


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> api_day.Recorder:
    return api_day.played(tmp_path_factory.mktemp("day"))


@pytest.fixture(scope="module")
def document(day: api_day.Recorder) -> Json:
    told: Json = json.loads(day.client("nobody").get("/openapi.json").text)
    return told


def valid(document: Json, schema: Json, value: object) -> None:
    whole = {**schema, "components": document["components"]}
    jsonschema_rs.validator_for(whole, validate_formats=True).validate(value)


def test_every_call_of_a_program_is_in_the_document_and_no_page_is(
    day: api_day.Recorder, document: Json
) -> None:
    there = {
        (path, method)
        for path, methods in ways_of(day.app).items()
        for method in methods
        if path.startswith("/api/") or path == "/health"
    }
    assert {(path, method) for path, method, _ in operations(document)} == there
    assert len(there) > 70


def test_the_day_that_the_examples_are_from_goes_the_same_way_again(day: api_day.Recorder) -> None:
    told = day.told()
    assert told["calls"].keys() == recorded()["calls"].keys()
    for call, known in recorded()["calls"].items():
        assert told["calls"][call] == known, f"{call}: python -m tests.support.api_day writes anew"
    assert told["problems"] == recorded()["problems"]


def test_every_call_has_its_examples_and_they_keep_to_the_schemas(document: Json) -> None:
    seen = 0
    for path, method, operation in operations(document):
        if (path, method) in STREAMS:
            continue
        for what, content in contents(operation):
            assert content["examples"], (path, method, what)
            for example in content["examples"].values():
                valid(document, content["schema"], example["value"])
                seen += 1
    assert seen > 110


def contents(operation: Json) -> Iterator[tuple[str, Json]]:
    """What is sent and what is answered where all goes well, pictures apart."""
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        yield f"sent as {kind}", content
    for status, answer in operation["responses"].items():
        if status.startswith("2") and status not in EMPTY:
            for kind, content in answer["content"].items():
                if kind == "application/json":
                    yield f"answered {status}", content


def test_every_problem_is_of_rfc_9457_and_was_seen(document: Json) -> None:
    shown = document["components"]["responses"]
    assert {f"Problem{status}" for status in TITLES} == shown.keys()
    for name, answer in shown.items():
        content = answer["content"][MEDIA_TYPE]
        assert content["examples"], name
        for code, example in content["examples"].items():
            problem = example["value"]
            valid(document, content["schema"], problem)
            assert problem["code"] == code
            assert problem["type"] == f"/api/problems/{code}"
            assert name == f"Problem{problem['status']}"
            assert len(problem["reference"]) == 8


def test_a_problems_type_is_an_address_that_says_what_it_is(day: api_day.Recorder) -> None:
    client = day.client("nobody")
    for problems in recorded()["problems"].values():
        for problem in problems.values():
            told = client.get(problem["type"]).json()
            assert (told["code"], told["status"]) == (problem["code"], problem["status"])
    assert client.get("/api/problems/none").status_code == 404


def test_every_call_with_a_session_names_its_refusals(document: Json) -> None:
    for path, method, operation in operations(document):
        if operation["security"]:
            named = {"401", "403", "500", "503"}
            assert named <= operation["responses"].keys(), (path, method)


def test_whoever_reads_the_document_needs_nothing_from_elsewhere(document: Json) -> None:
    told = json.dumps(document)
    assert re.findall(r"https?://[^\"\\ ]*", told) == []
    refs = set(re.findall(r'"\$ref": "([^"]+)"', told))
    assert all(ref.startswith("#/components/") for ref in refs)
    for ref in refs:
        kind, name = ref.split("/")[2:]
        assert name in document["components"][kind]


PAGES_ALONE = {
    "/language",
    "/sign-in",
    "/sign-out",
    "/posting",
    "/expected/columns",
    "/expected/take",
    "/review/not-come",
}
"""What the API does in its own way: a cookie, `/api/session`, one call for looking at lists, and
one for each case."""


def test_every_deed_that_a_page_does_can_be_done_by_a_documented_call(
    day: api_day.Recorder, document: Json
) -> None:
    """Except the administration's, which needs a person before the screen."""
    deeds = {
        path
        for path, methods in ways_of(day.app).items()
        if "post" in methods and not path.startswith(("/api/", "/admin"))
    }
    renamed = {
        "/sorting/{item}": "/api/items/{item}/first-entry",
        "/checking/{item}": "/api/items/{item}/check-entry",
    }
    for path in deeds - PAGES_ALONE:
        assert "post" in document["paths"][renamed.get(path, f"/api{path}")], path


def test_the_guide_of_the_api_names_what_there_is(document: Json) -> None:
    guide = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(?:GET|POST|PATCH|DELETE) (/(?:api|health)[^`? ]*)`", guide))
    assert named
    assert named <= document["paths"].keys()


def test_the_bounds_of_a_count_are_told(document: Json) -> None:
    count = document["components"]["schemas"]["OpenArrival"]["properties"]["declared_count"]
    assert (count["minimum"], count["maximum"]) == (1, 9_999)
