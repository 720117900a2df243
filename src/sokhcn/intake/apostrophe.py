"""Texts that a program would take for a formula: set apart by an apostrophe as they go out, and read back as meant."""

import re

# What Excel, LibreOffice and WPS take for the beginning of a formula or a command in a .csv file. Numbers stay numbers.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_SET_APART = re.compile(r"'+[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")


def set_apart(text: str) -> str:
    """``text`` as it stands in a .csv file, where whoever opens the file runs what looks like a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def told_apart(text: str) -> str:
    """``text`` as it stands in a workbook, which knows texts from formulas: only an apostrophe of its own is kept."""
    return f"'{text}" if _SET_APART.match(text) else text


def as_came(text: str) -> str:
    """``text`` of somebody's file, given back as .csv: what was set apart is so already."""
    return text if text.startswith("'") else set_apart(text)


def taken_in(text: str) -> str:
    """The text that was meant."""
    return text[1:] if _SET_APART.match(text) else text
