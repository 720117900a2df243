"""An edited Word file is taken back: figures are resolved, texts become the chapter's, the rest is refused."""

from copy import deepcopy

import pytest

from sokhcn.document.walk import numbers
from sokhcn.formats.docx.elements import Element, W
from sokhcn.people.models import User
from sokhcn.records.models import Agency, Batch
from sokhcn.reports.exporting import export
from sokhcn.reports.models import Edition, Override, OwnText
from sokhcn.reports.sections.editing import Written, write
from sokhcn.reports.sections.refusing import NotDone
from sokhcn.reports.sections.taking_back import Accepted, Brought, Choice, Resolution, accept, brought
from tests.formats.docx import word_variants as word
from tests.reports.sections.handled import compiled, department, issued, said

pytestmark = pytest.mark.django_db
LAST = "Tiếp tục theo dõi việc thực hiện."
KEEP, MEND = Resolution(Choice.KEEP), Resolution(Choice.MEND)
OVERRIDE = Resolution(Choice.OVERRIDE, "thiếu phiếu giấy")


def paragraph(root: Element, words: str) -> Element:
    return next(p for p in root.iter(W + "p") if words in "".join(t.text or "" for t in p.iter(W + "t")))


def retold(words: str, text: str) -> word.Edit:
    """A paragraph says something else."""

    def edit(root: Element) -> None:
        first, *others = paragraph(root, words).iter(W + "t")
        first.text = text
        for other in others:
            other.text = ""

    return edit


def added_after(words: str, text: str) -> word.Edit:
    def edit(root: Element) -> None:
        old = paragraph(root, words)
        new = deepcopy(old)
        old.addnext(new)
        for n, run in enumerate(new.iter(W + "t")):
            run.text = "" if n else text

    return edit


def removed(words: str) -> word.Edit:
    def edit(root: Element) -> None:
        gone = paragraph(root, words)
        gone.getparent().remove(gone)

    return edit


def january() -> tuple[Agency, User, Edition]:
    owner, by = department()
    for number in "123":
        issued(owner, number)
    return owner, by, compiled(owner, by)


def came(edition: Edition, owner: Agency, *edits: word.Edit) -> Brought:
    data = export(edition, "docx").data
    for edit in edits:
        data = word.edited(data, edit)
    return brought(data, owner)


def test_an_untouched_file_asks_for_nothing() -> None:
    owner, by, edition = january()
    write(edition, "advice", Written("after", "Viết tay."), by=by)
    edition = compiled(owner, by)
    found = came(edition, owner)
    assert (found.figures, found.texts, found.refused, found.came.findings) == ((), (), (), ())
    assert accept(found, {}, by=by) == Accepted(0, 0, ())


def test_a_changed_figure_must_be_resolved() -> None:
    owner, by, edition = january()
    found = came(edition, owner, word.retype("num:advice.issued", "04"))
    assert [(str(one), one.key, one.chapter) for one in found.figures] == [
        ("03 → 04, sổ ghi 03", "advice.issued", "advice")
    ]
    batches = Batch.objects.count()
    for resolutions, why in (
        ({}, "chưa được giải quyết"),
        ({1: Resolution(Choice.OVERRIDE)}, "phải có lý do"),
        ({1: KEEP, 2: KEEP}, "không có số thứ 2"),
    ):
        with pytest.raises(NotDone) as refused:
            accept(found, resolutions, by=by)
        assert why in " ".join(map(str, refused.value.findings))
    assert accept(found, {1: KEEP}, by=by) == Accepted(0, 0, ())
    assert accept(found, {1: MEND}, by=by).to_mend == found.figures
    assert (Batch.objects.count(), Override.objects.count()) == (batches, 0)
    assert accept(found, {1: OVERRIDE}, by=by).overrides == 1
    figures = [one for one in numbers(compiled(owner, by).document()) if one.key == "advice.issued"]
    assert [(one.text, one.counted) for one in figures] == [("04", 3), ("03", None)]  # there, and not in the assessment


def test_edited_added_and_removed_paragraphs_become_the_chapter_s_texts_in_one_transaction() -> None:
    owner, by, edition = january()
    found = came(
        edition,
        owner,
        added_after("Tiếp tục theo dõi", "Kiểm tra 02 cơ sở {{ không phải lệnh }}."),
        retold("Tiếp tục theo dõi", "Tiếp tục theo dõi sát."),
        removed("Đã ban hành"),
    )
    assert [(one.before, one.after) for one in found.texts] == [
        ("Đã ban hành 03 văn bản.", ""),
        (LAST, "Tiếp tục theo dõi sát."),
        ("", "Kiểm tra 02 cơ sở {{ không phải lệnh }}."),
    ]
    assert found.texts[0].gone == ("advice.issued",)
    batches = Batch.objects.count()
    accept(found, {}, by=by)
    assert Batch.objects.count() == batches + 1
    after = compiled(owner, by)
    assert said(after) == ["Tiếp tục theo dõi sát.", "Kiểm tra 02 cơ sở {{ không phải lệnh }}."]
    again = came(after, owner, retold("theo dõi sát", "Tiếp tục theo dõi sát hơn."))
    texts = OwnText.objects.count()
    accept(again, {}, by=by)
    assert OwnText.objects.count() == texts  # the text that stands there was changed
    assert said(compiled(owner, by))[0] == "Tiếp tục theo dõi sát hơn."


def test_a_reworded_sentence_keeps_its_figure_alive() -> None:
    owner, by, edition = january()

    def reword(root: Element) -> None:
        first, *_ = paragraph(root, "Đã ban hành").iter(W + "t")
        first.text = "Trong tháng, Sở đã ban hành "

    accept(came(edition, owner, reword), {}, by=by)
    issued(owner, "4")
    assert said(compiled(owner, by))[0] == "Trong tháng, Sở đã ban hành 04 văn bản."


def test_what_no_file_can_ask_for_is_refused_with_the_place_to_do_it() -> None:
    owner, by, edition = january()
    found = came(
        edition,
        owner,
        retold("Công tác tham mưu văn bản", "1. Công tác tham mưu"),
        retold("Số:", "Số: 12/BC-SKHCN"),
        retold("Nguyễn Văn Ký", "Trần Văn Khác"),
    )
    sentences = [str(finding) for finding in found.refused]
    assert found.texts == ()
    assert [sentence.partition(":")[0] for sentence in sentences] == [
        "Không nhận việc sửa số, ký hiệu",
        "Không nhận việc sửa đề mục",
        "Không nhận việc sửa họ tên người ký",
    ]
    assert "outline" in sentences[1]
    assert "Người ký văn bản" in sentences[2]
    assert accept(found, {}, by=by) == Accepted(0, 0, ())
