"""A decoder of our own for bars that are too small, too blurred or too pale for the engines.

Bars are a known alphabet, so the question is not "where is each edge" but "which text would look
like this": the expected waveform of every text is compared with the average of many scan lines.
"""

from station.scan.bars.decoder import Found, look, look_elsewhere

__all__ = ["Found", "look", "look_elsewhere"]
