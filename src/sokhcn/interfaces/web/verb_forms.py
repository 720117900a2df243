"""A small form for each verb of the area that leads on from where a row is; what was typed stays where it is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sokhcn.interfaces.web.fields import Field, fields_of
from sokhcn.interfaces.web.findings import by_field
from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.records.kept import Kept
from sokhcn.records.registering import Register
from sokhcn.records.verbs import Verb
from sokhcn.reports import doing


@dataclass(frozen=True, slots=True)
class Tried:
    """A verb that was not done: what was typed, with what reason, and what is wrong."""

    verb: Verb
    texts: Mapping[str, str]
    reason: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """The form of one verb: what it is called, the fields it takes; ``tried`` where it was sent and refused, for what
    stands ``above`` or at its fields."""

    label: str
    fields: tuple[Field, ...]
    above: tuple[str, ...] = ()
    tried: Tried | None = None


def verb_forms(register: Register, row: Kept, user: User, tried: Tried | None = None) -> Iterator[VerbForm]:
    """A form for each verb that ``user`` may do with ``row`` now."""
    for place, verb in enumerate(doing.possible(register, row, user), 1):
        asked = replace(register, columns=verb.asked(register))
        typed = tried if tried and tried.verb == verb else None
        texts = typed.texts if typed else {}
        wrong, above = by_field(asked, typed.findings if typed else (), texts)
        fields = fields_of(asked, None, texts, wrong, user)
        needed = (replace(field, required=field.name in verb.needs, form=f"v{place}") for field in fields)
        yield VerbForm(verb.label, tuple(needed), tuple(above), typed)
