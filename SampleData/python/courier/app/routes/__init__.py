"""Paths that the service answers."""
