"""Two versions as one: taking the words put in, or those taken out, gives either version again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sokhcn.document.blackline import Mark, Piece, blackline, pieces
from sokhcn.document.build import para, section
from sokhcn.document.strokes import Part
from tests.documents import every_node

WORDS = st.text(alphabet="ab đ.,05/ ", max_size=40)


@given(WORDS, WORDS)
def test_either_version_can_be_had_back(before: str, after: str) -> None:
    made = list(pieces(before, after))
    assert "".join(p.text for p in made if p.mark is not Mark.IN) == before
    assert "".join(p.text for p in made if p.mark is not Mark.OUT) == after


def test_only_the_words_that_differ_are_marked() -> None:
    assert list(pieces("Đã cấp 03 giấy phép.", "Đã cấp 04 giấy phép mới.")) == [
        Piece(Mark.SAME, "Đã cấp "),
        Piece(Mark.OUT, "03"),
        Piece(Mark.IN, "04"),
        Piece(Mark.SAME, " giấy phép"),
        Piece(Mark.IN, " mới"),
        Piece(Mark.SAME, "."),
    ]


def test_lines_that_came_and_went_stand_whole() -> None:
    one, other = (
        replace(every_node(), sections=(section("a", 1, "I", "MỤC", *map(para, texts)),))
        for texts in (("Câu giữ lại.", "Câu bỏ đi."), ("Câu giữ lại.", "Hoàn toàn khác hẳn rồi đấy!"))
    )
    body = [line for line in blackline(one, other) if line.part is Part.PARAGRAPH]
    assert [[piece.mark for piece in line.pieces] for line in body] == [[Mark.SAME], [Mark.OUT], [Mark.IN]]
    assert not any(line.is_changed for line in blackline(one, one))
