"""Mentions of one paper against each other, and against the citation register."""

from datetime import date

import pytest

from sokhcn.kernel.finding import Severity
from sokhcn.kernel.papers import Mention
from tests.checker.examined import Telling, findings, found, whole

FIRST = "Nghị quyết số 14-NQ/TU ngày 10/01/2022 của Tỉnh ủy về đẩy mạnh khoa học, công nghệ, định hướng đến năm 2030"


def twice(second: str, first: str = FIRST) -> str:
    return f"1. Việc\nĐã tham mưu {first}.\nTiếp tục thực hiện {second}."


def test_a_first_mention_without_date() -> None:
    assert found("citations.undated", "1. Việc\nThực hiện Chỉ thị số 57-CT/TU của Tỉnh ủy.") == [
        "Chỉ thị số 57-CT/TU của Tỉnh ủy"
    ]


@pytest.mark.parametrize("body", [twice("Nghị quyết số 14-NQ/TU"), "1. Việc\nTheo Luật Đo lường số 04/2011/QH13."])
def test_later_mentions_and_laws_need_no_date(body: str) -> None:
    assert found("citations.undated", body) == []


def test_the_register_knows_the_date() -> None:
    paper = Mention("k", "Chỉ thị", "57-CT/TU", date(2021, 3, 5), "Tỉnh ủy", "")
    body = whole("1. Việc\nThực hiện Chỉ thị số 57-CT/TU của Tỉnh ủy.")
    (finding,) = findings("citations.undated", body, witness=Telling((paper,)))
    assert "05/03/2021" in finding.advice


def test_a_full_form_the_second_time() -> None:
    assert found("citations.repeated", twice("Nghị quyết số 14-NQ/TU ngày 10/01/2022")) == [
        "Nghị quyết số 14-NQ/TU ngày 10/01/2022"
    ]
    assert found("citations.repeated", twice("Nghị quyết số 14-NQ/TU")) == []


def test_two_dates() -> None:
    (finding,) = findings("citations.two-dates", whole(twice("Nghị quyết số 14-NQ/TU ngày 11/01/2022")))
    assert (finding.values["day"], finding.values["before"]) == ("11/01/2022", "10/01/2022")


def test_two_titles_name_the_words_that_differ() -> None:
    second = "Nghị quyết số 14-NQ/TU về “Đẩy mạnh khoa học - công nghệ, tầm nhìn đến năm 2030”"
    (finding,) = findings("citations.two-titles", whole(twice(second)))
    assert finding.values["differences"] == "“định hướng” thành “tầm nhìn”"


@pytest.mark.parametrize(
    "second",
    [
        "Nghị quyết số 14-NQ/TU về đẩy mạnh khoa học, công nghệ, định hướng đến năm 2030",
        "Nghị quyết số 14-NQ/TU về “Đẩy mạnh khoa học, công nghệ, định hướng đến năm 2030”",
        "Nghị quyết số 14-NQ/TU",
    ],
)
def test_marks_and_capitals_make_no_other_title(second: str) -> None:
    assert found("citations.two-titles", twice(second)) == []


def test_a_term_of_office_makes_no_other_issuer() -> None:
    body = "1. Việc\nTheo Nghị quyết số 12/2031/QH17 của Quốc hội; Nghị quyết số 12/2031/QH17 của Quốc hội khóa XIV."
    assert found("citations.two-issuers", body) == []


@pytest.mark.parametrize(
    ("issuer", "severity"),
    [
        ("Ban Chấp hành Đảng bộ tỉnh khóa XIV", Severity.HINT),
        ("HĐND tỉnh", Severity.MUST),
    ],
)
def test_two_issuers(issuer: str, severity: Severity) -> None:
    (finding,) = findings("citations.two-issuers", whole(twice(f"Nghị quyết số 14-NQ/TU của {issuer}")))
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("paper", "wrong"),
    [
        ("Quyết định số 12/KH-UBND ngày 10/01/2022", True),
        ("Kế hoạch số 12/QĐ-UBND ngày 10/01/2022", True),
        ("Kế hoạch số 12/KH-UBND ngày 10/01/2022", False),
        ("Công văn số 7096/UBND-KTTH ngày 31/12/2021", False),
        ("Thông tư số 36/2025/TT-BKHCN ngày 10/01/2022", False),
    ],
)
def test_type_and_symbol(paper: str, wrong: bool) -> None:
    assert found("citations.type", f"1. Việc\nThực hiện {paper}.") == ([paper] if wrong else [])


def test_the_year_in_a_number() -> None:
    body = "1. Việc\nBan hành Quyết định số 03/2022/QĐ-UBND ngày 11/01/2021."
    assert found("citations.year", body) == ["Quyết định số 03/2022/QĐ-UBND ngày 11/01/2021"]
    assert found("citations.year", body.replace("11/01/2021", "11/01/2022")) == []


def test_papers_that_are_listed_without_numbers() -> None:
    body = "1. Việc\nĐã ban hành 02 Kế hoạch, cụ thể:\n- Kế hoạch thi đua.\n- Kế hoạch rà soát văn bản."
    assert [words and words[:11] for words in found("citations.unnumbered", body)] == ["02 Kế hoạch"]
    numbered = body.replace("thi đua", "thi đua (Kế hoạch số 3/KH-SKHCN ngày 05/01/2022)")
    assert found("citations.unnumbered", numbered) == []


def test_the_register_of_papers_testifies() -> None:
    known = Telling((Mention("k", "Quyết định", "21/QĐ-UBND", date(2022, 1, 10), "UBND tỉnh", ""),))
    body = "1. Việc\nTheo Quyết định số 21/QĐ-UBND ngày {} và Kế hoạch số 5/KH-UBND ngày 10/01/2022."
    assert found("registers.paper", body.format("10/01/2022"), witness=known) == [
        "Kế hoạch số 5/KH-UBND ngày 10/01/2022"
    ]
    wrong = findings("registers.paper", whole(body.format("12/01/2022")), witness=known)
    assert [finding.severity for finding in wrong] == [Severity.MUST, Severity.LOOK]
    assert found("registers.paper", body.format("12/01/2022")) == []
