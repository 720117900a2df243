"""Nothing typed is lost when a session ends: what a form sent comes back to the same person after login."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sokhcn.interfaces.web.leading import led_on
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.reports import catalogue

KEPT, WHO, SALT = "cho-gui-lai", "nguoi", "sokhcn.who"
MONTH = 2_592_000
MOST = 300_000  # characters; a larger form, such as a pasted book, is not kept
UNSAID = ("csrfmiddlewaretoken", "version")
SECRET = ("/dang-nhap/", "/tai-khoan/")  # pages whose forms hold passwords and codes


class SignInFirst(LoginRequiredMiddleware):
    """Sends strangers to the door, with what they were about to send in safe keeping."""

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> Any:
        posted = request.method == "POST" and request.user.is_authenticated
        if posted and request.session.get(KEPT, {}).get("path") == request.get_full_path():
            del request.session[KEPT]
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        if not keep_sent(request) and not request.headers.get("HX-Request"):
            return super().handle_no_permission(request, view_func)
        return to_the_door(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Remember in the browser who works here, so that what one person sent never comes back to another."""
        session = getattr(request, "session", None)
        known = session is not None and session.accessed and request.user.is_authenticated
        if known and who(request) != str(request.user.pk):
            about = {"max_age": MONTH, "httponly": True, "samesite": "Lax", "secure": not settings.DEMO}
            response.set_signed_cookie(WHO, str(request.user.pk), SALT, **about)
        return response


def who(request: HttpRequest) -> str:
    """The key of the person who signed in last at this browser."""
    return str(request.get_signed_cookie(WHO, default="", salt=SALT) or "")


def keep_sent(request: HttpRequest) -> bool:
    """Put what a form sent aside, if it is one of a person who was signed in here; passwords and codes never are."""
    if request.method != "POST" or not who(request) or request.path.startswith(SECRET):
        return False
    sent = [(name, value) for name, values in request.POST.lists() for value in values if name not in UNSAID[:1]]
    if sum(len(value) for _name, value in sent) > MOST:
        return False
    request.session[KEPT] = {
        "path": request.get_full_path(),
        "sent": sent,
        "files": bool(request.FILES),
        "who": who(request),
    }
    return True


def to_the_door(request: HttpRequest) -> HttpResponse:
    """The log-in page, from which one comes back to what was sent, or to the page that htmx asked for a part of."""
    here = request.headers.get("HX-Current-URL", "").removeprefix(f"{request.scheme}://{request.get_host()}")
    back = reverse("resume") if KEPT in request.session else here or "/"
    return led_on(request, redirect_to_login(back, reverse("login")).url)


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the browser vouches that one of our own pages sent the form."""
    return request.headers.get("Sec-Fetch-Site") == "same-origin"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest) -> HttpResponse:
    """Shows what was about to be sent when the session ended: to be sent again, or dropped."""
    kept = request.session.get(KEPT)
    if not kept or kept["who"] != str(the_person(request).pk) or request.method == "POST":
        request.session.pop(KEPT, None)
        return redirect("home")
    shown = [(heading, value) for heading, value in _said(kept) if value.strip()]
    return render(request, "web/resume.html", {"kept": kept, "shown": shown})


def _said(kept: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What was typed, under the headings of the register that it was for."""
    try:
        slug = resolve(kept["path"].partition("?")[0]).kwargs.get("slug", "")
        headings = {column.name: column.heading for column in catalogue.register(slug).columns}
    except (Resolver404, catalogue.Unknown):
        headings = {}
    headings["ly-do"] = _("Lý do thay đổi")
    for name, value in kept["sent"]:
        if name not in UNSAID:
            yield headings.get(name, ""), value
