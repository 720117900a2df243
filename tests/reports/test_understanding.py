"""A file that is longer than any report is refused in one sentence, before anybody waits for it."""

import pytest

from sokhcn.document.letters import Unreadable
from sokhcn.reports.understanding import MOST_LETTERS, understood


def test_what_is_no_report_by_its_length_is_refused_with_what_to_do() -> None:
    line = "Một dòng chữ của văn bản.\n"
    data = (line * (MOST_LETTERS // len(line) + 2)).encode()
    with pytest.raises(Unreadable) as refused:
        understood(data, "dai.txt")
    finding = refused.value.finding
    assert (finding.id, finding.where, finding.values["most"]) == ("letters.too_long", "dai.txt", MOST_LETTERS)
    assert finding.values["n"] > MOST_LETTERS
    assert "Tách phần cần đọc" in str(finding)


def test_a_shorter_file_is_understood() -> None:
    assert understood("BÁO CÁO\nKết quả tháng 01 năm 2022\n".encode(), "ngan.txt").title.type == "Báo cáo"
