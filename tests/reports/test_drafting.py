"""An outline is edited without touching code: handed out, changed, tried, taken back, compiled."""

from pathlib import Path

import pytest

from sokhcn.compiler.draft import Draft, read_file, write_file
from sokhcn.document.walk import all_sections, words
from sokhcn.kernel.periods import read_period
from sokhcn.people.models import Role, User
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency, Batch
from sokhcn.reports import drafting
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.drafting import BadDraft, adopt, attempt, editable, kept_in, read_draft
from sokhcn.reports.models import Edition, OwnOutline, OwnWording
from sokhcn.reports.outlining import NoOutline, the_outline
from sokhcn.reports.saving import save_indicator
from tests.reports.reporting import FIRST_DAY, reporting
from tests.reports.test_owning import TOLD, issued
from tests.rows import user

pytestmark = pytest.mark.django_db
JANUARY = read_period("2022-01", DECREE_09)
SEPARATE = """[[chapter.chapter]]
key = "radiation"
title = "Quản lý an toàn bức xạ và hạt nhân"

[[chapter.chapter]]
key = "inspection"
title = "Hoạt động thanh tra, kiểm tra"
"""
MERGED = """[[chapter.chapter]]
keys = ["radiation", "inspection"]
title = "An toàn bức xạ và thanh tra, kiểm tra"
"""
RENAMED = ('title = "Công tác tham mưu văn bản"', 'title = "Tham mưu, xây dựng văn bản"')
OWN = ("lĩnh vực KH&CN, cụ thể", "lĩnh vực KH&CN, trong đó có {{ own.decisions }} quyết định, cụ thể")


def exported(owner: Agency, code: str = "bao-cao-dinh-ky") -> str:
    return write_file(*editable(the_outline(code, owner, FIRST_DAY)))


def edited(owner: Agency, *changes: tuple[str, str]) -> Draft:
    text = exported(owner)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return read_file("a.txt", text)


def officer(owner: Agency) -> User:
    return user(owner, Role.COMPILER, "tonghop")


def titles(edition: Edition) -> list[str]:
    return [f"{section.number}. {words(section.title)}" for section in all_sections(edition.document().sections)]


def test_a_chapter_renamed_two_merged_and_an_own_indicator_added_without_touching_code() -> None:
    owner = reporting()
    by = officer(owner)
    issued(owner, "1")
    issued(owner, "2", type="Kế hoạch")
    before = compile_report(JANUARY, owner, by=by).edition
    assert save_indicator(TOLD, by=by).row
    draft = edited(owner, RENAMED, (SEPARATE, MERGED), OWN)
    tried = attempt(draft, JANUARY, owner, by=by)
    saved = adopt(draft, owner, FIRST_DAY, by=by)
    assert (saved.outline, saved.outline_changed, saved.chapters) == ("bao-cao-dinh-ky", True, ("advice",))
    after = compile_report(JANUARY, owner, by=by).edition
    assert tried.compiled.edition.document() == after.document()  # just as the preview on the past month showed
    assert titles(before)[1] == "1. Công tác tham mưu văn bản"
    assert titles(after)[1] == "1. Tham mưu, xây dựng văn bản"
    assert titles(after)[6:8] == ["6. An toàn bức xạ và thanh tra, kiểm tra", "7. " + titles(before)[8][3:]]
    said = words(after.document().sections[0].sections[0].blocks[0].children)  # type: ignore[union-attr]
    assert said.endswith("02 văn bản chỉ đạo, điều hành lĩnh vực KH&CN, trong đó có 01 quyết định, cụ thể:")
    assert before.rules["outline"]["source"] == "mặc định"
    assert (after.rules["outline"]["source"], after.rules["wording"]["advice"]["source"]) == ("của Sở", "của Sở")
    assert after.rules["own"]["own.decisions"]["conditions"] == TOLD["conditions"]


@pytest.mark.parametrize("code", ["bao-cao-dinh-ky", "bao-cao-quy-6-9-thang", "bao-cao-nam", "bao-cao-bo"])
def test_what_ships_comes_back_unchanged_and_nothing_is_written(code: str) -> None:
    owner = reporting()
    batches = Batch.objects.count()
    saved = adopt(read_file("a.txt", exported(owner, code)), owner, FIRST_DAY, by=officer(owner))
    assert (saved.outline_changed, saved.chapters) == (False, ())
    assert Batch.objects.count() == batches


def test_taking_the_same_back_again_writes_nothing() -> None:
    owner = reporting()
    by = officer(owner)
    adopt(
        edited(owner, RENAMED, ("cụ thể:\n{% else %}\nTrong", "  cụ thể:\n{% else %}\nTrong")), owner, FIRST_DAY, by=by
    )
    batches = Batch.objects.count()
    adopt(read_file("a.txt", exported(owner)), owner, FIRST_DAY, by=by)
    assert Batch.objects.count() == batches


def test_a_dry_run_writes_nothing_and_says_what_it_would() -> None:
    owner = reporting()
    saved = adopt(edited(owner, RENAMED), owner, FIRST_DAY, by=officer(owner), dry_run=True)
    assert saved.outline_changed
    assert not OwnOutline.objects.exists()


def test_a_second_import_from_the_same_day_changes_the_rows_there_are() -> None:
    owner = reporting()
    by = officer(owner)
    for word in ("Một", "Hai"):
        text = exported(owner).replace("ĐÁNH GIÁ CHUNG", "ĐÁNH GIÁ Một").replace("chỉ đạo, điều hành", "Một")
        adopt(read_file("a.txt", text.replace("Một", word)), owner, FIRST_DAY, by=by)
    assert [row.version for row in (*OwnOutline.objects.all(), *OwnWording.objects.all())] == [2, 2]
    assert "Hai" in OwnWording.objects.get().text


def test_faults_are_told_all_at_once_and_nothing_is_written() -> None:
    owner = reporting()
    draft = edited(owner, ("document.advised", "document.advise"), ('key = "metrology"', 'key = "metrologi"'), RENAMED)
    with pytest.raises(BadDraft, match="lỗi, không ghi gì") as bad:
        adopt(draft, owner, FIRST_DAY, by=officer(owner))
    said = [str(finding) for finding in bad.value.findings]
    assert any("“document.advise”. Có phải “advised”?" in sentence for sentence in said)
    assert any("“metrologi”. Có phải “metrology”?" in sentence for sentence in said)
    assert all(sentence.startswith("a.txt, dòng ") for sentence in said)
    assert not OwnOutline.objects.exists()


def test_trying_names_what_differs_and_writes_nothing() -> None:
    owner = reporting()
    by = officer(owner)
    issued(owner, "1")
    edition = compile_report(JANUARY, owner, by=by).edition
    batches = Batch.objects.count()
    tried = attempt(edited(owner, RENAMED, ("văn bản chỉ đạo, điều hành", "văn bản")), JANUARY, owner, by=by)
    assert [(d.what, d.before[:20], d.after[:20]) for d in tried.differences] == [
        ("Tên mục", "1. Công tác tham mưu", "1. Tham mưu, xây dựn"),
        ("Câu", "Đã tham mưu cấp có t", "Đã tham mưu cấp có t"),
    ]
    assert tried.latest == edition
    assert (Batch.objects.count(), Edition.objects.count()) == (batches, 1)
    assert attempt(edited(owner), JANUARY, owner, by=by).differences == ()


def test_an_edition_hands_out_what_it_was_said_by_when_all_has_changed() -> None:
    owner = reporting()
    by = officer(owner)
    edition = compile_report(JANUARY, owner, by=by).edition
    adopt(edited(owner, RENAMED), owner, FIRST_DAY, by=by)
    source, texts = kept_in(Edition.objects.get(pk=edition.pk))
    assert "Công tác tham mưu văn bản" in source
    assert "{{ advice.issued }}" in texts["advice"]


def test_what_is_no_draft_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "empty").mkdir()
    for path, why in ((tmp_path / "a.bin", "UTF-8"), (tmp_path / "empty", "không có tệp de-cuong.toml")):
        with pytest.raises(BadDraft, match=why):
            read_draft(path)


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("id = 1")
    monkeypatch.setattr(drafting, "LARGEST", 3)
    with pytest.raises(BadDraft, match="lớn quá"):
        read_draft(tmp_path / "a.txt")


def test_a_draft_is_not_tried_on_a_kind_of_period_that_it_is_not_for() -> None:
    owner = reporting()
    with pytest.raises(NoOutline, match="bao-cao-dinh-ky dùng cho: tháng; không dùng cho quý I năm 2022"):
        attempt(edited(owner), read_period("2022-Q1", DECREE_09), owner, by=officer(owner))
