"""Wording: a chapter's text with figures, entries and papers in it, rendered in a sandbox and made into nodes.

The language is a small part of Jinja2: output, ``if``, ``for`` and a few filters. ``examine`` finds what may not be
there before a text is saved; ``Wording`` turns an examined text into blocks. Values become nodes through private marks
in the rendered text and are never read as markup, whatever letters a register's row contains.
"""

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, Undefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sokhcn.compiler.markup import OPEN, SHUT, blocks, one_line
from sokhcn.compiler.words import FILTERS, Area, FigureWord, Speaker, field_names
from sokhcn.document.nodes import Block, Inline
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.periods import Period

LONGEST_SOURCE = 20_000
LONGEST_RESULT = 500_000
DEEPEST_LOOP = 5
UNMARKED = dict.fromkeys(map(ord, (OPEN, SHUT)))  # a text cannot forge the marks of values
UNSAYABLE = (TemplateError, TypeError, ValueError, AttributeError, LookupError, RecursionError, SyntaxError)
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.If,
    nodes.For,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Const,
)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Attributes are the declared fields of the values that wording may use, and nothing else."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Area) and attribute in obj.figures:
            return obj.figures[attribute]
        if attribute in field_names(obj):
            value = getattr(obj, attribute)
            return str(value) if isinstance(obj, Period) and isinstance(value, int) else value  # a year is no count
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping) and argument in obj:
            return obj[argument]
        return self.undefined(obj=obj, name=argument)


class _Missing(StrictUndefined):
    """A name that is not there; said in Vietnamese, for officers write wordings."""

    @property
    def _undefined_message(self) -> str:
        return f"không có tên “{self._undefined_name}”"


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
        self._sandbox = _environment(self._mark)

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
        for finding in examine(source, where, words):
            raise BadWording(finding)
        try:
            return self._generated(source.translate(UNMARKED), where, words)
        except UNSAYABLE as error:
            raise BadWording(must("wording.unsaid", "Không viết được: {why}.", where=where, why=error)) from error

    def _generated(self, source: str, where: str, words: Mapping[str, Any]) -> str:
        text: list[str] = []
        length = 0
        for part in self._sandbox.from_string(source).generate(words):
            text.append(part)
            length += len(part)
            if length > LONGEST_RESULT:
                raise BadWording(must("wording.long", "Văn bản dài quá {most} chữ.", where=where, most=LONGEST_RESULT))
        return "".join(text)


def _environment(finalize: Any = None) -> _Sandbox:
    settings: dict[str, Any] = {"undefined": _Missing, "trim_blocks": True, "lstrip_blocks": True}
    sandbox = _Sandbox(finalize=finalize, autoescape=False, **settings)
    sandbox.globals.clear()
    sandbox.filters.clear()
    sandbox.filters.update(FILTERS)
    sandbox.tests.clear()
    return sandbox


# --- examining --------------------------------------------------------------------------------------------------


def examine(source: str, where: str, words: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What is wrong with ``source`` before it is ever rendered: its size, its grammar, names that do not exist."""
    if len(source) > LONGEST_SOURCE:
        return (must("wording.size", "Mẫu câu dài quá {most} chữ.", where=where, most=LONGEST_SOURCE),)
    try:
        tree = _environment().parse(source)
        return (*_foreign(tree, where), *_loops(tree, where, frozenset(), 0), *_unknown(tree, where, words))
    except TemplateSyntaxError as error:
        place = f"{where}, dòng {error.lineno}"
        return (must("wording.grammar", "Sai cú pháp: {why}.", where=place, why=error.message),)
    except ValueError:  # a number of thousands of digits
        return (must("wording.number", "Có số quá dài.", where=where),)
    except RecursionError:
        return (must("wording.deep", "Mẫu câu lồng nhau quá sâu.", where=where),)


def _place(where: str, node: nodes.Node) -> str:
    return f"{where}, dòng {node.lineno}"


def _foreign(tree: nodes.Template, where: str) -> list[Finding]:
    found = [node for node in tree.find_all(nodes.Node) if not isinstance(node, ALLOWED)]
    findings = [
        must("wording.foreign", "Không được dùng {what}.", where=_place(where, n), what=type(n).__name__) for n in found
    ]
    private = [node for node in tree.find_all((nodes.Getattr, nodes.Getitem)) if _is_private(node)]
    findings += [must("wording.foreign", "Không được dùng tên riêng.", where=_place(where, n)) for n in private]
    filters = [node for node in tree.find_all(nodes.Filter) if node.name not in FILTERS]
    known = f"Các bộ lọc: {', '.join(FILTERS)}."
    return findings + [
        must("wording.filter", "Không có bộ lọc “{name}”.", where=_place(where, n), suggestion=known, name=n.name)
        for n in filters
    ]


def _is_private(node: nodes.Node) -> bool:
    name = node.attr if isinstance(node, nodes.Getattr) else getattr(getattr(node, "arg", None), "value", "")
    return str(name).startswith("_")


def _loops(node: nodes.Node, where: str, targets: frozenset[str], depth: int) -> list[Finding]:
    """An inner loop goes over something of the loop around it, so that a text costs no more than its entries."""
    findings = []
    if isinstance(node, nodes.For):
        if (depth and _root(node.iter) not in targets) or depth >= DEEPEST_LOOP:
            template = "Vòng lặp trong phải đi theo phần tử của vòng ngoài."
            findings.append(must("wording.loop", template, where=_place(where, node)))
        targets, depth = frozenset(name.name for name in _names(node.target)), depth + 1
    for child in node.iter_child_nodes():
        findings += _loops(child, where, targets, depth)
    return findings


def _root(node: nodes.Node) -> str:
    """The name that a path or a chain of filters begins with."""
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Filter) and node.node is not None:
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def _names(node: nodes.Node) -> list[nodes.Name]:
    return [*([node] if isinstance(node, nodes.Name) else []), *node.find_all(nodes.Name)]


def _unknown(tree: nodes.Template, where: str, words: Mapping[str, Any]) -> list[Finding]:
    own = {name.name for loop in tree.find_all(nodes.For) for name in _names(loop.target)}
    findings = []
    for name in tree.find_all(nodes.Name):
        if name.name not in words and name.name not in own:
            advice = f"Có: {', '.join(words)}."
            findings.append(
                must(
                    "wording.name",
                    "Không có tên “{name}”.",
                    where=_place(where, name),
                    suggestion=advice,
                    name=name.name,
                )
            )
    for node in tree.find_all(nodes.Getattr):
        value = words.get(node.node.name) if isinstance(node.node, nodes.Name) and node.node.name not in own else None
        known = value.figures if isinstance(value, Area) else field_names(value) if value is not None else None
        if known is not None and node.attr not in known:
            said = f"{node.node.name}.{node.attr}"  # type: ignore[attr-defined]
            findings.append(must("wording.name", "Không có tên “{name}”.", where=_place(where, node), name=said))
    return findings


def vocabulary(figures: Mapping[str, FigureWord]) -> dict[str, Area]:
    """Figures by key as areas that wording can name: ``advice.issued``."""
    names = dict.fromkeys(key.split(".", 1)[0] for key in figures)
    return {
        name: Area({key.split(".", 1)[1]: word for key, word in figures.items() if key.startswith(f"{name}.")})
        for name in names
    }
