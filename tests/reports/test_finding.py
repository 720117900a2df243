"""What the box finds has a page to open."""

from django.apps import apps

from sokhcn.records.kept import Kept
from sokhcn.reports import catalogue


def test_rows_are_found_by_themselves_where_a_register_lists_them() -> None:
    listed = {register.model for register in catalogue.registers()}
    kept = [model for model in apps.get_models() if issubclass(model, Kept)]
    assert {model for model in kept if model.found_alone} == listed
