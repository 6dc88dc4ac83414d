"""A route whose work is one thread's is, from outside, as any other."""

from threading import current_thread
from typing import Annotated
from uuid import uuid4

import pytest
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from pydantic import BaseModel

from station.web.one_thread import OneThread
from tests.support.hall import Hall
from tests.web.test_guard import Terminals, deed


class Told(BaseModel):
    number: int
    name: str


def asked() -> str:
    return "dependency"


def app_of(route_class: type) -> FastAPI:
    router = APIRouter(route_class=route_class)

    @router.get("/told/{number}")
    def told(number: int, name: Annotated[str, Depends(asked)]) -> Told:
        """Tell."""
        return Told(number=number, name=name)

    @router.get("/thread")
    def thread(request: Request) -> Response:
        """Tell in which thread."""
        return Response(f"{request.url.path} {current_thread().name}")

    app = FastAPI()
    app.include_router(router)
    return app


def test_it_answers_and_is_described_as_fastapi_would() -> None:
    plain, ours = (TestClient(app_of(kind)) for kind in (APIRoute, OneThread))
    for path in ("/told/3", "/told/three"):
        answers = [client.get(path) for client in (plain, ours)]
        assert len({(it.status_code, it.text, it.headers["content-type"]) for it in answers}) == 1
    assert ours.get("/told/3").json() == {"number": 3, "name": "dependency"}
    assert ours.get("/openapi.json").json() == plain.get("/openapi.json").json()
    assert ours.get("/thread").text.startswith("/thread AnyIO worker")


def test_what_no_thread_can_do_is_refused_when_it_is_registered() -> None:
    router = APIRouter(route_class=OneThread)

    async def waits() -> None:
        """Do nothing."""

    with pytest.raises(TypeError, match="waits"):
        router.get("/")(waits)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_asks_comes_before_what_is_wrong_with_what_they_sent(hall: Hall) -> None:
    terminals = Terminals(hall)
    path, broken = f"/api/arrivals/{uuid4()}/scans", {"deed": "none"}
    assert terminals.nobody().post(path, json=broken).json()["code"] == "not_signed_in"
    assert terminals("duty").post(path, json=broken).json()["code"] == "invalid"
    left = terminals.nobody().post("/arrivals", data=deed())
    assert (left.status_code, left.headers["location"]) == (303, "/sign-in?ended=1")
    assert terminals("duty").post("/arrivals", data=deed()).status_code == 422
