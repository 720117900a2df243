"""Whatever the text, counts and breakdowns are in order, inside it, and say what stands there."""

from hypothesis import given
from hypothesis import strategies as st

from sokhcn.document.letters import Span
from sokhcn.document.understood import ItemList
from sokhcn.reader.counting import breakdowns, counts

_PIECES = (
    *("12", "05", "1.234", "68,457", "2022", "1/2", "10/01/2022", "3-NQ/TU", "96,15%", "0", "999999999999", "1.2.3"),
    *(
        "nhiệm vụ",
        "hồ sơ",
        "văn bản",
        "lớp",
        "đồng",
        "triệu",
        "tỷ",
        "ha",
        "%",
        "tháng",
        "năm",
        "ba",
        "mười",
        "trăm",
        "lần",
    ),
    *("trong đó", "gồm", "cụ thể", "có", "và", "của", "số", "tổng số", "là", "gần", "từ", "đến", "Điều", "ngày", "thứ"),
    *(
        "(",
        ")",
        ",",
        ";",
        ".",
        ":",
        "/",
        "-",
        "–",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "“",
        "(mười)",
        "KH&CN",
        "\u00a0",
        "m2",
        "²",
        "٣",
    ),
)
_texts = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join) | st.text(max_size=80)


@given(_texts, st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=3))
def test_counts_stand_in_order_where_they_say(text: str, skip: list[Span]) -> None:
    found = counts(text, skip)
    ends = [0]
    for count in found:
        assert ends[-1] <= count.span[0] < count.span[1] <= len(text)
        assert count.text == text[slice(*count.span)]
        ends.append(count.span[1])


@given(_texts)
def test_breakdowns_stand_in_order_where_they_say(text: str) -> None:
    found = counts(text)
    lines = tuple((0, len(text)) for _ in range(3))
    broken = breakdowns(text, found, (ItemList("bullet", lines, lead=(0, len(text))),))
    assert list(broken) == sorted(broken, key=lambda one: one.span)
    for one in broken:
        assert one.text == text[slice(*one.span)]
        assert all(0 <= place < len(found) for place in (one.total, *one.parts))
        assert one.total not in one.parts


@given(st.text(max_size=40))
def test_skipped_text_counts_nothing(text: str) -> None:
    assert counts(text, [(0, len(text))]) == ()
