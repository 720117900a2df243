"""What the house rules read: every module of the package, parsed once."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from textwrap import dedent
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "sokhcn"
N = TypeVar("N", bound=ast.AST)


@dataclass(frozen=True)
class Module:
    """A module by its place in the package: ``areas/advice/models.py``."""

    path: PurePosixPath
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    def at(self, node: ast.stmt | ast.expr) -> str:
        return f"{self.path}:{node.lineno}"

    def nodes(self, kind: type[N]) -> Iterator[N]:
        return (node for known, nodes in self._nodes.items() if issubclass(known, kind) for node in nodes)

    @cached_property
    def _nodes(self) -> dict[type[ast.AST], list[Any]]:
        """Every node by its kind: many rules ask, and one walk is enough."""
        found = defaultdict(list)
        for node in ast.walk(self.tree):
            found[type(node)].append(node)
        return found

    def calls(self) -> Iterator[tuple[ast.Call, str, ast.expr | None]]:
        """Each call with the last part of its name and what stands before the dot."""
        for call in self.nodes(ast.Call):
            match call.func:
                case ast.Attribute(value=receiver, attr=name):
                    yield call, name, receiver
                case ast.Name(id=name):
                    yield call, name, None


@cache
def modules() -> tuple[Module, ...]:
    """Every module but the migrations, which a tool writes."""
    found = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
    return tuple(Module(PurePosixPath(path.relative_to(PACKAGE)), path.read_text(encoding="utf-8")) for path in found)


def sample(path: str, text: str) -> Module:
    """A bad example: a rule that does not object to it is no rule."""
    return Module(PurePosixPath(path), dedent(text))


def ninetieth(lengths: list[int]) -> int:
    return sorted(lengths)[len(lengths) * 9 // 10]
