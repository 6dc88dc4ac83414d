"""Every way into the application: a guard tries them all, documented or not."""

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi


def ways_of(app: FastAPI) -> dict[str, frozenset[str]]:
    """Return the methods of every address, in small letters."""
    told = get_openapi(title="", version="", routes=app.routes)
    return {path: frozenset(methods) for path, methods in told["paths"].items()}
