"""Addresses: the web pages at the root."""

from django.urls import include, path

from sokhcn.interfaces.web.errors import broken as handler500
from sokhcn.interfaces.web.errors import forbidden as handler403
from sokhcn.interfaces.web.errors import missing as handler404

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [path("", include("sokhcn.interfaces.web.urls"))]
