"""The check-in station for mail that must not get lost."""
