"""What people do: one function a deed, one transaction each.

The only door to the ledger for whoever changes anything.  Every deed takes the client's UUID and
may be sent twice: the second time changes nothing and gives the same answer.
"""
