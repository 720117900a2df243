"""The pages on which an administrator lets people in and says what each of them may do."""

from collections.abc import Sequence
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.refusing import agency_of, must_be_allowed
from sokhcn.interfaces.web.spoken import spoken
from sokhcn.kernel.finding import Finding
from sokhcn.people import passing
from sokhcn.people.appointing import appoint
from sokhcn.people.models import Delegation, Reach, Role, User
from sokhcn.people.permissions import MANAGE_PEOPLE
from sokhcn.records.models import Unit
from sokhcn.reports.staffing import unfit

FIELDS = {"people.login": "login", "people.name": "name", "people.unit": "unit", "people.last": "role"}


class PersonForm(forms.Form):
    """What an administrator says of a person."""

    login = forms.CharField(label=gettext_lazy("Tên đăng nhập"), max_length=150)
    name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=150)
    role = forms.ChoiceField(label=gettext_lazy("Vai trò"), choices=Role)
    reach = forms.ChoiceField(label=gettext_lazy("Phạm vi"), choices=Reach)
    unit = forms.ModelChoiceField(Unit.objects.none(), label=gettext_lazy("Đơn vị"), required=False, empty_label="")
    is_active = forms.BooleanField(label=gettext_lazy("Được đăng nhập"), required=False)
    reason = forms.CharField(label=gettext_lazy("Lý do"), max_length=250, required=False)

    def __init__(self, *args: Any, units: Any, fixed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "use_required_attribute": False})
        for name, kind in (("role", Role), ("reach", Reach)):
            self.fields[name].choices = [(value, spoken(label)) for value, label in kind.choices]  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["login"].disabled = fixed
        for name, field in self.fields.items():
            field.error_messages["required"] = _("Ghi ô này.")
            field.widget.attrs = {} if name == "is_active" else {"class": "input", "autocomplete": "off"}

    def written_to(self, user: User) -> User:
        """``user`` as the form says."""
        told = self.cleaned_data
        user.username, user.first_name = told["login"], told["name"].strip()
        user.role, user.reach, user.unit = told["role"], told["reach"], told["unit"]
        user.is_active = told["is_active"]
        return user

    def blame(self, findings: Sequence[Finding]) -> None:
        """Put what is wrong at its field."""
        for finding in findings:
            self.add_error(FIELDS.get(finding.id), sentence(finding))


@require_safe
def people_page(request: HttpRequest) -> HttpResponse:
    """Everybody of the agency, with what they may do."""
    must_be_allowed(request, MANAGE_PEOPLE)
    second = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    people = User.objects.filter(agency=agency_of(request)).select_related("unit").annotate(second=Exists(second))
    acting = (
        Delegation.on(timezone.localdate()).filter(giver__agency=agency_of(request)).select_related("giver", "taker")
    )
    context = {"people": people.order_by("-is_active", "username"), "acting": acting, "tab": "people"}
    return render(request, "web/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def person_page(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """The form of one person, or of a new one; whoever is new gets a link to set a password."""
    manager = must_be_allowed(request, MANAGE_PEOPLE)
    agency = agency_of(request)
    user = the_user(request, pk) if pk else User(agency=agency)
    said: dict[str, Any] = {"login": user.username, "name": user.first_name, "role": user.role, "reach": user.reach}
    said |= {"unit": user.unit_id, "is_active": user.is_active}
    units = Unit.objects.filter(agency=agency).order_by("name")
    form = PersonForm(request.POST or None, initial=said, units=units, fixed=pk is not None)
    if form.is_valid():
        form.written_to(user)
        form.blame(findings := unfit(user, manager))
        if not findings:
            return _written(request, user, manager, form.cleaned_data["reason"])
    context = {"form": form, "person": user, "tab": "people", **(_standing(user) if pk else {})}
    return render(request, "web/person.html", context, status=422 if form.errors else 200)


def _standing(user: User) -> dict[str, Any]:
    """What an administrator may help with: whether a second step is on, whether wrong passwords were counted."""
    wrong = passing.wrong_passwords(user)
    return {"has_second": is_mfa_enabled(user), "wrong": wrong, "locked": wrong >= settings.AXES_FAILURE_LIMIT}


def _written(request: HttpRequest, user: User, manager: User, reason: str) -> HttpResponse:
    fresh = user.pk is None
    if fresh:
        user.set_unusable_password()
    appoint([user], by=manager, reason=reason.strip() or f"Giao quyền cho {user.username}")
    if fresh:
        return _link_page(request, user, manager)
    messages.success(request, _("Đã ghi %(name)s.") % {"name": user})
    return redirect("people")


@never_cache
@require_POST
def password_link(request: HttpRequest, pk: int) -> HttpResponse:
    """A link by which somebody sets a new password, shown this once."""
    return _link_page(request, the_user(request, pk), must_be_allowed(request, MANAGE_PEOPLE))


def _link_page(request: HttpRequest, user: User, manager: User) -> HttpResponse:
    link = reverse("password-set", args=passing.link_for(user, by=manager))
    context = {"person": user, "link": request.build_absolute_uri(link), "tab": "people"}
    return render(request, "web/person_link.html", context)


@require_POST
def help_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the second step off, or open the door that wrong passwords locked."""
    manager, user = must_be_allowed(request, MANAGE_PEOPLE), the_user(request, pk)
    if request.POST.get("lam") == "buoc-hai":
        done = passing.take_off_second_step(user, by=manager)
        said = _("Đã gỡ bước hai của %(name)s: nhắc họ bật lại.") if done else _("%(name)s chưa bật bước hai.")
    else:
        done = passing.unlock(user, by=manager)
        said = _("Đã mở khóa đăng nhập cho %(name)s.") if done else _("%(name)s không bị khóa.")
    (messages.success if done else messages.info)(request, said % {"name": user})
    return redirect("person", pk)


def the_user(request: HttpRequest, pk: int) -> User:
    """Somebody of the agency that the administrator works for."""
    return get_object_or_404(User, pk=pk, agency=agency_of(request))
