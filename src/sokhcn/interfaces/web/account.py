"""A person's own account: password, second step of signing in, and where they are signed in."""

from ipaddress import ip_address
from typing import Any

from allauth.mfa.base.views import IndexView
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView, PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sokhcn.interfaces.web.refusing import the_person
from sokhcn.people.models import User


class Account(IndexView):  # type: ignore[misc]
    """One page for all that protects an account."""

    template_name = "web/account.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        user = the_person(self.request)
        held = context["authenticators"]
        codes = held.get("recovery_codes")
        return {
            **context,
            "totp": held.get("totp"),
            "keys": held.get("webauthn", ()),
            "codes": codes,
            "codes_left": len(codes.get_unused_codes()) if codes else 0,
            "sessions": sessions_of(user),
            "knows_keys": knows_keys(self.request),
            "has_password": user.has_usable_password(),
        }


def knows_keys(request: HttpRequest) -> bool:
    """Whether browsers give passkeys to pages of this address: one with a name, and nobody can listen on the way."""
    name = split_domain_port(request.get_host())[0]
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return request.is_secure() or name == "localhost"
    return False


def sessions_of(user: User) -> list[UserSession]:
    """Where ``user`` is signed in, this place first, then the latest."""
    found = UserSession.objects.purge_and_list(user)
    return sorted(found, key=lambda one: (not one.is_current(), -one.created_at.timestamp()))


class ChangePassword(PasswordChangeView):
    """A new password; whoever is signed in with the old one elsewhere has to sign in again."""

    template_name = "web/password.html"
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        UserSession.objects.create_from_request(self.request)
        messages.success(self.request, _("Đã đổi mật khẩu. Các thiết bị khác phải đăng nhập lại."))
        return answer


class SetPassword(PasswordResetConfirmView):
    """A password by the link that an administrator gave; the door then knows whose it is."""

    template_name = "web/password_set.html"
    success_url = reverse_lazy("login")
    reset_url_token = "dat"  # noqa: S105

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        told = _("Đã đặt mật khẩu. Đăng nhập bằng tên %(login)s và mật khẩu ấy.") % {"login": form.user.username}
        messages.success(self.request, told)
        return answer


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign this person out everywhere else."""
    end_other_sessions(request, the_person(request))
    messages.success(request, _("Đã đăng xuất khỏi các thiết bị khác."))
    return redirect("mfa_index")
