"""Totals and parts, lists and what they announce, and the registers' count."""

import pytest

from sokhcn.document.letters import Known, Letters
from tests.checker.examined import Telling, counting, findings, found, whole
from tests.reader.plain import letters


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Quản lý 30 nhiệm vụ (05 nhiệm vụ cấp quốc gia và 25 nhiệm vụ cấp tỉnh).", False),
        ("Quản lý 31 nhiệm vụ (05 nhiệm vụ cấp quốc gia và 25 nhiệm vụ cấp tỉnh).", True),
        ("Kiểm tra 100 cơ sở gồm 24 cá nhân và 76 tổ chức.", False),
        ("Kiểm tra 100 cơ sở gồm 24 cá nhân và 66 tổ chức.", True),
    ],
)
def test_parts_make_their_total(sentence: str, wrong: bool) -> None:
    assert len(found("sums.parts", f"1. Việc\n{sentence}")) == int(wrong)


def test_a_list_is_as_long_as_announced() -> None:
    body = "1. Việc\nĐã ban hành 03 văn bản, cụ thể:\n- Một văn bản về đo lường.\n- Hai văn bản về sở hữu trí tuệ."
    (finding,) = findings("sums.parts", whole(body))
    assert finding.values["n"] == 2
    assert found("sums.parts", body.replace("03", "02")) == []


def known(text: str, words: str, key: str) -> Letters:
    read = letters(text)
    at = text.index(words)
    return Letters(read.text, read.source, read.lines, known=(Known(at, at + len(words), "num", key),))


def test_the_registers_count_otherwise() -> None:
    text = known(whole("1. Việc\nĐã ban hành 03 văn bản."), "03", "advice.issued")
    telling = Telling(counted={"advice.issued": counting("advice.issued", 4)})
    (finding,) = findings("registers.figure", text, witness=telling)
    assert (finding.values["printed"], finding.values["counted"]) == ("3", "4")
    same = Telling(counted={"advice.issued": counting("advice.issued", 3)})
    assert findings("registers.figure", text, witness=same) == ()


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Có 07/09 sở (đạt 77,8%) gửi báo cáo.", None),
        ("Có 07/09 sở (đạt 87,8%) gửi báo cáo.", "77,8%"),
        ("Đã giải ngân 1.250 triệu đồng trên tổng số 5.000 triệu đồng, đạt 35%.", "25%"),
        ("Đã giải ngân 1.250 triệu đồng trên tổng số 5.000 triệu đồng, đạt 25%.", None),
        ("Nghiệm thu 25 đề tài, đạt 96,15% kế hoạch năm.", None),
        ("Kiểm tra 45/60 cơ sở, đạt 90% kế hoạch.", None),
    ],
)
def test_a_percentage_is_what_the_numbers_before_it_give(sentence: str, right: str | None) -> None:
    given = [finding.values["right"] for finding in findings("sums.percent", whole(f"1. Việc\n{sentence}"))]
    assert given == ([right] if right else [])


def test_what_trong_do_names_ends_at_a_semicolon_where_all_would_be_too_much() -> None:
    said = "Tiếp nhận 1.284 hồ sơ, trong đó 1.203 hồ sơ trực tuyến; đã giải quyết 1.250 hồ sơ."
    assert found("sums.parts", f"1. Việc\n{said}") == []
