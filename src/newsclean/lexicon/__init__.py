"""Phrases and words per language, as data, and the tables that look a line up in them."""
