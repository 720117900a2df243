"""What is typed, as needles; what is searched, laid out; and the part that was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.seeking import bare, glimpsed, laid_out, marked, sought

PAPER = laid_out(["2367/QĐ-UBND", "Quyết định số 2367/QĐ-UBND", "UBND tỉnh", "về mã hóa dữ liệu, khóa 5 ký tự"])


def finds(asked: str, text: str = PAPER) -> bool:
    needles = sought(asked).needles
    return bool(needles) and all(needle in text for needle in needles)


@pytest.mark.parametrize(
    "asked",
    [
        "quyết định",
        "QUYET DINH",
        "quyêt đinh",
        "mã hoá",  # the tone on the last vowel
        "mã hóa",
        "2367",
        "367/Q",
        "QĐ-UB",
        "qd ub",
        "2367-QĐ/UBND",
        "236",
        "tỉnh 367",  # any order
        "dữ li",
        "k",  # nothing: see below
        "5",
        "mã",
        "mã hóa dữ liệu, khóa",
    ],
)
def test_finds(asked: str) -> None:
    assert finds(asked) == (asked != "k")


@pytest.mark.parametrize(
    "asked", ["uyết", "inh", "67/Q-D", "3672", "ubnd xã", "liệu mật", "6", "", "  ", "-/", "%", "_"]
)
def test_does_not_find(asked: str) -> None:
    assert not finds(asked)


def test_a_text_ends_where_it_ends() -> None:
    assert laid_out(["Cân treo", "", " - ", "KĐ-5"]) == "| can treo | kd 5 |"
    assert laid_out([laid_out(["Cân treo", "KĐ-5"]), "x"]) == "| can treo | kd 5 | x |"
    assert laid_out([]) == ""
    assert sought("treo KĐ-5").together not in laid_out(["Cân treo", "KĐ-5"])


def test_exact_is_a_whole_text() -> None:
    assert sought("Cân TREO").whole in laid_out(["Cân treo", "5"])
    assert sought("2367").whole not in PAPER
    assert sought("2367").first in PAPER


def test_a_long_sentence_is_cut() -> None:
    assert len(sought(" ".join(f"từ{n}" for n in range(500))).needles) == 20


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("Quyết định số 2367/QĐ-UBND", "quyet 367/q", ["Quyết", "367/Q"]),
        ("Đề án mã hoá", "ma hóa", ["mã hoá"]),
        ("Ban hành", "ba", ["Ba"]),
        ("số 5 và 15", "5", ["5"]),
        ("ĐƯỢC", "đu", ["ĐƯ"]),
        ("Nghị quyết số 14", "nghị quyết 14", ["Nghị quyết", "14"]),
        ("không có gì", "xyz", []),
    ],
)
def test_the_part_that_was_found_is_marked(text: str, asked: str, found: list[str]) -> None:
    pieces = marked(text, sought(asked).needles)
    assert [piece for piece, hit in pieces if hit] == found
    assert "".join(piece for piece, _ in pieces) == text


def test_a_long_text_is_shown_around_what_was_found() -> None:
    text = "mở đầu " * 50 + "kim chỉ nam" + " kết thúc" * 50
    shown = "".join(piece for piece, _ in glimpsed(marked(text, sought("kim").needles), 20, 60))
    assert (shown[:2], shown[-2:]) == ("… ", " …")
    assert "kim chỉ nam" in shown
    assert len(shown) <= 64


@given(st.text(), st.text())
def test_marking_loses_nothing(text: str, asked: str) -> None:
    from sokhcn.kernel.folding import clean

    assert "".join(piece for piece, _ in marked(text, sought(asked).needles)) == clean(text)


@given(st.text())
def test_a_text_finds_itself(text: str) -> None:
    if bare(text) and len(text.split()) <= 20:
        assert finds(text, laid_out([text]))
