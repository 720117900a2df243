"""A file that is not a document is refused with one kind of exception, which says what and where."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.formats.json.place import NotADocument
from sokhcn.formats.json.read import load, read
from sokhcn.formats.json.render import dump
from tests.documents import every_node

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda below: st.lists(below) | st.dictionaries(st.sampled_from(["format", "head", "kind", "x"]), below),
)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfe", "không phải văn bản UTF-8"),
        (b"{\n oops", "Dòng 2, cột 2: không phải JSON"),
        (b"[]", "tệp: cần một nhóm có tên"),
        (b"{}", "format: thiếu"),
        (b'{"format": "sokhcn.document/9"}', "format: cần “sokhcn.document/1”, gặp 'sokhcn.document/9'"),
        (b"[" * 100_000, "lồng nhau quá sâu"),
        (b"1" * 5000, "số không đọc được"),
    ],
)
def test_other_files_are_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(NotADocument, match=sentence):
        read(data)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda d: d["head"].pop("agency"), r"head\.agency: thiếu\."),
        (lambda d: d["head"]["dated"].update(day="17"), r"head\.dated\.day: cần một số nguyên, gặp '17'"),
        (lambda d: d["head"]["dated"].update(month=True), r"head\.dated\.month: cần một số nguyên, gặp True"),
        (lambda d: d["sections"][0].update(title="I"), r"sections\[0\]\.title: cần một danh sách"),
        (lambda d: d["sections"][0]["title"][0].update(kind="blink"), r"title\[0\]\.kind: cần một trong: text, emph"),
        (lambda d: d["sections"][0]["title"][0].update(text=None), r"sections\[0\]\.title\[0\]\.text: cần một chuỗi"),
        (lambda d: d["appendices"][0].update(landscape=1), r"appendices\[0\]\.landscape: cần true hoặc false"),
        (
            lambda d: d["appendices"][0]["blocks"][0]["columns"][0].update(width=None),
            r"columns\[0\]\.width: cần một số",
        ),
    ],
)
def test_a_spoilt_document_is_refused_by_place(spoil: Callable[[dict[str, Any]], object], sentence: str) -> None:
    written = dump(every_node())
    spoil(written)
    with pytest.raises(NotADocument, match=sentence):
        load(written)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "một", "", 1.5, None])
def test_a_figure_without_an_exact_value_is_refused(value: object) -> None:
    written = dump(every_node())
    written["head"]["subject"] = [{"kind": "num", "key": "k", "value": value, "text": "1"}]
    with pytest.raises(NotADocument, match=r"head\.subject\[0\]\.value: cần một số"):
        load(written)


@given(ANY_JSON)
def test_no_other_exception_escapes(written: Any) -> None:
    with pytest.raises(NotADocument):
        load(written)
