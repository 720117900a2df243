"""What the library of second steps is told of this place: its words, and the address that somebody comes from."""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext, gettext_lazy

SAID: Mapping[str, Any] = {
    "mfa/messages/totp_activated.txt": gettext_lazy("Đã bật bước hai bằng ứng dụng trên điện thoại."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("Đã tắt bước hai bằng ứng dụng trên điện thoại."),
    "mfa/messages/webauthn_added.txt": gettext_lazy("Đã thêm khóa đăng nhập."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("Đã gỡ khóa đăng nhập."),
    "mfa/messages/recovery_codes_generated.txt": gettext_lazy("Đã tạo mã dự phòng mới; mã cũ, nếu có, hết dùng."),
}


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves; what the library says of its own accord is said in our words or not at all."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return request.META.get("REMOTE_ADDR") or "127.0.0.1"

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *_: Any, **more: Any
    ) -> None:
        if said := more.get("message") or SAID.get(message_template or ""):
            messages.add_message(request, level, said)


class SecondSteps(DefaultMFAAdapter):  # type: ignore[misc]
    """The words of the second step."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("Mã không đúng hoặc đã hết hạn. Xem lại giờ của điện thoại rồi nhập mã mới."),
        "rate_limited": gettext_lazy("Nhập sai nhiều lần. Chờ ít phút rồi thử lại."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return gettext("Khóa đăng nhập")
