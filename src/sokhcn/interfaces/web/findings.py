"""Findings on a page: their sentences, and beside which field of a form each belongs."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext

from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.finding import Finding
from sokhcn.records.registering import Register


def sentence(finding: Finding) -> str:
    """What is wrong and what to do, in the language of the screen; the place stands elsewhere."""
    text = gettext(finding.template).format_map(dict(finding.values))
    return on_a_page(f"{text} {finding.suggestion}".strip())


def plain_sentence(finding: Finding) -> str:
    """What is wrong without the advice, where that is for the command line; pages have a control for it."""
    return gettext(finding.template).format_map(dict(finding.values))


def by_field(
    register: Register, findings: Iterable[Finding], texts: Mapping[str, str]
) -> tuple[dict[str, list[str]], list[str]]:
    """Sentences by column name, and those that belong to no single field."""
    beside: dict[str, list[str]] = {}
    above: list[str] = []
    for finding in findings:
        column = _column_of(register, finding, texts)
        (beside.setdefault(column.name, []) if column else above).append(sentence(finding))
    return beside, above


def _column_of(register: Register, finding: Finding, texts: Mapping[str, str]) -> Column | None:
    heading, text = finding.values.get("heading"), finding.values.get("text")
    for column in register.columns:
        if heading is not None and column.heading == heading:
            return column
        refers = column.cell in (Cell.REFERENCE, Cell.REFERENCES)
        if heading is None and refers and text and str(text) in texts.get(column.name, ""):
            return column
    return register.column(register.state) if finding.id == "register.step" else None
