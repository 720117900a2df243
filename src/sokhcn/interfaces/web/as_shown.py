"""The versions of a row, and of the parts that its form fills, as the form showed them: whoever sends one that somebody
has overtaken is told, and overwrites nothing."""

from sokhcn.records.kept import Kept
from sokhcn.records.registering import Register

VERSION = "version"  # the field of a form
LONGEST = 9


def version_shown(text: str) -> int:
    """The version of a row that a form was made from; 0, which no row has, where it says nothing of use."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else 0


def versions_of(register: Register, row: Kept) -> str:
    """What a form of ``row`` carries: its version and those of its parts in their order, such as ``3.5``."""
    parts = (getattr(row, part.field, None) for part in register.parts)
    return ".".join(str(one.version if one else 0) for one in (row, *parts))


def as_shown(register: Register, row: Kept, text: str) -> None:
    """Let ``row`` and its parts be of the versions that ``text`` tells; the gate compares them with those it finds."""
    own, *others = [version_shown(one) for one in text.split(".")]
    row.version = own
    for part, version in zip(register.parts, [*others, *[0] * len(register.parts)], strict=False):
        if (held := getattr(row, part.field, None)) is not None:
            held.version = version
