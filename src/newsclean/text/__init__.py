"""Strings to values: names, bylines, dates, spaces, likeness. The word tables come from the callers."""
