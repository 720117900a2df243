"""The words of the JSON form, which writer and reader share."""

from enum import StrEnum

FORMAT = "sokhcn.document/1"  # goes up when an older reader could misread a newer file


class InlineKind(StrEnum):
    """The ``kind`` of what stands inside a sentence."""

    TEXT = "text"
    EMPH = "emph"
    STRONG = "strong"
    NUM = "num"
    CITE = "cite"
    BREAK = "break"


class BlockKind(StrEnum):
    """The ``kind`` of a block."""

    PARAGRAPH = "paragraph"
    ITEMS = "items"
    TABLE = "table"
