"""Doing what an area declares as a verb, from the texts of a form: a licence extended, an instrument retired."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError

from sokhcn.intake.cells import read_cell
from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.records.kept import Kept
from sokhcn.records.locks import Locked
from sokhcn.records.refused import broken_by, refused
from sokhcn.records.registering import Register, Step
from sokhcn.records.stepping import NotPossible, onward
from sokhcn.records.verbs import Verb
from sokhcn.records.writing import StaleRow, writing
from sokhcn.reports import catalogue
from sokhcn.reports.acting import tell_acting
from sokhcn.reports.keeping import Outcome


def possible(register: Register, row: Kept, by: User) -> tuple[Verb, ...]:
    """The verbs that lead on from where ``row`` is and that ``by`` may do."""
    if row.trashed_at:
        return ()
    ours = (verb for verb in catalogue.verbs() if verb.model is register.model and verb.leads_on(register, row))
    return tuple(verb for verb in ours if by.has_perm(verb.who, row))


def steps_beside(register: Register, row: Kept, by: User) -> tuple[Step, ...]:
    """The steps that ``by`` may take and that no verb possible for them takes with all that belongs to it."""
    covered = {target for verb in possible(register, row, by) for target in verb.targets}
    return tuple(step for step in onward(register, row, by) if step.target not in covered)


def do(verb: Verb, row: Kept, texts: Mapping[str, str], *, by: User, reason: str = "") -> Outcome:
    """Do ``verb`` with ``row`` and what is told (texts by column name); nothing is written where something is wrong."""
    told, findings = _read(verb, catalogue.register_of(verb.model), texts)
    if findings:
        return Outcome(None, tuple(findings))
    try:
        with writing(by=by, reason=reason) as pen:
            tell_acting(pen, by, row, permission=verb.who)
            made = verb.run(pen, row, by=by, **told)
    except NotPossible as why:
        return Outcome(None, why.findings)
    except IntegrityError:
        return Outcome(None, tuple(broken_by(row)) or (refused(),))
    except Locked as locked:
        return Outcome(None, (locked.finding,))
    except StaleRow as stale:
        return Outcome(None, (must("register.stale", "{why}", why=stale),))
    return Outcome(made or row)


def _read(verb: Verb, register: Register, texts: Mapping[str, str]) -> tuple[dict[str, Any], list[Finding]]:
    told: dict[str, Any] = {}
    findings: list[Finding] = []
    for name in (*verb.needs, *verb.told):
        column = verb.column(register, name)
        value, finding = read_cell(column, texts.get(name, ""), "")
        findings += [finding] if finding else []
        if value not in (None, ""):
            told[name] = value
        elif name in verb.needs and not finding:
            template = "Để “{label}” phải ghi “{heading}”."
            findings.append(must("register.needs", template, label=verb.label, heading=column.heading))
    return told, findings + [_strange(verb, register, name) for name in texts if name not in (*verb.needs, *verb.told)]


def _strange(verb: Verb, register: Register, name: str) -> Finding:
    taken = ", ".join(column.heading for column in verb.asked(register)) or "không mục nào"
    template = "“{label}” không nhận “{heading}”."
    heading = verb.column(register, name).heading
    return must("register.told", template, suggestion="Nhận: {kinds}.", label=verb.label, heading=heading, kinds=taken)
