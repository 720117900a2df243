"""Signed files of an edition: made, judged when they come back, and kept."""
