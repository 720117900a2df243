"""Hypothesis strategies for documents: every kind of node, nested, empty and odd."""

from hypothesis import strategies as st

from sokhcn.document.nodes import (
    Align,
    Appendix,
    Break,
    Cite,
    Closing,
    Column,
    DateLine,
    Document,
    Emph,
    Head,
    Item,
    Items,
    Num,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    Strong,
    Table,
    Text,
)

WORDS = st.text(max_size=20) | st.sampled_from(
    ["Sở KH&CN <Ninh Thuận>", "đề án “Ứng dụng”", "=1+1", "1.234,5", "khóa dài." * 12]
)
VALUES = st.integers() | st.decimals(allow_nan=False, allow_infinity=False)


def several(of, most: int = 3):
    """A short tuple of ``of``."""
    return st.lists(of, max_size=most).map(tuple)


LEAVES = st.one_of(
    st.builds(Text, WORDS),
    st.builds(Num, WORDS, VALUES, WORDS),
    st.builds(Cite, WORDS, WORDS),
    st.just(Break()),
)
INLINES = several(
    st.recursive(
        LEAVES, lambda below: st.builds(Emph, several(below)) | st.builds(Strong, several(below)), max_leaves=4
    )
)
ITEMS = st.recursive(
    st.builds(Item, WORDS, INLINES), lambda below: st.builds(Item, WORDS, INLINES, several(below)), max_leaves=4
)
COLUMNS = st.builds(Column, WORDS, st.floats(0.1, 50), st.sampled_from(Align))


@st.composite
def tables(draw):
    """A table whose rows fit its columns; a group row may be one cell across."""
    columns = draw(st.lists(COLUMNS, min_size=1, max_size=4))
    full = st.tuples(*[INLINES] * len(columns))
    row = st.builds(Row, full, st.sampled_from(RowKind)) | st.builds(Row, st.tuples(INLINES), st.just(RowKind.GROUP))
    return Table(tuple(columns), draw(several(row, 4)), draw(WORDS))


BLOCKS = several(st.builds(Paragraph, INLINES) | st.builds(Items, several(ITEMS)) | tables())


@st.composite
def sections(draw, level: int = 1):
    """A section with at most two floors below it."""
    inner = draw(several(sections(level + 1), 2)) if level < 3 else ()
    number = draw(st.none() | WORDS)
    return Section(draw(WORDS), level, number, draw(INLINES), draw(BLOCKS), inner)


DATES = st.builds(DateLine, st.none() | st.integers(1, 31), st.integers(1, 12), st.integers(1976, 2100))
HEADS = st.builds(
    Head,
    parent_agency=WORDS,
    agency=WORDS,
    number=st.none() | WORDS,
    symbol=WORDS,
    place=WORDS,
    dated=DATES,
    type_name=WORDS,
    subject=INLINES,
    addressees=several(WORDS),
)
CLOSINGS = st.builds(Closing, several(WORDS), st.builds(Signature, several(WORDS), WORDS))
APPENDICES = st.builds(Appendix, WORDS, WORDS, WORDS, WORDS, BLOCKS, st.booleans())
DOCUMENTS = st.builds(Document, HEADS, several(sections(), 2), CLOSINGS, several(APPENDICES, 2), WORDS)
