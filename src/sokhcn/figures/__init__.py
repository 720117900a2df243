"""Declared questions and the figures that answer them. Pure: whoever can answer is passed in."""
