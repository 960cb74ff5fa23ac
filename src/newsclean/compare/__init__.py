"""Two documents in, what changed between them out."""
