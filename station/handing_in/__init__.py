"""Handing scans in to a station from another machine: kept on disk first, sent until answered.

`spool` is what waits, `line` is one try to hand a scan in, `sender` tries for as long as it takes.
"""
