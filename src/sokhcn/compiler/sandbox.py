"""The room in which wording is rendered: Jinja2's sandbox, cut down to our filters and the fields of our values."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sokhcn.compiler.words import FILTERS, Area, field_names
from sokhcn.kernel.periods import Period

REMEMBERED = 1000  # texts; a department's outlines have some hundreds


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


def sandbox(said: Callable[[Any], str] | None = None) -> Sandbox:
    """An empty room with our filters; ``said`` turns each value that is put out into text."""
    settings: dict[str, Any] = {"undefined": _Missing, "trim_blocks": True, "lstrip_blocks": True}
    room = Sandbox(finalize=_late(said) if said else None, autoescape=False, **settings)
    room.globals.clear()
    room.filters.clear()
    room.filters.update(FILTERS)
    room.tests.clear()
    return room


def _late(said: Callable[[Any], str]) -> Callable[[Context, Any], str]:
    """``said``, asked when a text is said and never when it is compiled: so it is compiled once for all rooms."""
    return pass_context(lambda _, value: said(value))


@lru_cache(REMEMBERED)
def parsed(source: str) -> nodes.Template:
    """The tree of a text, to be read only. Raises Jinja2's ``TemplateSyntaxError``."""
    return sandbox().parse(source)


def template(room: Sandbox, source: str) -> Template:
    """A text to be said in ``room``, which has a way to say values. Raises Jinja2's ``TemplateSyntaxError``."""
    return Template.from_code(room, _compiled(source), room.globals)


@lru_cache(REMEMBERED)
def _compiled(source: str) -> CodeType:
    return sandbox(str).compile(source)
