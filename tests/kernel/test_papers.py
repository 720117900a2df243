"""Numbers of papers and whole citations are read in the forms met in real documents, and said back."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.papers import Mention, PaperCode, read_code, read_mention


@pytest.mark.parametrize(
    ("text", "number", "year", "symbol"),
    [
        ("2367/QĐ-UBND", "2367", None, "QĐ-UBND"),
        ("03/2022/QĐ-UBND", "03", 2022, "QĐ-UBND"),
        ("14-NQ/TU", "14", None, "NQ/TU"),
        ("07-CTr/TU", "07", None, "CTr/TU"),
        ("02-TTr/ĐLS", "02", None, "TTr/ĐLS"),
        ("36/2025/TT-BKHCN", "36", 2025, "TT-BKHCN"),
        ("27/2015/TTLT-BKHCN-BTC", "27", 2015, "TTLT-BKHCN-BTC"),
        ("09/2019/NĐ-CP", "09", 2019, "NĐ-CP"),
        ("844/QĐ-TTg", "844", None, "QĐ-TTg"),
        ("74/NQ-HĐND", "74", None, "NQ-HĐND"),
        ("351/2017/UBTVQH14", "351", 2017, "UBTVQH14"),
        ("93/2025/QH15", "93", 2025, "QH15"),
        ("156/VBHN-VPQH", "156", None, "VBHN-VPQH"),
        ("235/HĐBT", "235", None, "HĐBT"),
        ("25/CP", "25", None, "CP"),
        ("2074a/QĐ-TTTT", "2074a", None, "QĐ-TTTT"),
        ("791 /CCQLĐĐ-ĐĐBĐ", "791", None, "CCQLĐĐ-ĐĐBĐ"),
        ("2442 /2007/TT-TTCP", "2442", 2007, "TT-TTCP"),
        ("12/SNV-TĐKT&NCC", "12", None, "SNV-TĐKT&NCC"),
        ("15/CGC.BT", "15", None, "CGC.BT"),
        ("8/QĐ_BKHCN", "8", None, "QĐ_BKHCN"),
        ("3/HHDN-K4", "3", None, "HHDN-K4"),
        ("21/QyĐ-UBND", "21", None, "QyĐ-UBND"),
        ("2367/Q\u00d0-UBND", "2367", None, "QĐ-UBND"),
        ("2367/Q\u0110\u00ad-UBND", "2367", None, "QĐ-UBND"),
        (" 21/QĐ-UBND. ", "21", None, "QĐ-UBND"),
    ],
)
def test_the_forms_of_a_code(text: str, number: str, year: int | None, symbol: str) -> None:
    code = read_code(text)
    assert code == PaperCode(number, year, symbol)
    assert read_code(str(code)) == code


@pytest.mark.parametrize(
    "text", ["", "21", "QĐ-UBND", "10/01/2022", "21/", "/QĐ-UBND", "14-NQ", "số 21/QĐ-UBND", "21/QĐ UBND", "2022-2025"]
)
def test_what_is_no_code(text: str) -> None:
    assert read_code(text) is None


def mention(**changed: object) -> Mention:
    told = {
        "key": "21/QĐ-UBND@2022-01-10",
        "type": "Quyết định",
        "code": "21/QĐ-UBND",
        "issued_on": date(2022, 1, 10),
        "issuer": "UBND tỉnh",
        "subject": "về kế hoạch năm 2022",
    }
    return Mention(**{**told, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paper", "short", "dated", "full"),
    [
        (
            mention(),
            "Quyết định số 21/QĐ-UBND",
            "Quyết định số 21/QĐ-UBND ngày 10/01/2022",
            "Quyết định số 21/QĐ-UBND ngày 10/01/2022 của UBND tỉnh",
        ),
        (
            mention(issued_on=None),
            "Quyết định số 21/QĐ-UBND",
            "Quyết định số 21/QĐ-UBND",
            "Quyết định số 21/QĐ-UBND của UBND tỉnh",
        ),
        (
            mention(issuer=""),
            "Quyết định số 21/QĐ-UBND",
            "Quyết định số 21/QĐ-UBND ngày 10/01/2022",
            "Quyết định số 21/QĐ-UBND ngày 10/01/2022",
        ),
        (mention(code="", issued_on=None, issuer=""), "Quyết định", "Quyết định", "Quyết định"),
    ],
)
def test_a_mention_is_said_shorter_and_longer(paper: Mention, short: str, dated: str, full: str) -> None:
    assert (paper.short, paper.dated, paper.full) == (short, dated, full)


@pytest.mark.parametrize(
    ("text", "type_", "code", "day", "issuer", "subject"),
    [
        (
            "Nghị quyết số 14-NQ/TU ngày 10/01/2022 của Ban Chấp hành Đảng bộ tỉnh khóa XIV về đẩy mạnh ứng dụng",
            "Nghị quyết",
            "14-NQ/TU",
            date(2022, 1, 10),
            "Ban Chấp hành Đảng bộ tỉnh khóa XIV",
            "về đẩy mạnh ứng dụng",
        ),
        ("Quyết định số 2367/QĐ-UBND ngày 21/12/2021", "Quyết định", "2367/QĐ-UBND", date(2021, 12, 21), "", ""),
        (
            "Quyết định số 03/2022/QĐ-UBND ngày 11/01/2022 Quy định chức năng, nhiệm vụ",
            "Quyết định",
            "03/2022/QĐ-UBND",
            date(2022, 1, 11),
            "",
            "Quy định chức năng, nhiệm vụ",
        ),
        (
            "công văn số 7096/UBND-KTTH ngày 31/12/2021, đề nghị Bộ Khoa học và Công nghệ phê duyệt Kế hoạch",
            "Công văn",
            "7096/UBND-KTTH",
            date(2021, 12, 31),
            "",
            "đề nghị Bộ Khoa học và Công nghệ phê duyệt Kế hoạch",
        ),
        (
            "Quyết định số 21/QĐ-UBND ngày 10 tháng 01 năm 2022 của Ủy ban nhân dân tỉnh",
            "Quyết định",
            "21/QĐ-UBND",
            date(2022, 1, 10),
            "Ủy ban nhân dân tỉnh",
            "",
        ),
        (
            "Kế hoạch số 3680/KH-TĐC ngày 15/12/2021 của Tổng cục Tiêu chuẩn Đo lường Chất lượng kiểm tra về đo lường",
            "Kế hoạch",
            "3680/KH-TĐC",
            date(2021, 12, 15),
            "Tổng cục Tiêu chuẩn Đo lường Chất lượng",
            "kiểm tra về đo lường",
        ),
        (
            "Quyết định số 4770/QĐ-UBND, ngày 24/12/2021\n của UBND thành phố Phan Rang - Tháp Chàm",
            "Quyết định",
            "4770/QĐ-UBND",
            date(2021, 12, 24),
            "UBND thành phố Phan Rang - Tháp Chàm",
            "",
        ),
        ("Chỉ thị số 57-CT/TU của Tỉnh ủy", "Chỉ thị", "57-CT/TU", None, "Tỉnh ủy", ""),
        ("Nghị quyết 57-NQ/TW", "Nghị quyết", "57-NQ/TW", None, "", ""),
    ],
)
def test_citations_of_the_report_of_january_2022(
    text: str, type_: str, code: str, day: date | None, issuer: str, subject: str
) -> None:
    assert read_mention(text) == Mention("", type_, code, day, issuer, subject)


@pytest.mark.parametrize("text", ["", "21/QĐ-UBND", "Quyết định", "Quyết định số 21", "TCVN ISO 9001:2015"])
def test_what_is_no_citation(text: str) -> None:
    assert read_mention(text) is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert read_code(text) is None or read_code(text)
    assert read_mention(f"Quyết định số {text}") is None or read_mention(f"Quyết định số {text}")


@pytest.mark.parametrize("text", ["Quyết định 1" + "/a" * 10_000, "a " * 10_000, "Công văn 1/a của " + "b về" * 5_000])
def test_a_long_text_costs_no_more_than_a_moment(text: str) -> None:
    begun = time.perf_counter()
    read_mention(text)
    read_mention(text[:1990])
    assert time.perf_counter() - begun < 1
