"""Frozen values and errors; the standard library only."""
