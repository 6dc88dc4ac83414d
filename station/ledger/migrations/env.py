"""Alembic's entry: runs migrations on the connection that `station.ledger.migrate` hands over."""

from alembic import context

from station.ledger.schema import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata, transactional_ddl=True, render_as_batch=False
)
with context.begin_transaction():
    context.run_migrations()
