"""A file that is longer than any report is refused in one sentence, before anybody waits for it."""

import pytest

from sokhcn.document.letters import Unreadable
from sokhcn.reports.understanding import MOST_BYTES_OF_ONE, MOST_LETTERS, understood


@pytest.mark.parametrize("longest", [MOST_LETTERS, MOST_LETTERS * MOST_BYTES_OF_ONE])
def test_what_is_no_report_by_its_length_is_refused_with_what_to_do(longest: int) -> None:
    line = "Một dòng chữ của văn bản.\n"
    data = (line * (longest // len(line) + 2)).encode()
    with pytest.raises(Unreadable) as refused:
        understood(data, "dai.txt")
    finding = refused.value.finding
    assert (finding.id, finding.where, finding.values["most"]) == ("letters.too_long", "dai.txt", "1.500.000")
    assert "Tách phần cần đọc" in str(finding)


def test_a_shorter_file_is_understood() -> None:
    assert understood("BÁO CÁO\nKết quả tháng 01 năm 2022\n".encode(), "ngan.txt").title.type == "Báo cáo"
