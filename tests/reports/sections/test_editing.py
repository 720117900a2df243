"""What people write into a chapter survives every recompile; an overridden figure is never printed in silence."""

from decimal import Decimal

import pytest

from sokhcn.compiler.draft import read_file, write_file
from sokhcn.document.walk import numbers, words
from sokhcn.people.models import Role
from sokhcn.records.models import Batch
from sokhcn.reports.checking import check_edition
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.drafting import adopt, editable
from sokhcn.reports.exporting import export
from sokhcn.reports.handwork.noting import KEY, noted
from sokhcn.reports.models import OwnText, OwnWording
from sokhcn.reports.outlining import the_outline
from sokhcn.reports.previewing import told_of
from sokhcn.reports.sections.chapters import NoChapter, the_chapter, the_line
from sokhcn.reports.sections.editing import Printed, Written, drop, override, withdraw, write
from sokhcn.reports.sections.refusing import NotDone
from tests.reports.issued import issue
from tests.reports.reporting import FIRST_DAY
from tests.reports.sections.handled import JANUARY, compiled, department, head_of, issued, owned, said
from tests.reports.test_drafting import MERGED, SEPARATE
from tests.rows import unit, user
from tests.rows import write as save

pytestmark = pytest.mark.django_db
LAST = "Tiếp tục theo dõi việc thực hiện."


def test_texts_before_after_and_instead_of_a_line_survive_a_recompile() -> None:
    owner, by = department()
    issued(owner, "1")
    edition = compiled(owner, by)
    first, second = the_chapter(edition, "advice").lines
    write(edition, "advice", Written("before", "Mở đầu.", first), by=by)
    write(edition, "advice", Written("after", "Riêng tháng này: {{ advice.issued }} văn bản.", first), by=by)
    write(edition, "advice", Written("instead", "Theo dõi *chặt chẽ*.", second), by=by)
    write(edition, "advice", Written("after", "Hết mục."), by=by)
    issued(owner, "2")
    assert said(compiled(owner, by)) == [
        "Mở đầu.",
        "Đã ban hành 02 văn bản.",
        "Riêng tháng này: 02 văn bản.",
        "Theo dõi chặt chẽ.",
        "Hết mục.",
    ]
    issued(owner, "3")
    assert said(again := compiled(owner, by))[1:3] == ["Đã ban hành 03 văn bản.", "Riêng tháng này: 03 văn bản."]
    assert list(told_of(again)) == []


def test_a_line_of_a_hand_written_text_is_changed_where_it_stands_and_dropped() -> None:
    owner, by = department()
    edition = compiled(owner, by)
    line = the_line(the_chapter(edition, "advice"), 2)
    row = write(edition, "advice", Written("instead", "Viết tay.", line), by=by)
    edition = compiled(owner, by)
    written = the_line(the_chapter(edition, "advice"), 2)
    assert write(edition, "advice", Written("instead", "Viết lại.", written), by=by).pk == row.pk
    assert write(edition, "advice", Written("after", "Thêm ngay sau.", written), by=by).pk != row.pk
    edition = compiled(owner, by)
    assert said(edition)[1:] == ["Viết lại.", "Thêm ngay sau."]
    drop(edition, row.pk, by=by)
    assert said(compiled(owner, by))[1:] == [LAST, "Thêm ngay sau."]


def test_the_last_words_of_a_report_stay_the_last() -> None:
    owner, by = department()
    edition = compiled(owner, by)
    last = "plan"
    write(edition, last, Written("instead", "Cả mục viết tay."), by=by)
    write(edition, last, Written("after", "Và một câu nữa."), by=by)
    lines = said(compiled(owner, by), last)
    assert lines[:2] == ["Cả mục viết tay.", "Và một câu nữa."]
    assert [line.endswith("./.") for line in lines[2:]] == [True]


def test_a_lost_anchor_and_a_lost_chapter_are_told_and_nothing_is_lost() -> None:
    owner, by = department()
    edition = compiled(owner, by)
    write(edition, "advice", Written("after", "Đứng sau câu cuối.", the_chapter(edition, "advice").lines[1]), by=by)
    text = write(edition, "inspection", Written("after", "Ở mục thanh tra."), by=by)
    words_of = OwnWording.objects.get(chapter="advice")
    words_of.text = words_of.text.replace("Tiếp tục theo dõi", "Sở tiếp tục theo dõi chặt")
    save(words_of)
    merged = write_file(*editable(the_outline("bao-cao-dinh-ky", owner, FIRST_DAY))).replace(SEPARATE, MERGED)
    adopt(read_file("a.txt", merged), owner, FIRST_DAY, by=by)
    edition = compiled(owner, by)
    assert said(edition)[1:] == ["Sở tiếp tục theo dõi chặt việc thực hiện.", "Đứng sau câu cuối."]
    assert [finding.id for finding in told_of(edition)] == ["handwork.anchor", "handwork.homeless"]
    assert f"số {text.pk}" in str(list(told_of(edition))[1])


def test_a_bad_text_and_somebody_else_s_chapter_write_nothing() -> None:
    owner, by = department()
    owned(owner, by)
    edition = compiled(owner, by)
    stranger = head_of(unit(owner, "KHTC"), "nguoila")
    batches = Batch.objects.count()
    with pytest.raises(NotDone) as bad:
        write(edition, "advice", Written("after", "{{ advice.isued }}"), by=by)
    assert "advice.isued" in str(bad.value.findings[0])
    with pytest.raises(NotDone, match=r"Chỉ người của đơn vị chủ trì .*P.QLKH"):
        write(edition, "advice", Written("after", "Của phòng khác."), by=stranger)
    with pytest.raises(NotDone, match="trống"):
        write(edition, "advice", Written("after", " "), by=by)
    with pytest.raises(NoChapter, match="Có phải “advice”"):
        write(edition, "advise", Written("after", "Có."), by=by)
    with pytest.raises(NotDone, match="ghi đè"):
        override(edition, Printed("advice.issued", Decimal(5), "vì", "advice"), by=user(owner, Role.SPECIALIST))
    assert (Batch.objects.count(), OwnText.objects.count()) == (batches, 0)


def test_an_override_is_printed_with_the_counted_value_beside_it() -> None:
    owner, by = department()
    issued(owner, "1")
    edition = compiled(owner, by)
    with pytest.raises(NotDone, match="lý do"):
        override(edition, Printed("advice.issued", Decimal(5), " ", "advice"), by=by)
    with pytest.raises(NotDone, match="Không in được số ấy"):
        override(edition, Printed("advice.issued", Decimal(10**15), "thừa chữ số", "advice"), by=by)
    row = override(edition, Printed("advice.issued", Decimal(5), "thiếu phiếu giấy", "advice"), by=by)
    edition = compiled(owner, by)
    figures = [n for n in numbers(edition.document()) if n.key == "advice.issued"]
    assert [(n.value, n.text, n.counted) for n in figures] == [
        (5, "05", 1),
        (1, "01", None),
    ]  # the assessment says it too
    assert next(f for f in edition.figures() if f.key == "advice.issued").value == 1
    assert [finding.id for finding in told_of(edition)] == ["override.printed"]
    waived = [one for one in check_edition(edition, owner).waived if one.finding.id == "registers.figure"]
    assert [one.reason for one in waived] == ["số ghi đè: thiếu phiếu giấy"]
    issued(owner, "2")
    sentences = [str(finding) for finding in told_of(compiled(owner, by))]
    assert any("khi ghi đè sổ đếm 1, nay sổ đếm 2" in sentence for sentence in sentences)
    withdraw(edition, row.pk, by=by)
    assert said(compiled(owner, by))[0] == "Đã ban hành 02 văn bản."


def test_a_draft_marks_and_lists_overrides_and_what_left_the_house_does_not() -> None:
    owner, by = department()
    issued(owner, "1")
    override(compiled(owner, by), Printed("advice.issued", Decimal(5), "thiếu phiếu"), by=by)
    edition = compile_report(JANUARY, owner, by=by).edition
    draft, clean = (export(edition, "html", clean=bare).data.decode() for bare in (False, True))
    assert 'class="fig over" data-key="advice.issued" title="Số ghi đè; sổ đếm 1">05<' in draft
    assert "thiếu phiếu" in draft
    assert "thiếu phiếu" not in clean
    assert ">05<" in clean
    assert 'fig over"' not in clean
    assert "05[*] văn bản" in export(edition, "txt").data.decode()
    assert "1 số ghi đè, không đánh dấu" in export(edition, "html", clean=True).note
    issue(edition, on=JANUARY.end, by=by)
    assert export(edition, "html").data.decode() == clean
    note = noted(edition.document(), edition.rules["overrides"], {}).appendices[-1]
    assert (note.key, words(note.blocks[0].rows[0].cells[3])) == (KEY, "5")  # type: ignore[union-attr]
