"""Advice on a name that does not exist: the one that was meant, if one is much like it, else all there are."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_NAME = 100
NAMED_AT_MOST = 40


def meant(name: str, known: Iterable[str]) -> str:
    """``Có phải “…”?``, or nothing where no name is like ``name``."""
    close = get_close_matches(name[:LONGEST_NAME], list(known), n=1)
    return f"Có phải “{close[0]}”?" if close else ""


def meant_or(name: str, known: Iterable[str], what: str = "Có") -> str:
    """The one that was meant, or ``what`` there is; of many names the first, so that a sentence stays one."""
    names = list(known)
    more = ", …" if len(names) > NAMED_AT_MOST else ""
    return meant(name, names) or (f"{what}: {', '.join(names[:NAMED_AT_MOST])}{more}." if names else "")
