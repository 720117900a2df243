"""Any document can be taken apart into its lines and put together again."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from sokhcn.document.building import built
from sokhcn.document.nodes import Document
from sokhcn.document.strokes import Part, flat
from tests.document_strategies import DOCUMENTS
from tests.documents import every_node


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DOCUMENTS)
def test_lines_make_the_same_document(document: Document) -> None:
    assert built(flat(document)) == document


def test_a_heading_taken_out_leaves_its_lines_to_the_section_before() -> None:
    strokes = [s for s in flat(every_node()) if s.facts.get("key") != "research"]
    results = built(strokes).sections[0]
    assert [s.key for s in results.sections] == ["advice"]
    assert len(results.sections[0].blocks) == 4


def test_lines_without_a_heading_still_stand_in_a_section() -> None:
    strokes = [s for s in flat(every_node()) if s.part is not Part.SECTION]
    (section,) = built(strokes).sections
    assert (section.key, section.number, section.title) == ("", None, ())


def test_a_deeper_section_without_its_parent_rises() -> None:
    strokes = [s for s in flat(every_node()) if s.facts.get("key") != "results"]
    assert [s.key for s in built(strokes).sections] == ["advice", "research", "assessment", "plan"]


def test_a_table_that_lost_its_head_has_columns_without_titles() -> None:
    strokes = [s for s in flat(every_node()) if s.part is not Part.TABLE]
    table = built(strokes).appendices[0].blocks[0]
    assert [column.title for column in table.columns] == [""] * 4  # type: ignore[union-attr]
    assert replace(table, columns=()) == replace(every_node().appendices[0].blocks[0], columns=())
