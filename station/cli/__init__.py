"""The terminal's face: the composition root, where settings become a ledger."""

from station.cli.app import main

__all__ = ["main"]
