"""Which blocks are the article: the score, the structure, the verdict."""
