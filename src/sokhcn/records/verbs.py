"""Verbs that do more with a row than bring it to its next state: what an area declares of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sokhcn.kernel.columns import Column
from sokhcn.records.kept import Kept
from sokhcn.records.refused import broken_by
from sokhcn.records.registering import Register
from sokhcn.records.stepping import NotPossible, lacking


@dataclass(frozen=True, slots=True)
class Verb:
    """Something done with a row of ``model`` in one passage of the gate: ``run(pen, row, by=…, **told)``.

    ``run`` returns the row that came of it, or None where that is the row itself, and raises ``NotPossible``. ``told``
    names the columns of the register that it takes, ``needs`` those that it must have; references are not among them.
    ``sources`` are the states from which it leads on, ``targets`` those to which it brings the row: no step is offered
    beside it that leads there too. ``columns`` describe what it takes that the register has no column for, such as the
    day of a decision that becomes a row of another register. Rows without a state have no ``sources``: ``open`` says
    of one whether it waits for the verb.
    """

    label: str
    model: type[Kept]
    run: Callable[..., Any]
    sources: tuple[str, ...]
    needs: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    who: str = "registers.keep"
    targets: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    open: Callable[[Any], bool] | None = None

    def leads_on(self, register: Register, row: Kept) -> bool:
        """Whether ``row`` is where it leads on from."""
        if self.open is not None:
            return self.open(row)
        return bool(register.state) and getattr(row, register.state) in self.sources

    def column(self, register: Register, name: str) -> Column:
        """The column ``name`` of the verb's own, or else of ``register``."""
        own = next((column for column in self.columns if column.name == name), None)
        return own or register.column(name)

    def asked(self, register: Register) -> tuple[Column, ...]:
        """What it takes, in order: first what it must have."""
        return tuple(self.column(register, name) for name in (*self.needs, *self.told))


def must_be_sound(row: Kept) -> None:
    """Raise ``NotPossible`` where ``row``, about to be written, lacks something or breaks a rule of its register."""
    if findings := lacking(row) or list(broken_by(row)):
        raise NotPossible(*findings)
