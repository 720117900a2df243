"""A Word file that came back is compared with the edition that it names."""

import pytest

from sokhcn.document.changes import ChangeKind
from sokhcn.formats.docx.render import render
from sokhcn.records.models import Agency
from sokhcn.reports.exporting import NoEdition, export
from sokhcn.reports.models import Edition
from sokhcn.reports.returning import came_back
from tests.documents import every_node
from tests.formats.docx import word_variants as word
from tests.seed.compiled import january

pytestmark = pytest.mark.django_db


def agency_of(edition: Edition) -> Agency:
    return Agency.objects.get(code=edition.agency)


def test_an_exported_file_comes_back_without_a_change() -> None:
    edition = january()
    found = came_back(export(edition, "docx").data, agency_of(edition))
    assert found.edition == edition
    assert found.returned.document == edition.document()
    assert (found.changes, found.findings) == ((), ())


def test_a_retyped_figure_is_told_once_with_both_values() -> None:
    edition = january()
    data = word.edited(export(edition, "docx").data, word.retype("num:advice.issued", "07"))
    found = came_back(data, agency_of(edition))
    assert [(c.kind, c.key, c.before, c.after) for c in found.changes] == [
        (ChangeKind.FIGURE, "advice.issued", "06", "07")
    ]
    assert found.findings == ()


def test_another_edition_can_be_asked_for_and_must_exist() -> None:
    own = agency_of(january())
    with pytest.raises(NoEdition, match="2022-01/9"):
        came_back(render(every_node()), own, "2022-01/9")
    assert came_back(render(every_node()), own).edition is None
