"""No text is a trap: ten times as much of anything takes at most twelve times as long to read, understand and check."""

import gc
from time import process_time

import pytest

from sokhcn.checker.engine import check
from sokhcn.checker.subject import Subject
from sokhcn.kernel.regimes import DECREE_09
from sokhcn.reader.understanding import understand
from sokhcn.reports.proposing import claimed
from sokhcn.reports.reading import read
from tests.checker.examined import whole

LETTERS = 8_000
AWKWARD = (
    *(
        "“",
        "”",
        "“”",
        '"',
        "(",
        ")",
        "((a)",
        "[",
        ".",
        ",",
        ";",
        ":",
        "-",
        "/",
        "…",
        "( ",
        "“ ",
        " ”",
        " ",
        "\n",
        "- a\n",
    ),
    *(
        "a",
        "a ",
        "A ",
        "ab cd ",
        "oà",
        "a ; b ",
        "a,b",
        "a\n\n",
        "KH&CN ",
        "{A} ",
        "({A}) ",
        "sau {A} ({A}), ",
        "(UBND UBND ",
    ),
    *("1", "1 ", "1.", "1/", "01/01/2022 ", "ngày 10 tháng 01 năm 2022 ", "96,15% ", "1 - ", "ba ", "{i}. {A}\n"),
    *("03 văn bản, ", "03 văn bản (", "2 hồ sơ (A, ", "30 nhiệm vụ, trong đó ", "{i} văn bản, ", "lũy kế 03 văn bản, "),
    *("5/QĐ-UBND ", "Quyết định số {i}/QĐ-UBND; ", "Luật Đất đai; ", "của ", "về việc ", "Nghị quyết ", "huyện {A}, "),
    *(
        "I. A\n",
        "1.1. Abc\n",
        "PHỤ LỤC\n",
        "Phụ lục kèm theo ",
        "thực hiện a; ",
        "; Cấp ",
        "Thành phố ",
        "x@",
        "Đề án ",
    ),
)


def _text(piece: str, letters: int) -> bytes:
    """``letters`` of ``piece``, whose ``{i}`` is another number each time and ``{A}`` another word in capitals."""
    made: list[str] = []
    while sum(map(len, made[-1:])) * len(made) < letters:
        made.append(piece.replace("{i}", str(len(made) + 1)).replace("{A}", _capitals(len(made))))
    return whole(f"1. Công tác tham mưu văn bản\n{''.join(made)}").encode()


def _capitals(number: int) -> str:
    return "".join("ABCDEGHKLM"[int(digit)] for digit in f"{number:03}")


def _spent(data: bytes) -> float:
    started = process_time()
    text = understand(read(data, "a.txt"), DECREE_09)
    check(Subject(text, claims=claimed(text)))
    return process_time() - started


@pytest.mark.bench
@pytest.mark.parametrize("piece", AWKWARD)
def test_no_text_is_a_trap(piece: str) -> None:
    small, large = (_text(piece, letters) for letters in (LETTERS, 10 * LETTERS))
    gc.disable()
    try:
        once, tenfold = (min(spent) for spent in zip(*((_spent(small), _spent(large)) for _ in range(2)), strict=True))
    finally:
        gc.enable()
    assert tenfold <= 12 * once + 0.05
