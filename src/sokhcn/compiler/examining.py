"""What is wrong with a wording before it is saved or rendered: its size, its grammar, what it may not say or name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from sokhcn.compiler.naming import misnamed
from sokhcn.compiler.sandbox import REMEMBERED, parsed
from sokhcn.compiler.shapes import ANYTHING, of_value
from sokhcn.compiler.spoken import complaint, part
from sokhcn.compiler.words import FILTERS
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.meant import meant_or

LONGEST_SOURCE = 20_000
DEEPEST_LOOP = 5
# Output, ``if``, ``for``, comparisons and filters on names: no call, no assignment, no arithmetic.
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
    nodes.List,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: a file or a chapter, and the number of its first line there."""

    name: str
    first_line: int = 1

    def line(self, number: int | None) -> str:
        return f"{self.name}, dòng {(number or 1) + self.first_line - 1}"


def examine(source: str, where: str | Place, words: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What is wrong with ``source`` before it is ever rendered: its size, its grammar, names that do not exist.

    ``words`` are values, or the shapes of values where there are none yet.
    """
    place = where if isinstance(where, Place) else Place(where)
    if len(source) > LONGEST_SOURCE:
        return (must("wording.size", "Mẫu câu dài quá {most} chữ.", where=place.name, most=LONGEST_SOURCE),)
    try:
        return (*_unsayable(source, place), *_unknown(parsed(source), place, words))
    except TemplateSyntaxError as error:
        at = place.line(error.lineno)
        return (must("wording.grammar", "Sai cú pháp: {why}.", where=at, why=complaint(error.message)),)
    except ValueError:  # a number of thousands of digits
        return (must("wording.number", "Có số quá dài.", where=place.name),)
    except RecursionError:
        return (must("wording.deep", "Mẫu câu lồng nhau quá sâu.", where=place.name),)


@lru_cache(REMEMBERED)
def _unsayable(source: str, place: Place) -> tuple[Finding, ...]:
    """What is wrong with ``source`` whatever the words are."""
    tree = parsed(source)
    return (*_foreign(tree, place), *_loops(tree, place, frozenset(), 0))


def _foreign(tree: nodes.Template, place: Place) -> list[Finding]:
    found = [node for node in tree.find_all(nodes.Node) if not isinstance(node, ALLOWED)]
    template = "Mẫu câu không dùng được {what}."
    findings = [
        must("wording.foreign", template, where=place.line(n.lineno), what=part(type(n).__name__)) for n in found
    ]
    private = [node for node in tree.find_all((nodes.Getattr, nodes.Getitem)) if _is_private(node)]
    findings += [must("wording.foreign", "Không được dùng tên riêng.", where=place.line(n.lineno)) for n in private]
    filters = [node for node in tree.find_all(nodes.Filter) if node.name not in FILTERS]
    return findings + [
        must(
            "wording.filter",
            "Không có bộ lọc “{name}”.",
            where=place.line(n.lineno),
            suggestion=meant_or(n.name, FILTERS, "Các bộ lọc"),
            name=n.name,
        )
        for n in filters
    ]


def _is_private(node: nodes.Node) -> bool:
    name = node.attr if isinstance(node, nodes.Getattr) else getattr(getattr(node, "arg", None), "value", "")
    return str(name).startswith("_")


def _loops(node: nodes.Node, place: Place, targets: frozenset[str], depth: int) -> list[Finding]:
    """An inner loop goes over something of the loop around it, so that a text costs no more than its entries."""
    findings = []
    if isinstance(node, nodes.For):
        if (depth and _root(node.iter) not in targets) or depth >= DEEPEST_LOOP:
            template = "Vòng lặp trong phải đi theo phần tử của vòng ngoài."
            findings.append(must("wording.loop", template, where=place.line(node.lineno)))
        targets, depth = frozenset(name.name for name in _names(node.target)), depth + 1
    for child in node.iter_child_nodes():
        findings += _loops(child, place, targets, depth)
    return findings


def _root(node: nodes.Node) -> str:
    """The name that a path or a chain of filters begins with."""
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Filter) and node.node is not None:
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def _names(node: nodes.Node) -> list[nodes.Name]:
    return [*([node] if isinstance(node, nodes.Name) else []), *node.find_all(nodes.Name)]


def _unknown(tree: nodes.Template, place: Place, words: Mapping[str, Any]) -> list[Finding]:
    used = {node.name for node in tree.find_all(nodes.Name)}
    shapes = {name: of_value(value) if name in used else ANYTHING for name, value in words.items()}
    return [
        must("wording.name", "Không có tên “{name}”.", where=place.line(line), suggestion=advice, name=name)
        for line, name, advice in misnamed(tree, shapes)
    ]
