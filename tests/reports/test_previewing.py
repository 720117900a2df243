"""A recompile is shown before it is done, and done just as it was shown."""

import pytest

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.records.models import Batch
from sokhcn.records.writing import writing
from sokhcn.reports.compiling import NotAsShown
from sokhcn.reports.models import Edition
from sokhcn.reports.previewing import preview, recompile
from sokhcn.reports.sections.chapters import the_chapter
from sokhcn.reports.sections.editing import Written, write
from tests.reports.sections.handled import JANUARY, compiled, department, head_of, issued
from tests.rows import unit

pytestmark = pytest.mark.django_db


def test_each_figure_was_and_becomes_with_the_rows_that_came_and_went_and_nothing_is_written() -> None:
    owner, by = department()
    issued(owner, "1")
    compiled(owner, by)
    gone = AdvisoryDocument.objects.get()
    with writing(by=by) as pen:
        pen.trash(gone)
    issued(owner, "2")
    issued(owner, "3")
    before = Batch.objects.count(), Edition.objects.count()
    shown = preview(JANUARY, owner, by=by)
    figure = next(one for one in shown.figures if one.key == "advice.issued")
    assert (figure.before, figure.after) == (1, 2)
    assert [row.name for row in figure.went] == [str(gone)]
    assert len(figure.came) == 2
    assert {row.register for row in figure.came} == {"van-ban-tham-muu"}
    assert [change.kind for change in shown.texts] == []
    assert (Batch.objects.count(), Edition.objects.count()) == before


def test_accepting_gives_just_what_was_shown_or_nothing() -> None:
    owner, by = department()
    issued(owner, "1")
    compiled(owner, by)
    issued(owner, "2")
    shown = preview(JANUARY, owner, by=by)
    issued(owner, "3")
    with pytest.raises(NotAsShown, match="đã thay đổi từ lúc xem trước"):
        recompile(JANUARY, owner, by=by, seen=shown.seen)
    assert Edition.objects.count() == 1
    shown = preview(JANUARY, owner, by=by)
    done = recompile(JANUARY, owner, by=by, seen=shown.seen)
    assert done.compiled.edition.digest == shown.edition.digest
    assert done.checked.name == "2022-01/2.docx"  # proof-read with every compile


def test_words_that_change_are_told_apart_from_figures() -> None:
    owner, by = department()
    edition = compiled(owner, by)
    write(edition, "advice", Written("after", "Một câu mới.", the_chapter(edition, "advice").lines[0]), by=by)
    shown = preview(JANUARY, owner, by=by)
    assert (shown.figures, [change.after for change in shown.texts]) == ((), ["Một câu mới."])
    assert shown.is_new
    recompile(JANUARY, owner, by=by, seen=shown.seen)
    assert not preview(JANUARY, owner, by=by).is_new


def test_rows_out_of_reach_are_not_named() -> None:
    owner, by = department()
    compiled(owner, by)
    issued(owner, "1")
    stranger = head_of(unit(owner, "KHTC"))
    row = AdvisoryDocument.objects.get()
    row.unit = unit(owner, "VP")
    with writing(by=by) as pen:
        pen.save(row)
    shown = preview(JANUARY, owner, by=stranger)
    came = next(one for one in shown.figures if one.key == "advice.issued").came
    assert [one.name for one in came] == ["dòng ngoài phạm vi của bạn"]
