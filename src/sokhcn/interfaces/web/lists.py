"""One page that leads to every list that registers and reports rely on, each with a sentence of what it is for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.refusing import the_person
from sokhcn.people.permissions import KEEP_REFERENCE
from sokhcn.records.kept import Lasting
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.holding import held

REPORTS, PLACES, RULES, FILES, WORDS = (
    _("Báo cáo nói gì, gửi ai"),
    _("Tổ chức và địa bàn"),
    _("Ngày và quy tắc"),
    _("Đọc và nhập tệp"),
    _("Danh mục theo thời kỳ của các sổ"),
)
GROUPS: Mapping[str, tuple[Any, Any]] = {
    "noi-nhan": (REPORTS, _("Báo cáo kính gửi ai, nơi nhận nào; theo từng loại báo cáo và từng thời kỳ.")),
    "nguoi-ky": (REPORTS, _("Ai được ký, với chức vụ và quyền hạn nào (KT., TL., TUQ.), từ ngày nào đến ngày nào.")),
    "chi-tieu-rieng": (REPORTS, _("Điều kiện lọc của một sổ, lưu thành con số của Sở; dùng được trong mẫu câu.")),
    "chi-tieu-ke-hoach": (REPORTS, _("Số kế hoạch giao cho cả năm, để tính tỷ lệ thực hiện.")),
    "so-uoc": (REPORTS, _("Số ước cả năm, kèm cách ước, khi báo cáo phải gửi trước khi hết kỳ.")),
    "so-cap-so": (REPORTS, _("Sổ văn bản đi nào cấp số cho loại văn bản nào, số do hệ thống hay do nơi khác cấp.")),
    "viec-khong-kiem": (REPORTS, _("Hai việc nào của một báo cáo không được do cùng một người làm.")),
    "danh-gia-chung": (REPORTS, _("Những đoạn của báo cáo do người viết, không sinh từ sổ.")),
    "nhiem-vu-ky-toi": (REPORTS, _("Việc hứa làm ở kỳ sau; kỳ sau hệ thống hỏi lại đã làm chưa.")),
    "co-quan": (PLACES, _("Sở và các cơ quan khác: tên trên đầu văn bản, chữ viết tắt trong ký hiệu.")),
    "don-vi": (PLACES, _("Phòng, chi cục, trung tâm của Sở; tên cũ vẫn giữ cho các kỳ cũ.")),
    "dia-ban": (PLACES, _("Tỉnh, huyện, xã theo từng thời kỳ, cả trước và sau khi sắp xếp.")),
    "co-so": (PLACES, _("Doanh nghiệp, bệnh viện, đơn vị được cấp phép, kiểm tra, kiểm định.")),
    "giao-viec-thay": (PLACES, _("Ai làm thay ai, từ ngày nào đến ngày nào.")),
    "lich-lam-viec": (RULES, _("Ngày nghỉ lễ và ngày làm bù: các hạn tính theo ngày làm việc dựa vào đây.")),
    "che-do-bao-cao": (RULES, _("Tháng báo cáo tính từ ngày nào đến ngày nào, hạn gửi là ngày nào, theo văn bản nào.")),
    "nghia-vu-bao-cao": (RULES, _("Báo cáo nào phải nộp, cho ai, ngày nào chốt và ngày nào gửi; từ văn bản nào.")),
    "thoi-han": (RULES, _("Giấy phép, kiểm định, báo cáo có hạn bao lâu; mỗi dòng có căn cứ và ngày hiệu lực.")),
    "cach-hieu": (FILES, _("Chữ lạ trong tệp Excel đã được dạy nghĩa: sửa hoặc bỏ ở đây.")),
    "van-ban-vien-dan": (FILES, _("Văn bản được viện dẫn, ghi một lần, dùng ở mọi sổ.")),
}
OTHER = _("Dùng cho sổ có số mục bên cạnh; mỗi dòng có ngày hiệu lực.")
REST = _("Danh mục dùng chung.")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its register, what it is for, how many rows it has."""

    register: Register
    sentence: Any
    count: int
    may_keep: bool


@require_safe
def lists_page(request: HttpRequest) -> HttpResponse:
    """Every list, under the heading of what it bears on."""
    user = the_person(request)
    found = tuple(_found())
    counts = held(user, [register for _heading, _sentence, register in found])
    grouped: dict[str, list[Listed]] = {}
    for heading, sentence, register in found:
        one = Listed(register, sentence, counts[register.slug], user.has_perm(register.keeper))
        grouped.setdefault(str(heading), []).append(one)
    may_edit = user.has_perm(KEEP_REFERENCE)
    return render(request, "web/lists.html", {"groups": grouped, "may_edit": may_edit, "reports_heading": str(REPORTS)})


def _found() -> Iterator[tuple[Any, Any, Register]]:
    """Those of reports first, in the order told above; then whatever else an area or a list to come declares."""
    registers = {register.slug: register for register in catalogue.registers()}
    for heading in (REPORTS, PLACES, RULES, FILES):
        for slug, (group, sentence) in GROUPS.items():
            if group is heading and slug in registers:
                yield heading, sentence, registers[slug]
    for register in registers.values():
        if register.slug not in GROUPS and not register.model.part_of:
            if register.area and issubclass(register.model, Lasting):
                yield WORDS, OTHER, register
            elif not register.area:
                yield FILES, REST, register
