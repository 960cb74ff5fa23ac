"""The chain and its order, and the document it ends in."""
