"""Figures, units, papers, dates and bodies are told apart in the text of a document."""

from sokhcn.formats.text.letters import letters
from sokhcn.kernel.regimes import DECREE_09
from sokhcn.reader.colouring import passage_at, passages
from sokhcn.reader.understanding import understand

REPORT = """BÁO CÁO
Kết quả tháng 01 năm 2022

I. KẾT QUẢ

Đã tham mưu ban hành 06 văn bản, cụ thể:

- Tham mưu UBND tỉnh ban hành Quyết định số 03/2022/QĐ-UBND ngày 11/01/2022 về tổ chức.
"""


def coloured(*names: str) -> list[tuple[int, list[tuple[str, str]]]]:
    found = passages(understand(letters(REPORT.encode()), DECREE_09), names)
    return [(passage.level, [(one.words, one.kind) for one in passage.stretches]) for passage in found]


def test_kinds_stand_apart_and_the_letters_stay() -> None:
    told = coloured()
    assert told[3][1][1:4] == [("06", "figure"), (" ", ""), ("văn bản", "unit")]
    kinds = [(words, kind) for words, kind in told[4][1] if kind]
    assert kinds == [("UBND tỉnh", "body"), ("Quyết định số 03/2022/QĐ-UBND", "paper"), ("11/01/2022", "date")]
    assert ["".join(words for words, _ in line) for _, line in told] == [line for line in REPORT.split("\n") if line]


def test_headings_have_a_level() -> None:
    assert [level for level, _ in coloured()][2:4] == [1, 0]


def test_names_that_are_told_are_bodies_too() -> None:
    assert ("tổ chức", "body") in coloured("tổ chức")[4][1]


def test_a_place_lies_in_its_passage() -> None:
    found = passages(understand(letters(REPORT.encode()), DECREE_09))
    place = REPORT.index("06")
    assert passage_at(found, place) is found[3]
    assert passage_at((), 3) is None
