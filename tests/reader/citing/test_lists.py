"""One type word may serve several numbers, and one issuer several papers."""

import pytest

from sokhcn.reader.citations import citations


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Quyết định số 12/QĐ-UBND và số 13/QĐ-UBND", ["12/QĐ-UBND", "13/QĐ-UBND"]),
        ("các Thông tư số 01/2020/TT-BKHCN, 02/2020/TT-BKHCN", ["01/2020/TT-BKHCN", "02/2020/TT-BKHCN"]),
        ("Nghị quyết số 5-NQ/TU; số 6-NQ/TU và 7-NQ/TU", ["5-NQ/TU", "6-NQ/TU", "7-NQ/TU"]),
        ("Quyết định số 12, 13 và 14/QĐ-UBND", ["12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND"]),
        ("các Nghị định số 262, 263/2025/NĐ-CP", ["262/2025/NĐ-CP", "263/2025/NĐ-CP"]),
        ("Nghị quyết số 12/NQ-HĐND về ngân sách, số 13/NQ-HĐND về biên chế", ["12/NQ-HĐND", "13/NQ-HĐND"]),
        ("Kế hoạch số 3/KH-UBND, Công văn số 4/UBND-VX", ["3/KH-UBND", "4/UBND-VX"]),
        (
            "các Quyết định số 7/QĐ-TTg ngày 02/3/2020 về A theo Kết luận số 8-KL/TW; 9/2021/QĐ-TTg ngày 04/3/2021"
            " về B; 10/2021/QĐ-TTg ngày 05/3/2021",
            ["7/QĐ-TTg", "8-KL/TW", "9/2021/QĐ-TTg", "10/2021/QĐ-TTg"],
        ),
        ("Kế hoạch số 3/KH-UBND cho 12 xã và 5 phường", ["3/KH-UBND"]),
    ],
)
def test_all_numbers_of_a_list_are_found(text: str, codes: list[str]) -> None:
    assert [found.code for found in citations(text)] == codes


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Công văn số 5/UBND-VX ngày 01/3/2024 và Công văn số 9/UBND-KT ngày 04/3/2024 của UBND tỉnh",
            ["UBND tỉnh", "UBND tỉnh"],
        ),
        ("Nghị quyết số 57-NQ/TW và Nghị quyết số 12-NQ/TU của Tỉnh ủy", [None, "Tỉnh ủy"]),
        ("UBND tỉnh đã ban hành Kế hoạch số 3/KH-UBND, Kế hoạch số 4/KH-UBND", ["UBND tỉnh", "UBND tỉnh"]),
        ("Tỉnh ủy đã ban hành Nghị quyết số 3-NQ/TU, Kế hoạch số 4/KH-UBND", ["Tỉnh ủy", None]),
    ],
)
def test_an_issuer_serves_the_papers_of_its_own_symbol(text: str, issuers: list[str | None]) -> None:
    assert [found.issuer for found in citations(text)] == issuers


def test_the_symbol_says_the_type_of_a_further_number() -> None:
    found = citations("theo Kết luận số 8-KL/TW; 9/2021/QĐ-TTg ngày 04/3/2021")
    assert [one.type for one in found] == ["Kết luận", "Quyết định"]
