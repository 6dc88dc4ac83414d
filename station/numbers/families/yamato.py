"""Yamato, 12 digits (4444-1375-8703): length, check digit and grouping are those of Japan Post's.

Source: the carrier's labels; no public standard.  Medium to high sureness.
"""

from dataclasses import replace

from station.numbers.families import japan_post_12

FAMILY = replace(japan_post_12.FAMILY, code="yamato", order=30)
