"""Markdown: text whose marks say how it looks."""
