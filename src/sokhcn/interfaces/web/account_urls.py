"""The addresses of signing in and of a person's own account; names with a prefix are those django-allauth asks for."""

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView, RemoveWebAuthnView
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from sokhcn.interfaces.web import account, entrance, resuming

urlpatterns = [
    path("dang-nhap/", entrance.Login.as_view(), name="account_login"),
    path("dang-nhap/", entrance.Login.as_view(), name="login"),
    path("dang-nhap/vai/", entrance.enter_as, name="enter-as"),
    path(
        "dang-nhap/buoc-hai/", AuthenticateView.as_view(template_name="web/second_step.html"), name="mfa_authenticate"
    ),
    path("dang-nhap/khoa/", login_not_required(LoginWebAuthnView.as_view()), name="mfa_login_webauthn"),
    path("dang-nhap/mat-khau/<uidb64>/<token>/", account.SetPassword.as_view(), name="password-set"),
    path("dang-xuat/", entrance.Logout.as_view(), name="account_logout"),
    path("dang-xuat/", entrance.Logout.as_view(), name="logout"),
    path("gui-lai/", resuming.resume, name="resume"),
    path("tai-khoan/", account.Account.as_view(), name="mfa_list_webauthn"),
    path("tai-khoan/", account.Account.as_view(), name="mfa_index"),
    path("tai-khoan/mat-khau/", account.ChangePassword.as_view(), name="password"),
    path("tai-khoan/phien/", account.end_others, name="sessions-end"),
    path(
        "tai-khoan/xac-nhan/",
        ReauthenticateView.as_view(template_name="web/confirm_password.html"),
        name="account_reauthenticate",
    ),
    path("tai-khoan/ung-dung/", ActivateTOTPView.as_view(template_name="web/totp.html"), name="mfa_activate_totp"),
    path(
        "tai-khoan/ung-dung/go/",
        DeactivateTOTPView.as_view(template_name="web/totp_off.html"),
        name="mfa_deactivate_totp",
    ),
    path(
        "tai-khoan/ma-du-phong/",
        ViewRecoveryCodesView.as_view(template_name="web/codes.html"),
        name="mfa_view_recovery_codes",
    ),
    path(
        "tai-khoan/ma-du-phong/tao/",
        GenerateRecoveryCodesView.as_view(template_name="web/codes_new.html"),
        name="mfa_generate_recovery_codes",
    ),
    path("tai-khoan/khoa/", AddWebAuthnView.as_view(template_name="web/passkey.html"), name="mfa_add_webauthn"),
    path(
        "tai-khoan/khoa/<int:pk>/go/",
        RemoveWebAuthnView.as_view(template_name="web/passkey_off.html"),
        name="mfa_remove_webauthn",
    ),
]
