"""The figures that a wording names, whether it prints their value, lists their entries or only asks for them."""

from collections.abc import Collection, Iterator

from jinja2 import TemplateSyntaxError, nodes

from sokhcn.compiler.sandbox import parsed


def figures_named(source: str, known: Collection[str]) -> tuple[str, ...]:
    """Those of the keys ``known`` that ``source`` names, each once, in the order of the text."""
    try:
        tree = parsed(source)
    except (TemplateSyntaxError, ValueError, RecursionError):  # what cannot be said names nothing
        return ()
    return tuple(dict.fromkeys(key for key in _paths(tree) if key in known))


def _paths(tree: nodes.Template) -> Iterator[str]:
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name):
            yield f"{node.node.name}.{node.attr}"
