"""Documents as text, Markdown, HTML and JSON Schema."""
