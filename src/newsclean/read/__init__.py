"""Bytes → text → tree → blocks and claims. The only room that imports lxml and bs4."""

from .page import read_html

__all__ = ["read_html"]
