"""One field of the document a file."""
