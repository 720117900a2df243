"""Two versions of a document are compared line by line, figure by figure."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from sokhcn.document.build import dash, inlines, items, num, para
from sokhcn.document.changes import Change, ChangeKind, compare
from sokhcn.document.nodes import Document, Item, Items, Num, Section
from sokhcn.document.strokes import Part
from sokhcn.document.walk import changed
from tests.document_strategies import DOCUMENTS
from tests.documents import ADVICE, every_node

WHERE = "1. Công tác tham mưu văn bản"


def with_advice(section: Section) -> Document:
    whole = every_node()
    first = replace(whole.sections[0], sections=(section, *whole.sections[0].sections[1:]))
    return replace(whole, sections=(first, *whole.sections[1:]))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DOCUMENTS)
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    assert compare(document, document) == ()


def test_another_figure_is_one_change() -> None:
    other = changed(every_node(), lambda run: tuple(num(n.key, 4, "04") if is_issued(n) else n for n in run))
    assert compare(every_node(), other) == (
        Change(ChangeKind.FIGURE, Part.PARAGRAPH, WHERE, "02", "04", "advice.issued"),
    )


def is_issued(node: object) -> bool:
    return isinstance(node, Num) and node.key == "advice.issued"


def test_a_sentence_written_anew_shows_both() -> None:
    sentence = para("Trong tháng đã tham mưu ban hành ", num("advice.issued", 2, "02"), " văn bản chỉ đạo, cụ thể:")
    (change,) = compare(every_node(), with_advice(replace(ADVICE, blocks=(sentence, *ADVICE.blocks[1:]))))
    assert (change.kind, change.where) == (ChangeKind.TEXT, WHERE)
    assert (
        change.before == "Đã tham mưu cấp có thẩm quyền ban hành 02 văn bản chỉ đạo, điều hành lĩnh vực KH&CN, cụ thể:"
    )
    assert change.after == "Trong tháng đã tham mưu ban hành 02 văn bản chỉ đạo, cụ thể:"


def test_items_that_change_places_have_moved_with_their_papers() -> None:
    assert isinstance(ADVICE.blocks[1], Items)
    one, two = ADVICE.blocks[1].items
    (change,) = compare(every_node(), with_advice(replace(ADVICE, blocks=(ADVICE.blocks[0], items(two, one)))))
    assert change.kind is ChangeKind.MOVED


def test_added_and_removed_lines_stand_on_one_side() -> None:
    assert isinstance(ADVICE.blocks[1], Items)
    one, _ = ADVICE.blocks[1].items
    new: Item = dash("Ban hành kế hoạch.")
    found = compare(every_node(), with_advice(replace(ADVICE, blocks=(ADVICE.blocks[0], items(one, new)))))
    assert [(c.kind, c.before is None, c.after is None) for c in found] == [
        (ChangeKind.PAPER, False, True),
        (ChangeKind.TEXT, False, True),
        (ChangeKind.TEXT, True, False),
    ]


def test_a_heading_and_the_head_are_told() -> None:
    whole = with_advice(replace(ADVICE, title=inlines("Công tác tham mưu")))
    found = compare(every_node(), replace(whole, head=replace(whole.head, number="12")))
    assert [(c.kind, c.part, c.after) for c in found] == [
        (ChangeKind.TEXT, Part.SERIAL, "Số: 12/BC-SKHCN"),
        (ChangeKind.HEADING, Part.SECTION, "1. Công tác tham mưu"),
    ]
