"""The habits of the house that a linter does not know."""

import ast
from collections.abc import Callable, Iterator

import pytest

from tests.house.source import Module, modules, sample

DRAWERS = {"core", "common", "utils", "helpers", "services", "managers"}
DRAWERS |= {name.removesuffix("s") for name in DRAWERS}
SIGNALS = {"receiver", "Signal", "signals"}


def without_docstring(module: Module) -> Iterator[str]:
    """The first sentence of a module says what it is for; an empty ``__init__.py`` has nothing to say."""
    said = ast.get_docstring(module.tree) or ""
    if module.text.strip() and not said.split("\n\n")[0].rstrip().endswith((".", ":", "!", "?")):
        yield f"{module.path}: no docstring that begins with a sentence"


def many_bases(module: Module) -> Iterator[str]:
    for node in module.nodes(ast.ClassDef):
        if len(node.bases) > 2:
            yield f"{module.at(node)}: {node.name} has {len(node.bases)} bases"


def own_save(module: Module) -> Iterator[str]:
    """Nothing happens in ``save()``: what a write means is said by a verb, and the gate writes."""
    for cls in module.nodes(ast.ClassDef):
        for node in cls.body:
            method = node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else ""
            if method in ("save", "asave") and cls.name != "Pen":  # the pen is the gate itself
                yield f"{module.at(node)}: {cls.name}.{method}"


def signal_receivers(module: Module) -> Iterator[str]:
    """A receiver needs an import from ``django.dispatch`` or from a module of signals."""
    for node in module.nodes(ast.ImportFrom):
        source = node.module or ""
        if source.split(".")[-1] in ("signals", "dispatch") or SIGNALS & {alias.name for alias in node.names}:
            yield f"{module.at(node)}: signals from {source}"
    for call, name, receiver in module.calls():
        if name == "receiver" or (name == "connect" and receiver and "signals." in ast.unparse(receiver)):
            yield f"{module.at(call)}: {ast.unparse(call.func)}"


def star_imports(module: Module) -> Iterator[str]:
    for node in module.nodes(ast.ImportFrom):
        if any(alias.name == "*" for alias in node.names):
            yield f"{module.at(node)}: everything from {node.module}"


def drawers(module: Module) -> Iterator[str]:
    """A room named after nothing collects everything."""
    names = {*module.path.parent.parts, module.path.stem}
    if named := DRAWERS & names:
        yield f"{module.path}: a drawer named {', '.join(sorted(named))}"


RULES = [without_docstring, many_bases, own_save, signal_receivers, star_imports, drawers]
BAD = [
    (without_docstring, "a.py", "import os"),
    (without_docstring, "a.py", '"""Words about nothing"""'),
    (many_bases, "a.py", "class A(B, C, D): ..."),
    (own_save, "a.py", "class Row(Model):\n    def save(self, **kwargs): ..."),
    (signal_receivers, "a.py", "from django.dispatch import receiver"),
    (signal_receivers, "a.py", "from django.db.models.signals import post_save"),
    (signal_receivers, "a.py", "from django.db.models import signals"),
    (signal_receivers, "a.py", "import django.db.models\ndjango.db.models.signals.post_save.connect(seen)"),
    (signal_receivers, "a.py", "import django.dispatch\n@django.dispatch.receiver(saved)\ndef seen(): ..."),
    (star_imports, "a.py", "from sokhcn.records.models import *"),
    (drawers, "records/utils.py", ""),
    (drawers, "services/mail.py", ""),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps(rule: Callable[[Module], Iterator[str]]) -> None:
    assert not [fault for module in modules() for fault in rule(module)]


@pytest.mark.parametrize(("rule", "path", "text"), BAD)
def test_the_rule_objects_to(rule: Callable[[Module], Iterator[str]], path: str, text: str) -> None:
    assert list(rule(sample(path, text)))


def test_every_rule_is_proven() -> None:
    assert {rule for rule, _, _ in BAD} == set(RULES)
