"""Findings on a page: their sentences, and beside which field of a form each belongs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from django.utils.translation import get_language, gettext

from sokhcn.interfaces.web.spoken import CHOICE, COLUMN, HOME, spoken_advice, spoken_words
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.finding import Finding
from sokhcn.records.registering import Register

# Values that are words of registers and programs, and of which kind they are; all others are what somebody wrote.
OURS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("heading", "headings", "fields"), COLUMN),
        **dict.fromkeys(("before", "after", "onward", "state", "expected", "kind", "kinds", "result", "rule"), CHOICE),
        **dict.fromkeys(
            (
                "label",
                "step",
                "book",
                "register",
                "registers",
                "roles",
                "what",
                "how",
                "openers",
                "others",
                "results",
                "done",
            ),
            "",
        ),
    }
)


def sentence(finding: Finding) -> str:
    """What is wrong and what to do, in the language of the screen; the place stands elsewhere."""
    advice = _by_the_screen(finding).filled(spoken_advice(finding.suggestion))
    return on_a_page(f"{plain_sentence(finding)} {advice}".strip())


def plain_sentence(finding: Finding) -> str:
    """What is wrong without the advice, where that is for the command line; pages have a control for it."""
    return gettext(finding.template).format_map(dict(_by_the_screen(finding).values))


def why_not(trouble: Exception) -> str:
    """Why something was not done: the sentences of its findings, where it has them, else its own."""
    findings = getattr(trouble, "findings", ())
    return " ".join(map(sentence, findings)) if findings else on_a_page(str(trouble))


def _by_the_screen(finding: Finding) -> Finding:
    """``finding`` with our words among its values in the language of the screen; what people wrote stays."""
    if get_language() == HOME:
        return finding
    ours = {name: spoken_words(finding.values[name], kind) for name, kind in OURS.items() if name in finding.values}
    return replace(finding, values={**finding.values, **ours})


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
    if spoken_of := next((column for column in register.columns if column.name == finding.about), None):
        return spoken_of
    heading, text = finding.values.get("heading"), finding.values.get("text")
    for column in register.columns:
        if heading is not None and column.heading == heading:
            return column
        refers = column.cell in (Cell.REFERENCE, Cell.REFERENCES)
        if heading is None and refers and text and str(text) in texts.get(column.name, ""):
            return column
    if finding.id != "register.step":
        return None
    return next((column for column in register.columns if column.name == register.state), None)
