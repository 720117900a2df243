"""Names of sheets that Excel accepts: short, without its forbidden signs, each only once."""

import re

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_RESERVED = ("history",)


class SheetNames:
    """The names of one workbook, given out one after another."""

    def __init__(self) -> None:
        self._taken: set[str] = set(_RESERVED)

    def take(self, title: str) -> str:
        """A legal name near ``title``, not given before; Excel does not tell capitals from small letters."""
        wanted = " ".join(_FORBIDDEN.sub("-", title).split()) or "Bảng"
        name, times = _cut(wanted, ""), 1
        while name.casefold() in self._taken:
            times += 1
            name = _cut(wanted, f" ({times})")
        self._taken.add(name.casefold())
        return name


def _cut(text: str, ending: str) -> str:
    """Excel counts UTF-16 units and refuses an apostrophe at either end."""
    text = text.strip("' ")
    while _units(text + ending) > LONGEST:
        text = text[:-1]
    return (text.strip("' ") or "Bảng") + ending


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
