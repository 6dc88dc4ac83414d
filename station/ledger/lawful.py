"""Whether a database keeps the laws that the station gave it, all of them, and no others.

Whoever owns it can take one away, alter it, or plant one that changes the books behind a deed.
"""

import re
from collections.abc import Mapping

from sqlalchemy import Connection

from station.ledger.laws import every_law

_TRIGGER = re.compile(
    r"CREATE TRIGGER (?P<name>\w+)\s+BEFORE (?P<verbs>[A-Z ]+) ON (?P<table>\w+)\s+"
    r"FOR EACH (?P<each>ROW|STATEMENT) EXECUTE FUNCTION (?P<function>\w+)\(\)"
)
_FUNCTION = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION (\w+)\(\).*?\$\$(.*)\$\$", re.DOTALL)

_TRIGGERS_THERE = """
    SELECT c.relname, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid, true) AS said, p.prosrc
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE c.relnamespace = current_schema()::regnamespace
    AND (NOT t.tgisinternal OR t.tgenabled <> 'O')"""
"""What the station said, and of what the server said for itself (foreign keys) what is off."""

_RULES_THERE = """SELECT tablename, rulename, definition FROM pg_rules
    WHERE schemaname = current_schema()"""

Laws = Mapping[str, object]
"""What a law says, by its name."""


def law_difference(connection: Connection) -> str | None:
    """Return the first law that is missing, altered or not the station's; None where all hold."""
    is_served = connection.dialect.name == "postgresql"
    due = _due_of_server() if is_served else _due_of_file()
    there = _there_of_server(connection) if is_served else _there_of_file(connection)
    for name in sorted(due.keys() | there.keys()):
        if name not in there:
            return f"trigger {name}: it is missing"
        if name not in due:
            return f"trigger {name}: the station knows nothing of it"
        if due[name] != there[name]:
            return f"trigger {name}: it is not what the station said"
    return None


def _due_of_file() -> Laws:
    return {said.split()[2]: said for said in every_law("sqlite")}


def _there_of_file(connection: Connection) -> Laws:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row.name: row.sql for row in rows}


def _due_of_server() -> Laws:
    """Return each trigger as it is said, with the words of its function."""
    said = every_law("postgresql")
    words = {found[1]: found[2] for law in said if (found := _FUNCTION.match(law))}
    triggers = [found for law in said if (found := _TRIGGER.fullmatch(law))]
    return {
        f"{it['name']} on {it['table']}": (_in_one_form(it.group()), words[it["function"]], True)
        for it in triggers
    }


def _there_of_server(connection: Connection) -> Laws:
    laws: dict[str, object] = {}
    for row in connection.exec_driver_sql(_TRIGGERS_THERE):
        is_on = row.tgenabled in ("O", b"O")
        laws[f"{row.tgname} on {row.relname}"] = (_in_one_form(row.said), row.prosrc, is_on)
    for row in connection.exec_driver_sql(_RULES_THERE):
        laws[f"{row.rulename} on {row.tablename}"] = row.definition
    return laws


def _in_one_form(trigger: str) -> object:
    """Return a trigger's parts: the server writes its verbs in an order of its own."""
    found = _TRIGGER.fullmatch(trigger)
    if found is None:
        return trigger  # with a condition or arguments, or in another schema: none of ours
    return {**found.groupdict(), "verbs": frozenset(found["verbs"].split(" OR "))}
