"""No key leads from one area into another, nor from the records to the people: what areas share is in the records."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.source import PACKAGE, Module, modules, sample

AREAS = {path.name for path in (PACKAGE / "areas").iterdir() if (path / "__init__.py").is_file()}
PEOPLE = re.compile(r"(people|auth)\.[A-Z]\w*|.*\b(AUTH_USER_MODEL|get_user_model)\b.*|User")


def named_models(module: Module) -> Iterator[tuple[ast.Call, str]]:
    """What each call is given that may name a model: a text such as ``area.Model``, a name, or a call."""
    for call, _, _ in module.calls():
        for value in (*call.args, *(keyword.value for keyword in call.keywords)):
            match value:
                case ast.Constant(value=str(text)):
                    yield call, text
                case ast.Name() | ast.Attribute() | ast.Call():
                    yield call, ast.unparse(value)


def stray_keys(module: Module, areas: set[str]) -> Iterator[str]:
    room, *rest = module.path.parts
    if module.path.name != "models.py" and "models" not in rest:
        return
    for call, name in named_models(module):
        label = name.split(".")[0]
        if room == "areas" and label in areas - {rest[0]} and re.fullmatch(r"\w+\.[A-Z]\w*", name):
            yield f"{module.at(call)}: {rest[0]} points into {name}"
        if room == "records" and PEOPLE.fullmatch(name):
            yield f"{module.at(call)}: records point to {name}"


def test_keys_stay_at_home() -> None:
    assert not [fault for module in modules() for fault in stray_keys(module, AREAS)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("areas/two/models.py", 'task = models.ForeignKey("one.Task", models.PROTECT)'),
        ("areas/two/models.py", 'task = models.OneToOneField(to="one.Task", on_delete=models.PROTECT)'),
        ("areas/two/models.py", 'tasks = models.ManyToManyField("records.Paper", through="one.Task")'),
        ("areas/two/models/task.py", 'task = Reference("one.Task")'),
        ("areas/two/models.py", "from sokhcn.areas import one\ntask = models.ForeignKey(one.Task, models.PROTECT)"),
        ("records/models.py", 'by = models.ForeignKey("people.User", models.PROTECT)'),
        ("records/models.py", "by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)"),
        ("records/models.py", "by = models.ForeignKey(get_user_model(), models.PROTECT)"),
    ],
)
def test_the_rule_objects_to(path: str, text: str) -> None:
    assert list(stray_keys(sample(path, text), {"one", "two"}))


def test_the_rule_lets_a_key_at_home_pass() -> None:
    text = 'a = models.ForeignKey("two.Task", models.PROTECT)\nb = models.ForeignKey("records.Paper", models.PROTECT)'
    assert not list(stray_keys(sample("areas/two/models.py", text), {"one", "two"}))
