"""Rules of terms that nothing would go by, or that are unlike the one before: a slip of a letter or of a digit."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType, ModuleType
from typing import Any

from django.apps import apps

from sokhcn.kernel.finding import Finding, Severity, must
from sokhcn.kernel.meant import meant, meant_or
from sokhcn.kernel.terms import Span
from sokhcn.records.kept import LATEST_FIRST, Kept
from sokhcn.records.offered import submodule
from sokhcn.records.terms import Term

STRANGE = "Quy tắc “{rule}” không có đối tượng “{subject}”."
WHOLE = "Quy tắc “{rule}” dùng cho mọi đối tượng: để trống cột Đối tượng."
UNKNOWN = "Không sổ nào tính hạn theo quy tắc {rule}."
LEAP = "Thời hạn {length}, dòng trước “{other}” là {before}."
LOOK_AGAIN = "Xem lại số và cột “Tính theo”; đúng thì giữ nguyên."
OTHERS = "Loại khác"
LEAPS = 3  # times as long as the one before, or as short
LASTS: Mapping[str, float] = MappingProxyType({Span.DAYS: 1, Span.WORKDAYS: 1.4, Span.MONTHS: 30.4, Span.YEARS: 365})


@cache
def subjects() -> Mapping[str, Mapping[str, str]]:
    """By rule that an area asks for: its subjects with their words. Rules that are for everything have none."""
    told = chain.from_iterable(getattr(module, "SUBJECTS", ()) for module in _modules())
    parted = {rule: {str(v): str(w) for v, w in model._meta.get_field(name).flatchoices} for rule, model, name in told}
    return {**{rule: {} for rule in rules()}, **parted}


@cache
def rules() -> Mapping[str, str]:
    """What every rule that an area asks for is called, in the order of the report."""
    return {rule: word for module in _modules() for rule, word in getattr(module, "RULES", {}).items()}


@cache
def subject_words() -> Mapping[str, str]:
    """The words of the subjects of all rules; what several rules know by other words is the rest of each."""
    told: dict[str, set[str]] = {}
    for value, word in chain.from_iterable(known.items() for known in subjects().values()):
        told.setdefault(value, set()).add(word)
    return {value: OTHERS if len(several) > 1 else next(iter(several)) for value, several in told.items()}


def _modules() -> list[ModuleType | None]:
    return [submodule(app, "deadlines") for app in apps.get_app_configs()]


def examine_term(row: Kept, lists: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """What is odd about a rule before it is saved."""
    assert isinstance(row, Term)
    found = _strange(row, where)
    yield from (found,) if found else _leaps(row, where)


def _strange(row: Term, where: str) -> Finding | None:
    """A finding where no row goes by the rule, or none is of its subject."""
    if row.rule not in subjects():
        advice = meant_or(row.rule, subjects(), "Các quy tắc")
        return must("term.rule", UNKNOWN, where=where, suggestion=advice, about="rule", rule=row.rule)
    known = subjects()[row.rule]
    if not row.subject or row.subject in known:
        return None
    by_word = next((value for value, word in known.items() if word.lower() == row.subject.lower()), "")
    advice = f"Có phải “{known[by_word]}”?" if by_word else meant(row.subject, known.values())
    told = {"rule": rules()[row.rule], "subject": subject_words().get(row.subject, row.subject)}
    template = STRANGE if known else WHOLE
    return must("term.subject", template, where=where, suggestion=advice, about="subject", **told)


def _leaps(row: Term, where: str) -> Iterator[Finding]:
    """A remark where a term is several times as long, or as short, as the one before it."""
    others = Term.objects.filter(rule=row.rule, subject=row.subject).exclude(pk=row.pk)
    before = others.filter(valid_from__lt=row.valid_from) if row.valid_from else others.none()
    before |= others.filter(valid_from=None) if row.valid_from else others.none()
    other = before.order_by(LATEST_FIRST, "-pk").first()
    if other is None:
        return
    now, then = (one.amount * LASTS[one.span] for one in (row, other))
    if max(now, then) >= LEAPS * min(now, then):
        told = {"length": row.length, "other": other.name, "before": other.length}
        yield Finding("term.leap", Severity.LOOK, LEAP, told, where, LOOK_AGAIN, about="amount")
