"""Every write passes the gate: areas, reports and doors write with a pen, never past it."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Module, modules, sample

GUARDED = ("areas", "reports", "interfaces")
WRITES = {"save", "delete", "create", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}
WRITES |= {f"a{name}" for name in WRITES}
ROWS = (".objects", ".filter(")


def past_the_gate(module: Module) -> Iterator[str]:
    if module.path.parts[0] not in GUARDED:
        return
    for call, name, receiver in module.calls():
        match receiver:
            case None | ast.Name(id="pen"):
                continue
        updates = name in ("update", "aupdate") and any(mark in ast.unparse(receiver) for mark in ROWS)
        if name in WRITES or updates:
            yield f"{module.at(call)}: {ast.unparse(call.func)}"


def test_no_write_slips_past_the_gate() -> None:
    assert not [fault for module in modules() for fault in past_the_gate(module)]


@pytest.mark.parametrize(
    "text",
    [
        "row.save()",
        "self.pen.save(row)",
        "Task.objects.create(name='x')",
        "Task.objects.bulk_create(rows)",
        "rows.delete()",
        "Task.objects.update(name='x')",
        "rows.filter(name='x').update(name='y')",
        "await row.asave()",
    ],
)
@pytest.mark.parametrize("room", GUARDED)
def test_the_rule_objects_to(room: str, text: str) -> None:
    assert list(past_the_gate(sample(f"{room}/x/actions.py", text)))


@pytest.mark.parametrize("text", ["pen.save(row)", "pen.save_many(rows)", "pen.trash(row)", "seen.update(other)"])
def test_the_rule_lets_pass(text: str) -> None:
    assert not list(past_the_gate(sample("areas/x/actions.py", text)))
