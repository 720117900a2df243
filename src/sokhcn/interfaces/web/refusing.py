"""Refusals that say why: who may do a thing, when somebody else tries."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.reports.refusals import refusal


def must_be_allowed(request: HttpRequest, permission: str, about: Any = None) -> User:
    """The person who asks, if they may; otherwise a refusal that says who may."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied(_("Đăng nhập trước."))
    if why := refusal(user, permission, about):
        raise PermissionDenied(why)
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
