"""One kind of noise a file."""
