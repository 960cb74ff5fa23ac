"""Random pages: strategies that build them, and a fuzz target."""
