"""The data the template prints: codes kept whole, the outline without gaps, the months as the decree writes them."""

from dataclasses import replace

import pytest

from sokhcn.document.build import para, section
from sokhcn.document.nodes import DateLine, Document
from sokhcn.document.profile import DECREE_30
from sokhcn.formats.pdf.content import Data, content
from tests.documents import CLOSING, HEAD, every_node


def data(*sections: object, **head: object) -> Data:
    return content(Document(replace(HEAD, **head), sections, CLOSING), DECREE_30)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Nghị quyết số 14-NQ/TU, ngày 10/01/2022", ["14-NQ/TU,", "10/01/2022"]),
        ("(Quyết định 03/2022/QĐ-UBND)", ["03/2022/QĐ-UBND)"]),
        ("TCVN ISO 9001:2015", []),
        ("kinh tế - xã hội Phan Rang-Tháp Chàm", []),
        ("1234/2022/TTLT-BKHCN-BTC-BNV", []),
    ],
)
def test_codes_and_dates_are_kept_whole_unless_too_long(words: str, kept: list[str]):
    runs = data(section("x", 1, "I", "A", para(words)))["sections"][0]["blocks"][0]["runs"]
    assert [run["text"] for run in runs if isinstance(run, dict)] == kept
    assert "".join(run["text"] if isinstance(run, dict) else run for run in runs) == words


def test_the_outline_never_skips_a_level():
    deep = section("a", 3, None, "A", section("b", 3, None, "B"))
    assert [s["depth"] for s in data(deep, section("c", 2, "1", "C"))["sections"]] == [1, 2, 2]


@pytest.mark.parametrize(("month", "printed"), [(1, "01"), (2, "02"), (3, "3"), (12, "12")])
def test_only_the_first_two_months_carry_a_zero(month: int, printed: str):
    assert data(dated=DateLine(5, month, 2022))["head"]["dated"] == [f"Ninh Thuận, ngày 05 tháng {printed} năm 2022"]


def test_the_last_two_lines_of_the_body_are_marked():
    lines = content(every_node(), DECREE_30)["sections"][-1]["blocks"]
    assert lines[-1]["from_end"] == 1
    assert lines[0]["items"][-1]["from_end"] == 2
