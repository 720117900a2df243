"""What is wrong with a wording before it is saved or rendered: its size, its grammar, what it may not say or name."""

from collections.abc import Mapping
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from sokhcn.compiler.sandbox import sandbox
from sokhcn.compiler.words import FILTERS, Area, field_names
from sokhcn.kernel.finding import Finding, must

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
)


def examine(source: str, where: str, words: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What is wrong with ``source`` before it is ever rendered: its size, its grammar, names that do not exist."""
    if len(source) > LONGEST_SOURCE:
        return (must("wording.size", "Mẫu câu dài quá {most} chữ.", where=where, most=LONGEST_SOURCE),)
    try:
        tree = sandbox().parse(source)
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
