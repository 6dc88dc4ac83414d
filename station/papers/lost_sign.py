"""What stands for a sign that a paper cannot show.

A wrong name on a signed paper is worse than no paper, so a name with such a sign is refused.  What
anybody may write or scan is not a name: a paper that one emoji in a note could keep from everybody
would be in one person's hands.  So there the sign is shown as lost, and the paper is made.
"""

LOST_SIGN = "〓"
"""The geta mark (U+3013), by which printers say that a type is missing."""
