"""A text understood: structure, citations, counts."""
