"""One report beside another: what came back, what is missing, what is new, what is said otherwise."""

from fractions import Fraction

import pytest

from sokhcn.document.understood import Understood
from sokhcn.reader.claims import Phrase, claims
from sokhcn.reader.returning import ComeBack, Pair, Report, Share, come_back
from tests.reported import report

PHRASES = (Phrase("tasks", ("nhiệm vụ",), ("nghiên cứu",), ("quản lý",)),)
BEFORE = """1. Nghiên cứu
Đang quản lý 12 nhiệm vụ theo Quyết định số 21/QĐ-UBND ngày 10/5/2023.
Đã làm:
- Tổ chức hội thảo về chuyển giao công nghệ;
- Kiểm tra tiến độ các đề tài."""


def whole(text: Understood) -> Report:
    return Report(text, claims(text, PHRASES))


def compared(after: str) -> ComeBack:
    return come_back(whole(report(BEFORE)), whole(report(after)))


def share(back: ComeBack, kind: str) -> Share:
    return next(share for share in back.shares if share.kind == kind)


def test_a_report_comes_back_whole_in_itself() -> None:
    back = compared(BEFORE)
    assert back.score == 1
    assert [share.different for share in back.shares] == [(), (), (), ()]
    assert all(share.total for share in back.shares)


def test_a_figure_of_another_value_did_not_come_back() -> None:
    figures = share(compared(BEFORE.replace("12 nhiệm vụ", "13 nhiệm vụ")), "số liệu")
    assert figures.pairs == (Pair("12 nhiệm vụ", "13 nhiệm vụ", False),)
    assert figures.part == 0


def test_a_figure_in_other_words_came_back() -> None:
    figures = share(compared(BEFORE.replace("12 nhiệm vụ", "12 nhiệm vụ KH&CN")), "số liệu")
    assert (figures.part, len(figures.different)) == (1, 1)


def test_a_paper_with_another_date_came_back_and_is_told() -> None:
    papers = share(compared(BEFORE.replace("10/5/2023", "10/5/2022")), "văn bản")
    assert papers.part == 1
    assert papers.different == (
        Pair("Quyết định số 21/QĐ-UBND ngày 10/5/2023", "Quyết định số 21/QĐ-UBND ngày 10/5/2022", True),
    )


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (" theo Quyết định số 21/QĐ-UBND ngày 10/5/2023", "", "văn bản"),
        ("1. Nghiên cứu", "1. Quản lý khoa học", "đề mục"),
        ("- Kiểm tra tiến độ các đề tài.", "", "mục liệt kê"),
    ],
)
def test_what_is_gone_is_missing(old: str, new: str, kind: str) -> None:
    gone = share(compared(BEFORE.replace(old, new)), kind)
    assert gone.back == gone.total - 1
    assert any(pair.before and pair.after is None for pair in gone.different)


def test_an_item_with_most_of_its_words_came_back() -> None:
    items = share(compared(BEFORE.replace("Tổ chức hội thảo", "Đã tổ chức hội thảo")), "mục liệt kê")
    assert (items.part, [pair.back for pair in items.different]) == (1, [True])


def test_what_was_not_there_is_new_and_costs_nothing() -> None:
    more = share(compared(f"{BEFORE}\n- Xây dựng phần mềm quản lý."), "mục liệt kê")
    assert more.part == 1
    assert more.different == (Pair(None, "Xây dựng phần mềm quản lý.", False),)


def test_the_score_is_the_mean_of_the_shares() -> None:
    whole_share, lost = Share("a", (Pair("x", "x", True),)), Share("b", (Pair("x", None, False),))
    assert ComeBack((whole_share, whole_share, whole_share, lost)).score == Fraction(3, 4)
    assert Share("nothing", ()).part == 1
