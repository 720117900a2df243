"""The door: logging in, by password or in a demonstration by role; logging out."""

from datetime import timedelta
from typing import Any

from allauth.account.utils import perform_login
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from sokhcn.interfaces.web.coming_back import is_ours
from sokhcn.interfaces.web.errors import trouble
from sokhcn.interfaces.web.frame import THEMES
from sokhcn.people.demo import offered
from sokhcn.people.models import User

BACKEND = "sokhcn.people.backends.Passwords"
YEAR = 31_536_000


@method_decorator(login_not_required, name="dispatch")
class Login(LoginView):
    """The log-in page; a demonstration also offers its people by role."""

    template_name = "web/login.html"
    redirect_authenticated_user = True

    @property
    def extra_context(self) -> dict[str, object]:  # type: ignore[override]
        return {"roles": offered() if settings.DEMO else (), "today": timezone.localdate()}

    def form_valid(self, form: Any) -> HttpResponse:
        """The password was right; whoever has a second step goes on to it."""
        answer: HttpResponse = perform_login(self.request, form.get_user(), redirect_url=self.get_success_url())
        return answer


class Logout(LogoutView):
    """Logging out. What the browser kept of our pages goes too: whoever sits down next and goes back sees nothing."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer: HttpResponse = super().post(request, *args, **kwargs)
        answer.headers["Clear-Site-Data"] = '"cache"'
        return answer


def locked_out(request: HttpRequest, _answer: HttpResponse | None, _credentials: dict[str, Any] | None) -> HttpResponse:
    """The page for somebody who gave a wrong password too often."""
    wait: timedelta = settings.AXES_COOLOFF_TIME
    minutes = int(wait.total_seconds() // 60)
    what = _("Nhập sai mật khẩu %(times)s lần liền, nên tạm khóa đăng nhập.") % {"times": settings.AXES_FAILURE_LIMIT}
    advice = _("Chờ %(minutes)s phút rồi thử lại, hoặc đề nghị quản trị mở khóa và đưa đường dẫn đặt lại mật khẩu.")
    return trouble(request, 429, what, advice % {"minutes": minutes})


@login_not_required
@never_cache
@csrf_protect
def enter_as(request: HttpRequest) -> HttpResponse:
    """Let somebody in as one of the demonstration's people. In production there is no such address."""
    if not settings.DEMO or request.method != "POST" or request.POST.get("login") not in dict(offered()):
        raise Http404("Chỉ có trong bản trình diễn.")
    user = get_object_or_404(User, username=request.POST["login"], is_active=True)
    login(request, user, backend=BACKEND)
    UserSession.objects.create_from_request(request)
    return redirect(back_to(request))


@login_not_required
@require_POST
def switch_theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie and go back."""
    response = redirect(back_to(request))
    if request.POST.get("theme") in THEMES:
        about: dict[str, Any] = {"max_age": YEAR, "httponly": True, "samesite": "Lax", "secure": not settings.DEMO}
        response.set_cookie("theme", request.POST["theme"], **about)
    return response


def back_to(request: HttpRequest) -> str:
    """The page that a form came from, if it is one of ours."""
    told = request.POST.get("next", "")
    return told if is_ours(request, told) else "/"
