"""Pages for what went wrong: what happened, where, and what to do."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from sokhcn.interfaces.web.frame import theme_of
from sokhcn.interfaces.web.leading import led_on
from sokhcn.interfaces.web.resuming import comes_from_here, keep_sent, to_the_door
from sokhcn.interfaces.web.worded import on_a_page


def trouble(request: HttpRequest, status: int, what: str, advice: str) -> HttpResponse:
    """One look for every trouble."""
    told = {"what": on_a_page(what), "advice": advice, "status": status, "place": request.path}
    told["is_stranger"] = not getattr(request, "user", None) or not request.user.is_authenticated
    return render(request, "web/trouble.html", told, status=status)


def not_taken(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django refused it before any page was asked: more than a form may hold, or a name that is not this server's."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        why = _("Phần gửi lên lớn hơn mức máy chủ nhận, nên chưa ghi gì.")
        return trouble(request, 400, why, _("Quay lại trang trước, chia làm nhiều phần rồi gửi lần lượt."))
    why = _("Máy chủ không hiểu yêu cầu này.")
    return trouble(request, 400, why, _("Mở lại từ địa chỉ mà quản trị đã cho; nếu vẫn vậy, báo quản trị."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    why = str(exception) or _("Bạn không được làm việc này.")
    return trouble(request, 403, why, _("Quay lại trang trước, hoặc đề nghị người có vai trò đó làm giúp."))


@login_not_required
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: the session ended, or the page stood open too long. What it said is not lost."""
    if comes_from_here(request) and keep_sent(request):
        return led_on(request, reverse("resume")) if request.user.is_authenticated else to_the_door(request)
    why = _("Phiên làm việc đã thay đổi từ khi mở trang này, nên chưa ghi gì.")
    return trouble(request, 403, why, _("Quay lại, tải lại trang rồi gửi lại."))


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    told = str(exception.args[0]) if exception and exception.args and isinstance(exception.args[0], str) else ""
    # Django's own sentences are English and name models; only ours are for officers.
    why = told if told and not told.startswith(("No ", "{")) else _("Không có trang hoặc dòng nào ở địa chỉ này.")
    return trouble(request, 404, why, _("Kiểm tra lại địa chỉ, hoặc mở lại từ trang đầu."))


def broken(request: HttpRequest) -> HttpResponse:
    """Nothing may fail here: no menu, no database."""
    told: dict[str, Any] = {
        "what": _("Hệ thống gặp lỗi khi mở trang này; những gì đã lưu trước đó vẫn còn."),
        "advice": _("Thử lại sau ít phút. Nếu vẫn vậy, báo quản trị hệ thống giờ xảy ra và địa chỉ trang."),
        "status": 500,
        "place": request.path,
        "theme": theme_of(request),
        "bare": True,
    }
    return HttpResponse(render_to_string("web/trouble.html", told), status=500)
