"""Help: the first month step by step with how far it is, the keys, and a card for each role to print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.frame import working_period
from sokhcn.interfaces.web.helping_cards import CARDS
from sokhcn.interfaces.web.refusing import agency_of
from sokhcn.kernel.periods import Period
from sokhcn.people.models import Role
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.closing.completeness import matrix
from sokhcn.reports.life.report import the_report
from sokhcn.reports.models import Edition, Stage
from sokhcn.reports.periods import the_period

FIRST_MONTH = "2022-01"  # the month whose registers the demonstration brings
STAGES = tuple(Stage)
KEYS = (
    ("Ctrl+K, /", gettext_lazy("Tìm trong mọi sổ và báo cáo; dấu / chỉ khi không đứng trong ô nhập")),
    ("Ctrl+S", gettext_lazy("Lưu biểu mẫu đang mở")),
    ("Ctrl+Enter", gettext_lazy("Lưu dòng mới và thêm dòng nữa")),
    ("Alt+↑, Alt+↓", gettext_lazy("Dòng trước, dòng sau của sổ vừa xem")),
    ("F2", gettext_lazy("Sửa dòng đang xem, ô đang chọn của bảng nhập, đề xuất của báo cáo cũ")),
    ("Ctrl+/", gettext_lazy("Mở bảng phím tắt này")),
    ("Alt+1 … Alt+8", gettext_lazy("Mở sổ của mục 1 đến 8")),
    ("Ctrl+P", gettext_lazy("In trang đang xem, khổ A4")),
    ("Tab, Shift+Tab", gettext_lazy("Sang ô sau, về ô trước")),
    ("Enter, Esc", gettext_lazy("Ở một số của báo cáo: sang nguồn số liệu, rồi về lại số ấy")),
    ("Esc", gettext_lazy("Đóng menu đang mở")),
)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A step of the month: what to do, who does it, where, how far it is and whether it is done."""

    title: str
    who: str
    what: str
    place: str
    button: str
    standing: str
    done: bool


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """The guided month; what is done is seen in registers and report, nobody ticks anything off."""
    period = working_period(request) or the_period(FIRST_MONTH)
    lessons = tuple(_lessons(period, agency_of(request)))
    following = next((place for place, lesson in enumerate(lessons) if not lesson.done), None)
    context = {"lessons": lessons, "period": period, "following": following, "roles": Role.choices}
    return render(request, "web/help.html", context)


def _lessons(period: Period, agency: Agency) -> Iterator[Lesson]:
    cells = matrix(period, agency).cells
    closed, rows = sum(cell.is_closed for cell in cells), sum(cell.rows for cell in cells)
    latest = Edition.objects.latest_of(agency, period.code)
    stage = STAGES.index(Stage(the_report(period.code, agency).state().stage)) if latest else -1
    report = reverse("report", args=[period.code])
    first = next(register for register in catalogue.registers() if register.area)
    book = f"{reverse('register', args=[first.slug])}?ky={period.code}"
    standing = str(STAGES[stage].label) if latest else _("chưa tổng hợp")

    def past(wanted: Stage) -> bool:
        return stage >= STAGES.index(wanted)

    yield Lesson(
        _("Nhập"), _("Chuyên viên"), _("Ghi từng dòng, dán từ Excel hoặc nhập tệp vào tám sổ."), book, _("Mở sổ"),
        _("%(n)s dòng trong kỳ") % {"n": rows}, rows > 0,
    )  # fmt: skip
    yield Lesson(
        _("Chốt"), _("Trưởng đơn vị"), _("Xem lại sổ của đơn vị trong kỳ; sổ không có gì thì chốt “không phát sinh”."),
        reverse("closings", args=[period.code]), _("Chốt sổ"),
        _("%(n)s trên %(all)s sổ đã chốt") % {"n": closed, "all": len(cells)},
        bool(cells) and closed == len(cells),
    )  # fmt: skip
    yield Lesson(
        _("Tổng hợp"), _("Người tổng hợp"), _("Số lấy từ các sổ, lời sinh theo đề cương; bấm vào số để biết vì sao."),
        reverse("recompile", args=[period.code]), _("Tổng hợp"),
        _("dự thảo %(n)s") % {"n": latest.number} if latest else _("chưa tổng hợp"), latest is not None,
    )  # fmt: skip
    yield Lesson(
        _("Kiểm tra"), _("Trưởng đơn vị, người tổng hợp"),
        _("Đọc trang A4, bấm từng số; đơn vị xác nhận mục của mình."), report, _("Mở báo cáo"), standing,
        past(Stage.CONFIRMED),
    )  # fmt: skip
    yield Lesson(
        _("Trình"), _("Người tổng hợp"),
        _("Trình khi không còn lỗi phải sửa; văn thư thẩm định thể thức, lãnh đạo duyệt."),
        report, _("Mở báo cáo"), standing, past(Stage.APPROVED),
    )  # fmt: skip
    yield Lesson(
        _("Ký, cấp số"), _("Lãnh đạo Sở, văn thư"), _("Lãnh đạo ký; văn thư ghi số và ngày vào sổ văn bản đi."),
        reverse("files", args=[period.code]), _("Tệp của báo cáo"), standing, past(Stage.NUMBERED),
    )  # fmt: skip
    yield Lesson(
        _("Phát hành"), _("Văn thư"), _("Gửi các nơi nhận; từ đây dòng đã tính chỉ sửa được khi ghi lý do."),
        reverse("files", args=[period.code]), _("Tệp của báo cáo"), standing, past(Stage.ISSUED),
    )  # fmt: skip


@require_safe
def keys_page(request: HttpRequest) -> HttpResponse:
    """The keys that work everywhere, as a page or as the sheet that Ctrl+/ opens."""
    part = getattr(request, "htmx", False)
    return render(request, "web/keys_part.html" if part else "web/keys_page.html", {"keys": KEYS})


@require_safe
def card_page(request: HttpRequest, role: str) -> HttpResponse:
    """What one role does, on one sheet."""
    cards: Mapping[str, Any] = CARDS
    if role not in cards:
        raise Http404(_("Không có vai trò ấy."))
    return render(request, "web/card.html", {"role": Role(role).label, "card": cards[role], "keys": KEYS[:4]})
