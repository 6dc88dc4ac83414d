"""Terminals before one server: what they send, what they load, and the bare page beside it."""
