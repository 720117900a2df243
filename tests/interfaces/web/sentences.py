"""The sentences that findings are made of, read from the programs: each is a template that a door can translate."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import sokhcn
from sokhcn.kernel.finding import NAMED

PACKAGE = Path(sokhcn.__file__).parent
# What makes a finding: the place of its template and of its advice among the arguments without names.
MAKERS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        **dict.fromkeys(("must", "fault", "_cannot", "_note", "_look"), (1, 9)),
        "Finding": (2, 5),
        "Elsewhere": (0, 1),  # what a Word file that came back cannot change, and where that is changed
        **dict.fromkeys(
            ("Proposed", "_campaign"), (4, 9)
        ),  # what an old report proposes, and why that is taken for one
    }
)
WORDS = re.compile(r"[^\W\d_]")


@cache
def sentences() -> frozenset[str]:
    """Every template and every advice that is written out; those without a word of their own need no translation."""
    found = {text for program in PACKAGE.rglob("*.py") for text in _of(ast.parse(program.read_text("utf-8")))}
    return frozenset(text for text in found if WORDS.search(NAMED.sub("", text)))


@cache
def ready_made() -> frozenset[str]:
    """Where a template is put together before it is a template: nobody could translate it."""
    return frozenset(
        f"{program.relative_to(PACKAGE)}:{call.lineno}"
        for program in PACKAGE.rglob("*.py")
        for call in ast.walk(ast.parse(program.read_text("utf-8")))
        if isinstance(call, ast.Call) and _maker(call) and isinstance(_argument(call, 0), ast.JoinedStr)
    )


def _of(program: ast.Module) -> Iterator[str]:
    functions = [node for node in ast.walk(program) if isinstance(node, ast.FunctionDef)]
    outside = _named(program.body) | {f"{function.name}()": _returned(function) for function in functions}
    for call in (node for node in ast.walk(program) if isinstance(node, ast.Call) and _maker(node)):
        yield from (text for place in (0, 1) for text in _told(_argument(call, place), outside))
    for function in functions:
        inside = _named(ast.walk(function))
        for call in (n for n in ast.walk(function) if isinstance(n, ast.Call) and _maker(n)):
            for place in (0, 1):
                yield from _told(_argument(call, place), outside | inside)


def _maker(call: ast.Call) -> str:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return name if name in MAKERS else ""


def _argument(call: ast.Call, place: int) -> ast.expr | None:
    """The template of a call, or its advice."""
    at = MAKERS[_maker(call)][place]
    named = (word.value for word in call.keywords if place and word.arg == "suggestion")
    return call.args[at] if len(call.args) > at else next(named, None)


def _returned(function: ast.FunctionDef) -> list[ast.expr]:
    return [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]


def _named(nodes: Iterable[ast.AST]) -> dict[str, list[ast.expr]]:
    """What each name is set to."""
    found: dict[str, list[ast.expr]] = defaultdict(list)
    for node in nodes:
        if isinstance(node, ast.Assign | ast.AugAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            for name, value in _pairs(target, node.value):
                found[name].append(value)
    return dict(found)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=True):
            yield from _pairs(one, its)


def _told(node: ast.expr | None, known: Mapping[str, list[ast.expr]]) -> Iterator[str]:
    """The texts that an expression may be, as far as they are written out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    name = _name(node)
    rest = {key: value for key, value in known.items() if key != name}
    for part in (*_parts(node), *known.get(name, ())):
        yield from _told(part, rest)


def _name(node: ast.expr | None) -> str:
    """What stands for texts: the name of a value, or of a function with its brackets."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return f"{node.func.id}()"
    return node.id if isinstance(node, ast.Name) else ""


def _parts(node: ast.expr | None) -> Iterable[ast.expr]:
    """The expressions one of which it is."""
    match node:
        case ast.IfExp(body=body, orelse=other):
            return (body, other)
        case ast.BoolOp(values=parts) | ast.List(elts=parts) | ast.Call(func=ast.Attribute(attr="join"), args=parts):
            return parts
        case ast.Call(func=ast.Name(id="_" | "gettext" | "gettext_noop"), args=[first, *_]):
            return (first,)
        case _:
            return ()
