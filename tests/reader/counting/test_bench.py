"""How long counting takes, and that it grows with the text and no faster."""

import gc
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
    """Without the collector of circular garbage, which has nothing to collect here and passes over what there is."""
    gc.collect()
    gc.disable()
    started = process_time()
    breakdowns(text, counts(text))
    spent = process_time() - started
    gc.enable()
    return spent


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
    """Both sizes in turn, so that a busy moment of the computer meets them alike."""
    spent = [(_spent(piece * 2_000), _spent(piece * 20_000)) for _ in range(4)]
    once, tenfold = (min(of_one_size) for of_one_size in zip(*spent, strict=True))
    assert tenfold <= 12 * once + 0.05
