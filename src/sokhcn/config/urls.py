"""Addresses: the web pages at the root."""

from django.urls import include, path

from sokhcn.interfaces.web.errors import broken as handler500
from sokhcn.interfaces.web.errors import forbidden as handler403
from sokhcn.interfaces.web.errors import missing as handler404
from sokhcn.interfaces.web.errors import not_taken as handler400

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [path("", include("sokhcn.interfaces.web.urls"))]
