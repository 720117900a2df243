"""Every sentence of the pages has an English translation, and no translation stands idle."""

import re
from datetime import date
from pathlib import Path

from babel.messages.pofile import read_po

import sokhcn
from sokhcn.figures.indicator import Kind, Scope
from sokhcn.intake.cells import read_cell
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.periods import Regime, read_period
from sokhcn.people.models import Reach, Role
from sokhcn.records.due import DueDate, deadlines
from sokhcn.records.errands import TROUBLE, Errand
from sokhcn.reports import catalogue
from sokhcn.reports.closing.completeness import WITHOUT_UNIT
from sokhcn.reports.models import Act, Answer, Drift, NumberBook, Stage, Verdict
from sokhcn.reports.yearly import chapters_in_menu
from tests.interfaces.web.sentences import ready_made, sentences

BECAUSE = DueDate().because
PACKAGE = Path(sokhcn.__file__).parent
WEB = PACKAGE / "interfaces" / "web"
PARTED = ("sau kỳ: ", "trước kỳ: ", "lĩnh vực: ", "nội dung hỗ trợ: ")  # conditions whose parts have their own words
IN_TEMPLATES = (r"""\{% translate "([^"]+)\"""", r"""\{% translate '([^']+)'""", r"""_\("([^"]+)"\)""")
IN_PROGRAMS = r"""(?<![a-z_])(?:_|gettext|gettext_lazy|gettext_noop)\(\s*"([^"]+)\""""
BLOCKS = re.compile(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)


def said() -> set[str]:
    """Every sentence that pages and reports offer for translation."""
    found: set[str] = set()
    for template in WEB.rglob("*.html"):
        text = template.read_text("utf-8")
        found |= {sentence for pattern in IN_TEMPLATES for sentence in re.findall(pattern, text)}
        found |= {re.sub(r"{{ (\w+) }}", r"%(\1)s", block) for block in BLOCKS.findall(text)}
    for program in (*WEB.rglob("*.py"), *(PACKAGE / "reports").rglob("*.py")):
        found |= set(re.findall(IN_PROGRAMS, program.read_text("utf-8")))
    return found


def declared() -> set[str]:
    """The words with which registers, roles, stages and deadlines are declared: screens say them in their language."""
    registers = catalogue.registers()
    columns = [column for register in registers for column in register.columns]
    words = {*(str(area.verbose_name) for area in catalogue.areas()), *chapters_in_menu().values()}
    words |= {word for register in registers for word in (register.title, register.short)}
    words |= {column.heading for column in columns}
    words |= {str(word) for column in columns for word in column.choices.values()}
    words |= {step.label for register in registers for step in register.steps}
    words |= {verb.label for verb in catalogue.verbs()} | {deadline.label for deadline in deadlines()}
    words |= {column.help for column in columns} | {prospect.label for prospect in catalogue.prospects()}
    answers = (Drift.State, Drift.Aspect, Errand.State, Answer.Result, Verdict.Word, NumberBook.Kind)
    kinds = (Stage, Act, Role, Reach, *answers)
    words |= {str(label) for kind in kinds for label in kind.labels} | {BECAUSE, WITHOUT_UNIT, TROUBLE}
    return {word for word in words | counted() if re.search(r"[^\W\d_]", word)}


def counted() -> set[str]:
    """What indicators are called, count and ask for, and why rows nearly count; parted as pages part them."""
    figures = (*catalogue.indicators(), *catalogue.derived())
    scope = Scope(1, read_period("2022-01", Regime("any", "any", 15, "any", date(2000, 1, 1))))
    conditions = [one for indicator in catalogue.indicators() for one in indicator.ask(scope).conditions]
    named = {one.label for one in conditions} | {near.because for one in conditions for near in one.near}
    return {figure.label for figure in figures} | {figure.unit for figure in figures} | set(Kind) | parted(named)


def parted(texts: set[str]) -> set[str]:
    """Of texts whose parts are translated the parts, else the texts."""
    return {part for text in texts for part in (text.split(": ") if text.startswith(PARTED) else [text])}


def expected() -> set[str]:
    """What a cell should have held."""
    odd = (read_cell(Column("odd", "odd", cell), "?!", "")[1] for cell in Cell)
    return {str(finding.values["expected"]).removesuffix(": ") for finding in odd if finding}


def test_every_sentence_is_translated_once():
    with (PACKAGE / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
        translated = {str(message.id): str(message.string) for message in read_po(file) if message.id}
    every = said() | declared() | sentences() | expected()
    assert every - set(translated) == set()
    assert set(translated) - every == set()
    assert all(translated.values())
    names = re.compile(r"%\(\w+\)s|\{\w+\}")
    assert [m for m, t in translated.items() if sorted(names.findall(m)) != sorted(names.findall(t))] == []


def test_the_sentence_of_a_finding_is_filled_in_only_when_it_is_shown():
    assert ready_made() == frozenset()
