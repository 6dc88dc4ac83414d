"""What happened: the append-only journal, the tables that follow from it, and their proofs.

The only floor that knows SQL.  `Ledger` is the door: `perform` for whoever changes anything,
`views` for whoever looks.
"""
