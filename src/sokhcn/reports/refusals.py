"""Why somebody may not do a thing, in one sentence that says who may: the same at every door."""

from typing import Any

from django.utils.translation import gettext_lazy

from sokhcn.people.models import User
from sokhcn.people.permissions import (
    AUDIT,
    COMPILE,
    KEEP_REFERENCE,
    KEEP_REGISTERS,
    MANAGE_PEOPLE,
    READ,
    WAIVE,
    reads_all_of,
)

REASONS = {
    KEEP_REGISTERS: gettext_lazy(
        "Vai trò của bạn chỉ được xem. Chuyên viên, trưởng đơn vị và người tổng hợp ghi sổ của cơ quan mình."
    ),
    KEEP_REFERENCE: gettext_lazy("Danh mục dùng chung do người tổng hợp và quản trị ghi."),
    MANAGE_PEOPLE: gettext_lazy("Chỉ quản trị được làm việc này."),
    AUDIT: gettext_lazy("Nhật ký và niêm phong do lãnh đạo Sở và quản trị xem."),
    READ: gettext_lazy("Dòng này ngoài phạm vi của bạn."),
    WAIVE: gettext_lazy("Chỉ trưởng đơn vị và người tổng hợp được bỏ qua một phát hiện."),
    COMPILE: gettext_lazy("Chỉ người tổng hợp được tổng hợp báo cáo."),
}
EVERY_UNIT = gettext_lazy("Gói minh chứng có dòng của mọi đơn vị: đề nghị người tổng hợp hoặc văn thư tải.")


class Forbidden(Exception):
    """Somebody asked for what others do; the message says who."""


def refusal(user: User, permission: str, about: Any = None) -> str:
    """Why ``user`` has no ``permission`` on ``about``; nothing where they have it."""
    return "" if user.has_perm(permission, about) else str(REASONS[permission])


def refusal_of_evidence(user: User, agency: int) -> str:
    """Why ``user`` gets no pack of evidence of the agency of that number: it holds rows of all of its units."""
    return "" if reads_all_of(user, agency) else str(EVERY_UNIT)
