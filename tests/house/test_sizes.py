"""Files and functions stay short enough to be read at once."""

import ast
from collections.abc import Callable
from statistics import median

from tests.house.source import Module, modules, ninetieth, sample

FILE_STOP, FILE_P90 = 400, 250
FUNCTION_STOP, FUNCTION_P90 = 50, 25
LINE = "x = 1\n"


def functions(module: Module) -> dict[str, int]:
    """The lines of each function, from its ``def`` to its end."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        f"{module.at(node)} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for kind in kinds
        for node in module.nodes(kind)
    }


def too_long(lengths: dict[str, int], stop: int) -> list[str]:
    return [f"{name}: {length} lines, stop {stop}" for name, length in lengths.items() if length > stop]


def test_files_are_short(record_property: Callable[[str, object], None]) -> None:
    lengths = {str(module.path): module.lines for module in modules()}
    record_property("median_lines_of_a_file", median(lengths.values()))  # aim 80; told, not enforced
    assert not too_long(lengths, FILE_STOP)
    assert ninetieth(list(lengths.values())) <= FILE_P90


def test_functions_are_short() -> None:
    lengths = {name: length for module in modules() for name, length in functions(module).items()}
    assert not too_long(lengths, FUNCTION_STOP)
    assert ninetieth(list(lengths.values())) <= FUNCTION_P90


def test_the_measures_can_fail() -> None:
    assert too_long({"long.py": sample("long.py", LINE * 401).lines}, FILE_STOP) == ["long.py: 401 lines, stop 400"]
    body = "".join("    " + LINE for _ in range(50))
    assert too_long(functions(sample("a.py", f"def long():\n{body}")), FUNCTION_STOP)
    assert not too_long(functions(sample("a.py", f"def long():\n{body[:-10]}")), FUNCTION_STOP)
    assert ninetieth([1] * 8 + [9, 9]) == 9
