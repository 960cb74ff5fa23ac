"""Publisher rules: data, no functions."""
