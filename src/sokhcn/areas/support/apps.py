"""The area of support for enterprises, organisations and people."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "sokhcn.areas.support"
    label = "support"
    verbose_name = "Hỗ trợ doanh nghiệp, tổ chức, cá nhân"
    chapter = 5
    in_menu = "Doanh nghiệp, SHTT"
