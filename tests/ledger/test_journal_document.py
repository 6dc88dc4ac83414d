"""docs/journal.md says every kind and every field of its payload."""

from dataclasses import fields
from pathlib import Path

from station.ledger.codec import KINDS

DOCUMENT = Path(__file__).parents[2] / "docs" / "journal.md"


def test_every_kind_and_field_is_documented_and_nothing_else() -> None:
    kinds = DOCUMENT.read_text(encoding="utf-8").partition("\n## Kinds")[2].partition("\n## ")[0]
    rows = [line.split("|")[1:5] for line in kinds.splitlines() if line.startswith("| `")]
    written = {kind.strip(" `"): (int(version), said.strip()) for kind, version, _, said in rows}
    known = {
        kind: (fact.version, ", ".join(f"`{field.name}`" for field in fields(fact)) or "none")
        for kind, fact in KINDS.items()
    }
    assert written == known
