"""Noise: one kind a file. Each `mark_x` takes the draft and gives noise blocks the role `removed` with a reason."""
