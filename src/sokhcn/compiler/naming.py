"""Names in a wording that nothing has: each is followed from where it is bound to the field that is asked of it."""

from collections.abc import Mapping
from typing import NamedTuple

from jinja2 import nodes

from sokhcn.compiler.shapes import ANYTHING, PLAIN, Anything, Fields, Keyed, Many, Shape, grouped
from sokhcn.kernel.meant import meant_or

Names = Mapping[str, Shape]
TAKE_A_FIELD = ("each", "grouped")


class Misnamed(NamedTuple):
    """A name that is not there: its line, the name as written, and what may be meant."""

    line: int
    name: str
    advice: str


def misnamed(tree: nodes.Template, words: Names) -> list[Misnamed]:
    """Every name in ``tree`` that ``words`` do not have, in the order of the text."""
    reading = _Reading()
    reading.read(tree, words)
    return sorted(reading.found, key=lambda found: found.line)


class _Reading:
    """Goes through a template with the names that hold at each place."""

    def __init__(self) -> None:
        self.found: list[Misnamed] = []

    def read(self, node: nodes.Node, names: Names) -> Shape:
        """The shape of ``node``; what is misnamed in it is noted."""
        match node:
            case nodes.Name():
                return self._name(node, names)
            case nodes.Getattr():
                return self._field(node, self.read(node.node, names), node.attr)
            case nodes.Getitem():
                return self._keyed(node, self.read(node.node, names), names)
            case nodes.Filter():
                return self._filtered(node, names)
            case nodes.For():
                return self._loop(node, names)
            case _:
                for child in node.iter_child_nodes():
                    self.read(child, names)
        return PLAIN if isinstance(node, nodes.Const) else ANYTHING

    def _name(self, node: nodes.Name, names: Names) -> Shape:
        if node.name not in names and node.ctx == "load":  # what sets a name is refused anyway
            self._note(node, node.name, names)
        return names.get(node.name, ANYTHING)

    def _field(self, node: nodes.Node, of: Shape, name: str) -> Shape:
        if isinstance(of, Anything) or name.startswith("_"):  # what begins so is refused anyway
            return ANYTHING
        shapes: Names = of.shapes if isinstance(of, Fields) else {}
        if name not in shapes:
            self._note(node, f"{_path(node)}", shapes, name)
        return shapes.get(name, ANYTHING)

    def _keyed(self, node: nodes.Getitem, of: Shape, names: Names) -> Shape:
        self.read(node.arg, names)
        key = str(node.arg.value) if isinstance(node.arg, nodes.Const) else None
        if isinstance(of, Anything) or key is None or key.startswith("_"):
            return ANYTHING
        shapes: Names = of.shapes if isinstance(of, Keyed) else {}
        if key not in shapes:
            self._note(node, key, shapes)
        return shapes.get(key, ANYTHING)

    def _filtered(self, node: nodes.Filter, names: Names) -> Shape:
        of = self.read(node.node, names) if node.node is not None else ANYTHING
        for argument in (*node.args, *node.kwargs):
            self.read(argument, names)
        if node.name not in TAKE_A_FIELD or not isinstance(of, Many):
            return ANYTHING
        asked = node.args[0].value if node.args and isinstance(node.args[0], nodes.Const) else None
        field = self._field(node, of.item, asked) if isinstance(asked, str) else ANYTHING
        return Many(field) if node.name == "each" else grouped(of.item, field)

    def _loop(self, node: nodes.For, names: Names) -> Shape:
        of = self.read(node.iter, names)
        item = of.item if isinstance(of, Many) else ANYTHING
        alone = isinstance(node.target, nodes.Name)
        bound = {name.name: item if alone else ANYTHING for name in _targets(node.target)}
        for inside in (*node.body, *([node.test] if node.test else [])):
            self.read(inside, {**names, **bound})
        for other in node.else_:
            self.read(other, names)
        return ANYTHING

    def _note(self, node: nodes.Node, name: str, known: Names, last: str = "") -> None:
        self.found.append(Misnamed(node.lineno, name, meant_or(last or name, known)))


def _targets(node: nodes.Node) -> list[nodes.Name]:
    return [node] if isinstance(node, nodes.Name) else list(node.find_all(nodes.Name))


def _path(node: nodes.Node) -> str:
    """A chain of names as it is written: ``advice.issued``; of what is no chain, its last name."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            before = _path(node.node)
            return f"{before}.{node.attr}" if before else node.attr
        case nodes.Filter():
            asked = node.args[0] if node.args else None
            return str(asked.value) if isinstance(asked, nodes.Const) else ""
        case _:
            return ""
