"""Addresses: the web pages at the root."""

from django.urls import include, path

urlpatterns = [path("", include("sokhcn.interfaces.web.urls"))]
