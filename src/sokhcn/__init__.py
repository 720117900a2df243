"""Sổ KH&CN: registers in, the official periodic report out."""

__version__ = "0.1.0"
