"""What installed apps offer by the name of a module: looked for, never registered."""

from importlib import import_module
from types import ModuleType

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule


def submodule(app: AppConfig, name: str) -> ModuleType | None:
    """The module ``name`` of ``app``, or None where it has none. An error inside the module is not hidden."""
    return import_module(f"{app.name}.{name}") if module_has_submodule(app.module, name) else None
