"""Refusals that say why: who may do a thing, when somebody else tries."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sokhcn.people.models import User
from sokhcn.people.permissions import COMPILE, KEEP_REFERENCE, KEEP_REGISTERS, MANAGE_PEOPLE, READ
from sokhcn.records.models import Agency

REASONS = {
    KEEP_REGISTERS: gettext_lazy(
        "Vai trò của bạn chỉ được xem. Chuyên viên, trưởng đơn vị và người tổng hợp ghi sổ của cơ quan mình."
    ),
    KEEP_REFERENCE: gettext_lazy("Danh mục dùng chung do người tổng hợp và quản trị ghi."),
    MANAGE_PEOPLE: gettext_lazy("Chỉ quản trị được ghi sổ này."),
    READ: gettext_lazy("Dòng này ngoài phạm vi của bạn."),
    COMPILE: gettext_lazy("Chỉ người tổng hợp được tổng hợp báo cáo."),
}


def must_be_allowed(request: HttpRequest, permission: str, about: Any = None) -> User:
    """The person who asks, if they may; otherwise a refusal that says who may."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm(permission, about):
        raise PermissionDenied(str(REASONS[permission]))
    return user


def the_person(request: HttpRequest) -> User:
    """Whoever is signed in; pages that anybody may open do not ask."""
    if not isinstance(request.user, User):
        raise PermissionDenied(_("Đăng nhập trước."))
    return request.user


def agency_of(request: HttpRequest) -> Agency:
    """The agency that the person works for."""
    agency: Agency | None = getattr(request.user, "agency", None)
    if agency is None:
        raise PermissionDenied(_("Tài khoản chưa thuộc cơ quan nào. Đề nghị quản trị ghi cơ quan cho tài khoản."))
    return agency
