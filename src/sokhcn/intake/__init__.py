"""Sheets of text that come in: read cell by cell into values and findings, without any meaning of a register."""
