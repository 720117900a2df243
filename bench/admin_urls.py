"""The pages of the application, and the list of metrology jobs in Django's admin, as well as it can be tuned."""

from typing import Any, ClassVar

from django.contrib import admin
from django.urls import include, path

from sokhcn.areas.metrology.models import Job

LISTED = ("certificate_number", "establishment", "kind", "serial", "service", "performed_on", "result", "state")


class JobAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The columns and filters of our list; nothing counted that the page does not need, references fetched along."""

    list_display = LISTED
    list_filter = ("service", "verification_kind", "result", "state", ("unit", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("establishment", "instrument")
    list_per_page = 50
    show_full_result_count = False
    ordering = ("-performed_on", "-pk")
    search_fields: ClassVar[tuple[str, ...]] = ("folded",)

    def kind(self, row: Any) -> str:
        return str(row.instrument.get_kind_display()) if row.instrument else ""

    def serial(self, row: Any) -> str:
        return str(row.instrument.serial_number) if row.instrument else ""


site = admin.AdminSite()
site.register(Job, JobAdmin)
urlpatterns = [path("quan-tri-django/", site.urls), path("", include("sokhcn.interfaces.web.urls"))]
