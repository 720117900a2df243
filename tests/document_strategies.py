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


def several(of, most: int = 2):
    """A short tuple of ``of``: none, one, or one beside another."""
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
    ),
    3,
)
ITEMS = st.recursive(
    st.builds(Item, WORDS, INLINES), lambda below: st.builds(Item, WORDS, INLINES, several(below)), max_leaves=4
)
COLUMNS = st.builds(Column, WORDS, st.floats(0.1, 50), st.sampled_from(Align))


def tables(columns: int):
    """Tables of so many columns whose rows fit them; a group row may be one cell across."""
    full = st.tuples(*[INLINES] * columns)
    row = st.builds(Row, full, st.sampled_from(RowKind)) | st.builds(Row, st.tuples(INLINES), st.just(RowKind.GROUP))
    return st.builds(Table, st.tuples(*[COLUMNS] * columns), several(row, 3), WORDS)


# All strategies are made here, once: one made while drawing takes longer to look over than to draw from.
TABLES = tuple(tables(columns) for columns in range(1, 5))
BLOCKS = several(
    st.builds(Paragraph, INLINES) | st.builds(Items, several(ITEMS)) | st.sampled_from(TABLES).flatmap(lambda one: one)
)


def sections(level: int, below):
    """Sections of a level with what stands below it."""
    return st.builds(Section, WORDS, st.just(level), st.none() | WORDS, INLINES, BLOCKS, below)


LOWEST = sections(3, st.just(()))
SECTIONS = several(sections(1, several(sections(2, several(LOWEST)))))


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
DOCUMENTS = st.builds(Document, HEADS, SECTIONS, CLOSINGS, several(APPENDICES), WORDS)
