"""Identities go into tags and bookmarks and come back, whatever their keys are."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sokhcn.formats.docx.names import (
    Identity,
    Kind,
    bookmark_of,
    identity_of_bookmark,
    identity_of_tag,
    is_cut,
    name_of,
    tag_of,
)

KEYS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=120)
INLINE = st.sampled_from((Kind.FIGURE, Kind.PAPER))
HEADINGS = st.sampled_from((Kind.SECTION, Kind.APPENDIX))


@given(INLINE, KEYS)
def test_a_tag_fits_and_gives_its_identity_back(kind: Kind, key: str) -> None:
    identity = Identity(kind, key)
    tag = tag_of(identity)
    assert len(tag) <= 64
    assert identity_of_tag(tag, {tag: key} if is_cut(tag) else {}) == identity


@given(HEADINGS, KEYS)
def test_a_bookmark_fits_word_and_gives_its_identity_back(kind: Kind, key: str) -> None:
    identity = Identity(kind, key)
    name = bookmark_of(identity)
    assert re.fullmatch("[a-z][a-z0-9_]{0,39}", name)
    assert identity_of_bookmark(name, {name: key} if is_cut(name) else {}) == identity


def test_names_are_readable_where_the_key_is_short() -> None:
    assert name_of(Identity(Kind.FIGURE, "advice.issued")) == "num:advice.issued"
    assert name_of(Identity(Kind.PAPER, "03/2022/QĐ-UBND")) == "cite:03/2022/QĐ-UBND"
    assert name_of(Identity(Kind.SECTION, "advice")) == "muc_advice"
    assert name_of(Identity(Kind.APPENDIX, "research.tasks")) == "phuluc_research_2etasks"


def test_long_keys_with_one_beginning_stay_apart() -> None:
    one, other = (Identity(Kind.FIGURE, "x" * 80 + end) for end in "ab")
    assert tag_of(one) != tag_of(other)


def test_names_of_others_and_cut_names_without_their_key_mean_nothing() -> None:
    cut_tag, cut_bookmark = tag_of(Identity(Kind.FIGURE, "x" * 90)), bookmark_of(Identity(Kind.SECTION, "x" * 90))
    assert [identity_of_tag(tag, {}) for tag in ("", "num", "muc:advice", cut_tag)] == [None] * 4
    assert [identity_of_bookmark(name, {}) for name in ("_Toc1", "muc_\u00e9_zz", cut_bookmark)] == [None] * 3
