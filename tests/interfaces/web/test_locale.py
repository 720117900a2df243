"""Every sentence of the pages has an English translation, and no translation stands idle."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

import sokhcn

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


def test_every_sentence_is_translated_once():
    with (PACKAGE / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
        translated = {str(message.id): str(message.string) for message in read_po(file) if message.id}
    assert said() - set(translated) == set()
    assert set(translated) - said() == set()
    assert all(translated.values())
    names = re.compile(r"%\(\w+\)s|\{\w+\}")
    assert [m for m, t in translated.items() if sorted(names.findall(m)) != sorted(names.findall(t))] == []
