"""The demo day: the case that this software exists for, played through the real path."""
