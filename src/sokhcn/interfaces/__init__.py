"""Thin doors, ignorant of each other: the web pages and the command line."""
