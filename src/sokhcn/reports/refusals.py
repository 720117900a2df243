"""Why somebody may not do a thing, in one sentence that says who may: the same at every door."""

from typing import Any

from django.utils.translation import gettext_lazy

from sokhcn.people.models import User
from sokhcn.people.permissions import AUDIT, COMPILE, KEEP_REFERENCE, KEEP_REGISTERS, MANAGE_PEOPLE, READ, WAIVE

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


class Forbidden(Exception):
    """Somebody asked for what others do; the message says who."""


def refusal(user: User, permission: str, about: Any = None) -> str:
    """Why ``user`` has no ``permission`` on ``about``; nothing where they have it."""
    return "" if user.has_perm(permission, about) else str(REASONS[permission])
