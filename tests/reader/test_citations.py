"""Citations of a whole text: the seed report's are found exactly, and no text whatever breaks the reading."""

import gc
import json
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.document.understood import Citation
from sokhcn.kernel.folding import clean
from sokhcn.reader.citations import citations
from tests.needs import SHARED

SEED = SHARED / "seed/bao-cao-2022-01.md"
PARTS = ("type", "number", "year", "symbol", "code", "issuer", "subject", "text")


def without_marks(source: str) -> tuple[str, list[int]]:
    """The letters of a Markdown text without its marks, and where each stood."""
    places = [place for place, letter in enumerate(source) if letter not in "#*"]
    return "".join(source[place] for place in places), places


def told(found: Citation, places: list[int]) -> dict[str, object]:
    """A citation in the words of the expected file."""
    start, end = found.span
    parts = {part: getattr(found, part) for part in PARTS}
    return parts | {"date": found.date and str(found.date), "span": [places[start], places[end - 1] + 1]}


@pytest.mark.needs("shared")
def test_the_january_report_is_read_exactly() -> None:
    truth = json.loads(SEED.with_suffix(".truth.json").read_text(encoding="utf-8"))["citations"]
    text, places = without_marks(SEED.read_text(encoding="utf-8"))
    for citation in truth:
        citation.pop("note", None)
    assert [told(found, places) for found in citations(text)] == truth


WORDS = [
    "Quyết định", "QUYẾT ĐỊNH", "công văn", "Nghị quyết", "Luật", "Luật Đo lường", "Hiến pháp", "số", "Số:", "12",
    "2022", "…", "/", "-", "QĐ", "NQ/TU", "UBND", "12/QĐ-UBND", "57-NQ/TW", "93/2025/QH15", "ngày", "tháng", "năm",
    "05/3/2022", "31/02/2022", "của", "và", ",", ";", ".", "(", ")", "“", "”", "\n", "\n\n", "- ", "UBND tỉnh",
    "Bộ Y tế", "Tỉnh ủy", "Sở", "Thành phố Phan Rang", "về", "ban hành", "sửa đổi, bổ sung", "được Quốc hội thông qua",
    "tại", "đoàn kiểm tra", "do", "chủ trì", "thực hiện", "\u00ad", "\u0130", "\u00d0", "\u0421", "\u200b",
    "khóa XIV", "Đại hội", "Trung ương 7", " " * 20, "\n" * 15,
]  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS)).map("".join),
)


@given(TEXTS)
def test_whatever_stands_there_is_read_in_order_and_in_place(text: str) -> None:
    found = citations(text)
    spans = [citation.span for citation in found]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for place, citation in enumerate(found):
        assert all(0 <= start < end <= len(text) for start, end in places(citation))
        assert clean(text[slice(*citation.span)]) == citation.text
        assert citation.refers_to is None or citation.refers_to < place


def places(citation: Citation) -> Iterator[tuple[int, int]]:
    """All places that a citation tells."""
    yield citation.span
    parts = (citation.code_span, citation.date_span, citation.issuer_span, citation.subject_span)
    yield from (part for part in parts if part)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_reading_twice_says_the_same(text: str) -> None:
    assert citations(text) == citations(text)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Nghị quyết số 14-NQ/TU ngày 10/01/2022; Nghị quyết số 14-NQ/TU; Nghị quyết 14.", [None, 0, 0]),
        ("Quyết định số 5/QĐ-UBND ngày 10/01/2022; Quyết định số 5/QĐ-UBND ngày 11/02/2023", [None, None]),
        ("Quyết định số 03/2022/QĐ-UBND ngày 11/01/2022; Quyết định số 3/QĐ-UBND ngày 05/01/2022", [None, None]),
        ("Quyết định số 03/2022/QĐ-UBND ngày 11/01/2022; Quyết định số 3/QĐ-UBND ngày 11/01/2022", [None, 0]),
        ("Thông tư số 36/2025/TT-BKHCN; Thông tư số 36/2025.", [None, 0]),
        ("Luật Đo lường số 04/2011/QH13; Luật Đo lường quy định", [None, 0]),
        ("Quyết định số 05/QĐ-UBND; Quyết định số 5/QĐ-UBND; Kế hoạch số 5/KH-UBND", [None, 0, None]),
        ("Quyết định số 5/QĐ-UBND; Quyết định số 5/QĐ-SNV; Quyết định số 5/QĐ-SNV", [None, None, 1]),
    ],
)
def test_a_short_mention_means_the_paper_introduced_before(text: str, means: list[int | None]) -> None:
    assert [found.refers_to for found in citations(text)] == means


LONG = [
    "Theo Quyết định số 12/QĐ-UBND ngày 05/3/2022 của UBND tỉnh về giao chỉ tiêu, Sở đã báo cáo 12 lớp. ",
    "Quyết định số 1/QĐ-UBND về Quyết định số 1/QĐ-UBND về ",
    "12/34/56/78-",
    "QĐ-UBND-",
    "1/A-A-A-A-A-A-A-A",
    "số số số ",
    "… … … ",
    "UBND tỉnh Sở Y tế Bộ Y tế ",
    "Luật Đo lường, Luật Đo lường và ",
    "Luật sửa đổi, bổ sung một số điều của Luật ",
    "ngày tháng năm ",
    "(“((““",
    "Quyết định số 1, 2, 3, 4, 5, ",
    "     \n",
    "Nghị quyết Trung ương 5" + " " * 20_000,
    "đoàn kiểm tra do " * 30 + "(Quyết định số 1/QĐ-A);",
    "Aa Bb Cc và Dd, Ee ",
]  # fmt: skip


@pytest.mark.bench
@pytest.mark.parametrize("piece", LONG)
def test_ten_times_the_text_costs_at_most_twelve_times_the_time(piece: str) -> None:
    short = piece * (50_000 // len(piece))
    once, tenfold = seconds(short), seconds(short * 10)
    sys.stdout.write(f"{once:.3f} s, tenfold {tenfold:.3f} s: {piece[:30]!r}\n")
    assert tenfold <= 12 * once + 0.2


def seconds(text: str) -> float:
    """How long reading takes, at best of two; what the test runner keeps in memory is left out of account."""
    taken = []
    gc.freeze()
    for _ in range(2):
        start = time.process_time()
        citations(text)
        taken.append(time.process_time() - start)
    gc.unfreeze()
    return min(taken)
