"""A bare page: the same framework, server and database layer, and nothing but one durable row.

usage: python -m benchmarks.terminals.bare URL PORT
"""

import sys
from uuid import UUID

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel
from sqlalchemy import Column, Integer, MetaData, String, Table, Uuid, insert, select

from station.ledger.database import Engine, open_engine, reading, writing

rows = Table(
    "rows",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("deed", Uuid, nullable=False),
    Column("text", String, nullable=False),
)


class Row(BaseModel):
    """What a terminal sends."""

    deed: UUID
    text: str


def bare_app(engine: Engine) -> FastAPI:
    """Return the application: a row is answered when it is on disk."""
    app = FastAPI(docs_url=None, redoc_url=None)
    rows.metadata.create_all(engine)
    statement = insert(rows)

    @app.post("/rows")
    def keep(row: Row) -> dict[str, str]:
        with writing(engine) as connection:
            connection.execute(statement, {"deed": row.deed, "text": row.text})
        return {"kept": row.text}

    return app


def kept(url: str) -> dict[str, str]:
    """Return the number of every deed that has a row."""
    engine = open_engine(url)
    with reading(engine) as connection:
        found = {
            str(deed): text for deed, text in connection.execute(select(rows.c.deed, rows.c.text))
        }
    engine.dispose()
    return found


if __name__ == "__main__":
    uvicorn.run(
        bare_app(open_engine(sys.argv[1])),
        port=int(sys.argv[2]),
        log_level="warning",
        access_log=False,
        server_header=False,
    )
