"""The evidence of an edition: its files, the rows behind its figures, who did what, in one pack."""
