"""The same Vietnamese words are found, stored and sorted alike however they were typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.folding import clean, collation_key, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đo lường Chất lượng", "do luong chat luong"),
        ("Ðo\u00a0lường", "do luong"),
        (unicodedata.normalize("NFD", "NGHIỆM THU"), "nghiem thu"),
        ("  khoa \t học\n và  công nghệ ", "khoa hoc va cong nghe"),
        ("số\u200b 21/QĐ-\u00adUBND", "so 21/qd-ubnd"),
        ("ỄỘỰẮẶỠ", "eouaao"),
    ],
)
def test_searching_needs_no_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        (unicodedata.normalize("NFD", "Nghị quyết"), "Nghị quyết"),
        ("\u00d0ề án", "\u0110ề án"),
        ("\ufeffSở\u00a0KH&CN\u200b ", "Sở KH&CN"),
        ("a\x00b\u00adc\ud800\uffff", "abc"),
        ("e\u200b\u0302", "ê"),
        ("dòng một\r\n dòng  hai", "dòng một dòng hai"),
    ],
)
def test_what_is_stored_is_clean(text: str, stored: str) -> None:
    assert clean(text) == stored


@given(st.text())
def test_cleaning_and_folding_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_text_is_found_by_its_stored_form(text: str) -> None:
    assert fold(clean(text)) == fold(text)


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r"],
        ["s", "t", "u", "ư", "v", "x", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai", "măng", "mâm"],
        ["an", "An Bình", "anh", "Ánh", "ăn", "ấn"],
        ["Bác Ái", "Ninh Hải", "Ninh Phước", "Ninh Sơn", "Phan Rang - Tháp Chàm", "Thuận Bắc", "Thuận Nam"],
        ["dân", "đan", "đàn", "đãn", "đán", "đạn", "em"],
        ["(a)", "01", "2", "a", "z", "я"],
    ],
)
def test_the_vietnamese_alphabet_orders(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=collation_key) == ordered


@given(st.text(), st.text())
def test_any_two_texts_have_an_order_that_tells_them_apart(one: str, other: str) -> None:
    assert (collation_key(one) == collation_key(other)) == (clean(one) == clean(other))
