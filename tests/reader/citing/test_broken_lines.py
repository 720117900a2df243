"""A citation that a line or a page breaks is one citation."""

import pytest

from sokhcn.reader.citations import citations


@pytest.mark.parametrize(
    "text",
    [
        "Công\nvăn số 1774/UBND-VX ngày 05/3/2022 của UBND tỉnh",
        "Công văn\nsố 1774/UBND-VX ngày 05/3/2022 của UBND tỉnh",
        "Công văn số\n1774/UBND-VX ngày 05/3/2022 của UBND tỉnh",
        "Công văn số 1774/UBND-\nVX ngày 05/3/2022 của UBND tỉnh",
        "Công văn số 1774/\nUBND-VX ngày 05/3/2022 của UBND tỉnh",
        "Công văn số 1774/UBND-VX\nngày 05/3/2022 của UBND tỉnh",
        "Công văn số 1774/UBND-VX ngày\n05/3/2022 của UBND tỉnh",
        "Công văn số 1774/UBND-VX ngày 05/3/2022\ncủa UBND tỉnh",
        "Công văn số 1774/UBND-VX ngày 05/3/2022 của\nUBND tỉnh",
        "Công văn số 1774/UBND-VX ngày 05/3/2022 của UBND\ntỉnh",
        "Công văn số 1774/UBND-VX ngày 05/3/2022 của UBND\n\ntỉnh",
        "Công\u00advăn số 1774/UBND-VX ngày 05/3/2022 của UBND tỉnh".replace("Công\u00ad", "Công\u00ad "),
    ],
)
def test_the_break_changes_nothing(text: str) -> None:
    [found] = citations(f"Theo {text}, Sở đã báo cáo.")
    assert (found.code, str(found.date), found.issuer) == ("1774/UBND-VX", "2022-03-05", "UBND tỉnh")
    assert found.text.replace("- ", "-").replace("/ ", "/") == "Công văn số 1774/UBND-VX ngày 05/3/2022 của UBND tỉnh"


def test_a_heading_and_the_number_below_it_are_not_joined() -> None:
    assert citations("III. NHIỆM VỤ THEO NGHỊ QUYẾT\n\n57. Hỗ trợ doanh nghiệp") == ()
