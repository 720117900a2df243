"""The room in which wording is rendered: Jinja2's sandbox, cut down to our filters and the fields of our values."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sokhcn.compiler.words import FILTERS, Area, field_names
from sokhcn.kernel.periods import Period


class Sandbox(ImmutableSandboxedEnvironment):
    """Attributes are the declared fields of the values that wording may use, and nothing else."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Area) and attribute in obj.figures:
            return obj.figures[attribute]
        if attribute in field_names(obj):
            value = getattr(obj, attribute)
            return str(value) if isinstance(obj, Period) and isinstance(value, int) else value  # a year is no count
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping) and argument in obj:
            return obj[argument]
        return self.undefined(obj=obj, name=argument)


class _Missing(StrictUndefined):
    """A name that is not there; said in Vietnamese, for officers write wordings."""

    @property
    def _undefined_message(self) -> str:
        return f"không có tên “{self._undefined_name}”"


def sandbox(finalize: Callable[[Any], str] | None = None) -> Sandbox:
    """An empty room with our filters; ``finalize`` turns each value that is put out into text."""
    settings: dict[str, Any] = {"undefined": _Missing, "trim_blocks": True, "lstrip_blocks": True}
    room = Sandbox(finalize=finalize, autoescape=False, **settings)
    room.globals.clear()
    room.filters.clear()
    room.filters.update(FILTERS)
    room.tests.clear()
    return room
