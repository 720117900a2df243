"""How long counting takes, and that it grows with the text and no faster."""

import sys
from time import process_time

import pytest

from sokhcn.reader.counting import breakdowns, counts

_PAGE = (
    "Đã ban hành 06 văn bản (01 nghị quyết, 02 kế hoạch và 03 báo cáo), đạt 96,15% kế hoạch năm 2022.\n"
    "Quản lý 48 nhiệm vụ, trong đó có 35 nhiệm vụ chuyển tiếp, 13 nhiệm vụ mới; kinh phí 14.837,629 triệu đồng.\n"
    "Công tác tham mưu, theo dõi và đôn đốc được thực hiện thường xuyên, đúng quy định của cấp có thẩm quyền.\n"
) * 10
_AWKWARD = (
    "1",
    "1.",
    "1/",
    "(",
    "ba ",
    "1 hồ sơ, trong đó ",
    "1 hồ sơ: ",
    "2 hồ sơ (A, ",
    "1 - ",
    "a \n",
    "0123 ",
    "x@",
)


def _spent(text: str) -> float:
    started = process_time()
    breakdowns(text, counts(text))
    return process_time() - started


@pytest.mark.bench
def test_ten_times_the_text_takes_at_most_twelve_times_as_long() -> None:
    once, tenfold = (min(_spent(_PAGE * times) for _ in range(3)) for times in (20, 200))
    sys.stdout.write(
        f"\ncounting: {once:.2f} s for {len(_PAGE) * 20:,} letters, {tenfold:.2f} s for ten times as many\n"
    )
    assert tenfold <= 12 * once


@pytest.mark.bench
@pytest.mark.parametrize("piece", _AWKWARD)
def test_no_text_is_a_trap(piece: str) -> None:
    once, tenfold = (min(_spent(piece * times) for _ in range(2)) for times in (2_000, 20_000))
    assert tenfold <= 12 * once + 0.05
