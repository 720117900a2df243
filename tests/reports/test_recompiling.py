"""A report is compiled again from its own proposals, beside the real registers and without touching them."""

import pytest
from django.apps import apps

from sokhcn.reader.returning import Pair, Share
from sokhcn.records.kept import Kept
from sokhcn.reports.models import Edition, Origin
from sokhcn.reports.recompiling import CannotRecompile, Recompiled, recompile
from tests.reports.read_in import sample, seed
from tests.rows import advisory, agency

pytestmark = pytest.mark.django_db

# How the seed differs from itself compiled again, word by word of its papers and figures, and why.
SEED_DIFFERENCES = {
    ("Quyết định số 2367/QĐ-UBND ngày 21/12/2022", "Quyết định số 2367/QĐ-UBND ngày 21/12/2021"),  # after the report
    ("công văn số 7096/UBND-KTTH ngày 31/12/2021", "Công văn số 7096/UBND-KTTH ngày 31/12/2021"),  # a type is a name
    ("Quyết định số 21/QĐ-UBND ngày 10 tháng 01 năm 2022", "Quyết định số 21/QĐ-UBND ngày 10/01/2022"),  # one form
    ("02 Giấy phép Tiến hành công việc bức xạ", "02 Giấy phép tiến hành công việc bức xạ"),  # no capital inside
    ("18 Sở, ban, ngành, địa phương", "18 sở, ban, ngành, địa phương"),  # bodies in general
}


def share(done: Recompiled, kind: str) -> Share:
    return next(share for share in done.back.shares if share.kind == kind)


def counts(done: Recompiled) -> list[tuple[int, int]]:
    return [(share.back, share.total) for share in done.back.shares]


def rows_there() -> dict[str, int]:
    models = [model for model in apps.get_models() if issubclass(model, Kept)]
    return {model._meta.label: model.everything.count() for model in models}


@pytest.mark.needs("shared")
def test_the_seed_comes_back_whole() -> None:
    done = recompile(seed())
    assert counts(done) == [(21, 21), (10, 10), (11, 11), (25, 25)]
    assert done.back.score == 1


@pytest.mark.needs("shared")
def test_the_seed_differs_only_where_it_is_declared() -> None:
    done = recompile(seed())
    told = {(p.before, p.after) for kind in ("số liệu", "văn bản", "đề mục") for p in share(done, kind).different}
    assert told == SEED_DIFFERENCES
    quoted = [p.after for p in share(done, "mục liệt kê").different if p.after and "2367" in p.after]
    assert "“Đề án triển khai Chiến lược Sở hữu trí tuệ trên địa bàn tỉnh Ninh Thuận đến năm 2030”" in quoted[0]


def test_our_sample_comes_back_but_for_what_no_wording_says() -> None:
    done = recompile(sample())
    assert counts(done) == [(17, 18), (3, 3), (11, 11), (9, 10)]
    assert [p for p in share(done, "số liệu").different if not p.back] == [Pair("01 cuộc thanh tra", None, False)]


def test_a_figure_that_its_list_does_not_bear_out_comes_back_otherwise() -> None:
    done = recompile(sample(("ban hành 02 văn bản", "ban hành 03 văn bản")))
    assert Pair("03 văn bản", "02 văn bản", False) in share(done, "số liệu").pairs


def test_the_edition_has_the_head_and_the_signature_of_the_report() -> None:
    document = recompile(sample()).edition.document()
    assert (document.head.agency, document.head.parent_agency, document.head.place) == (
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH",
        "Bình Minh",
    )
    assert document.closing.signature.name == "Trần Thị Bình"
    assert document.closing.signature.lines == ("GIÁM ĐỐC",)


def test_the_real_database_is_as_before() -> None:
    advisory(agency("THAT"))
    before = rows_there()
    recompile(sample())
    assert rows_there() == before
    assert (Edition.objects.count(), Origin.objects.count()) == (0, 0)


def test_the_same_report_gives_the_same_figures_twice() -> None:
    one, two = recompile(sample()), recompile(sample())
    assert one.edition.digest == two.edition.digest


def test_a_text_without_a_period_cannot_be_compiled_again() -> None:
    read = sample(("tháng 5 năm 2023 và phương hướng nhiệm vụ tháng 6 năm 2023", "của tỉnh"))
    with pytest.raises(CannotRecompile, match="không cho biết kỳ báo cáo"):
        recompile(read)


def test_what_the_registers_refuse_is_told() -> None:
    with pytest.raises(CannotRecompile) as refused:
        recompile(sample(("415/QĐ-UBND", f"415/{'X' * 29}-UBND")))
    assert refused.value.findings
