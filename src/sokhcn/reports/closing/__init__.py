"""Closing a period: who owes what by when, registers closed by their units, promises answered and made anew."""
