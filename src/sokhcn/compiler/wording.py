"""Wording: a chapter's text with figures, entries and papers in it, rendered in a sandbox and made into nodes.

The language is a small part of Jinja2: output, ``if``, ``for`` and a few filters; a text is examined before it is
rendered. Values become nodes through private marks in the rendered text and are never read as markup, whatever letters
a register's row contains.
"""

from collections.abc import Mapping
from typing import Any

from jinja2 import TemplateError, Undefined

from sokhcn.compiler.examining import examine
from sokhcn.compiler.markup import OPEN, SHUT, blocks, one_line
from sokhcn.compiler.sandbox import sandbox, template
from sokhcn.compiler.words import Area, FigureWord, Speaker
from sokhcn.document.nodes import Block, Inline
from sokhcn.kernel.finding import Finding, must

LONGEST_RESULT = 500_000
UNMARKED = dict.fromkeys(map(ord, (OPEN, SHUT)))  # a text cannot forge the marks of values
UNSAYABLE = (TemplateError, TypeError, ValueError, AttributeError, LookupError, RecursionError, SyntaxError)


class BadWording(Exception):
    """A text that cannot be said; ``finding`` says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class Wording:
    """Says texts of one document in reading order, with one memory of the papers mentioned."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        self._speaker = Speaker()
        self._said: list[tuple[Inline, ...]] = []
        self._sandbox = sandbox(self._mark)

    def chapter(self, source: str, where: str, **more: Any) -> tuple[Block, ...]:
        """The blocks that ``source`` says. Raises ``BadWording``."""
        return blocks(self._rendered(source, where, more), self._said)

    def line(self, source: str, where: str, **more: Any) -> tuple[Inline, ...]:
        """One run of inlines: a title, or one item. Raises ``BadWording``."""
        return one_line(self._rendered(source, where, more), self._said)

    def _mark(self, value: Any) -> str:
        if isinstance(value, Undefined):
            str(value)  # raises UndefinedError
        self._said.append(self._speaker.say(value))
        return f"{OPEN}{len(self._said) - 1}{SHUT}"

    def _rendered(self, source: str, where: str, more: Mapping[str, Any]) -> str:
        words = {**self._words, **more}
        if findings := examine(source, where, words):
            raise BadWording(findings[0])
        try:
            return self._generated(source.translate(UNMARKED), where, words)
        except UNSAYABLE as error:
            raise BadWording(must("wording.unsaid", "Không viết được: {why}.", where=where, why=error)) from error

    def _generated(self, source: str, where: str, words: Mapping[str, Any]) -> str:
        text: list[str] = []
        length = 0
        for part in template(self._sandbox, source).generate(words):
            text.append(part)
            length += len(part)
            if length > LONGEST_RESULT:
                raise BadWording(must("wording.long", "Văn bản dài quá {most} chữ.", where=where, most=LONGEST_RESULT))
        return "".join(text)


def vocabulary(figures: Mapping[str, FigureWord]) -> dict[str, Area]:
    """Figures by key as areas that wording can name: ``advice.issued``."""
    names = dict.fromkeys(key.split(".", 1)[0] for key in figures)
    return {
        name: Area({key.split(".", 1)[1]: word for key, word in figures.items() if key.startswith(f"{name}.")})
        for name in names
    }
