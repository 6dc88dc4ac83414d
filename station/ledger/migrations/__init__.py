"""Migrations, run by Alembic through `station.ledger.migrate`."""
