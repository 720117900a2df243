"""Verbs that do more with a row than bring it to its next state: what an area declares of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sokhcn.records.kept import Kept
from sokhcn.records.refused import broken_by
from sokhcn.records.stepping import NotPossible, lacking


@dataclass(frozen=True, slots=True)
class Verb:
    """Something done with a row of ``model`` in one passage of the gate: ``run(pen, row, by=…, **told)``.

    ``run`` returns the row that came of it, or None where that is the row itself, and raises ``NotPossible``. ``told``
    names the columns of the register that it takes, ``needs`` those that it must have; references are not among them.
    ``sources`` are the states from which it leads on, ``targets`` those to which it brings the row: no step is offered
    beside it that leads there too.
    """

    label: str
    model: type[Kept]
    run: Callable[..., Any]
    sources: tuple[str, ...]
    needs: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    who: str = "registers.keep"
    targets: tuple[str, ...] = ()


def must_be_sound(row: Kept) -> None:
    """Raise ``NotPossible`` where ``row``, about to be written, lacks something or breaks a rule of its register."""
    if findings := lacking(row) or list(broken_by(row)):
        raise NotPossible(*findings)
