"""Every sentence of the pages has an English translation, and no translation stands idle."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

import sokhcn
from sokhcn.people.models import Reach, Role
from sokhcn.records.due import DueDate, deadlines
from sokhcn.reports import catalogue
from sokhcn.reports.closing.completeness import WITHOUT_UNIT
from sokhcn.reports.models import Act, Stage

BECAUSE = DueDate().because
PACKAGE = Path(sokhcn.__file__).parent
WEB = PACKAGE / "interfaces" / "web"
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
    words = {str(area.verbose_name) for area in catalogue.areas()}
    words |= {word for register in registers for word in (register.title, register.short)}
    words |= {column.heading for column in columns}
    words |= {str(word) for column in columns for word in column.choices.values()}
    words |= {step.label for register in registers for step in register.steps}
    words |= {verb.label for verb in catalogue.verbs()} | {deadline.label for deadline in deadlines()}
    return words | {str(label) for kind in (Stage, Act, Role, Reach) for label in kind.labels} | {BECAUSE, WITHOUT_UNIT}


def test_every_sentence_is_translated_once():
    with (PACKAGE / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
        translated = {str(message.id): str(message.string) for message in read_po(file) if message.id}
    every = said() | declared()
    assert every - set(translated) == set()
    assert set(translated) - every == set()
    assert all(translated.values())
    names = re.compile(r"%\(\w+\)s|\{\w+\}")
    assert [m for m, t in translated.items() if sorted(names.findall(m)) != sorted(names.findall(t))] == []
