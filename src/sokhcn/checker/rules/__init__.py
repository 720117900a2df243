"""One rule, one file. The folder is the list."""
