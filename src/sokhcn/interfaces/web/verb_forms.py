"""A small form for each verb of the area that leads on from where a row is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sokhcn.interfaces.web.fields import Field, fields_of
from sokhcn.people.models import User
from sokhcn.records.kept import Kept
from sokhcn.records.registering import Register
from sokhcn.reports import doing


@dataclass(frozen=True, slots=True)
class VerbForm:
    """The form of one verb: what it is called, and the fields it takes."""

    label: str
    fields: tuple[Field, ...]


def verb_forms(register: Register, row: Kept, user: User) -> Iterator[VerbForm]:
    """A form for each verb that ``user`` may do with ``row`` now."""
    for place, verb in enumerate(doing.possible(register, row, user), 1):
        asked = replace(register, columns=verb.asked(register))
        fields = fields_of(asked, None, {}, {}, user)
        needed = (replace(field, required=field.name in verb.needs, form=f"v{place}") for field in fields)
        yield VerbForm(verb.label, tuple(needed))
