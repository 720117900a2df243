"""Sổ KH&CN: registers in, the official periodic report out."""
