"""The door: logging in, by password or in a demonstration by role; logging out."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from sokhcn.interfaces.web.frame import THEMES
from sokhcn.people.demo import PEOPLE
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
        return {"roles": [(name, role.label) for name, _, role in PEOPLE] if settings.DEMO else ()}


@login_not_required
@never_cache
@csrf_protect
def enter_as(request: HttpRequest) -> HttpResponse:
    """Let somebody in as one of the demonstration's people. In production there is no such address."""
    logins = {name for name, _, _ in PEOPLE}
    if not settings.DEMO or request.method != "POST" or request.POST.get("login") not in logins:
        raise Http404("Chỉ có trong bản trình diễn.")
    user = get_object_or_404(User, username=request.POST["login"], is_active=True)
    login(request, user, backend=BACKEND)
    return redirect("home")


@login_not_required
@require_POST
def switch_theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie and go back."""
    response = redirect(back_to(request))
    if request.POST.get("theme") in THEMES:
        response.set_cookie("theme", request.POST["theme"], max_age=YEAR, samesite="Lax", secure=not settings.DEMO)
    return response


def back_to(request: HttpRequest) -> str:
    """The page that a form came from, if it is one of ours."""
    told = request.POST.get("next", "")
    return told if url_has_allowed_host_and_scheme(told, {request.get_host()}, request.is_secure()) else "/"
