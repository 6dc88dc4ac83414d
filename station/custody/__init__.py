"""The rules: state and what somebody wants to do become facts, or a refusal.

Nothing here knows a clock, a database, a screen or a picture.  `values` and `facts` are the
words, `state` is what the books hold, `evolve` says how a fact changes it, and the modules named
after deeds (`arrival`, `sorting`, `handover`, ...) decide which facts may be.
"""
