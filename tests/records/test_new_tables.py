"""Tables made at once are those that Django makes one after another, in as many words."""

import pytest
from django.db import connection, models
from django.db.migrations import CreateModel, Migration, RunSQL
from django.db.migrations.state import ProjectState

from sokhcn.records.new_tables import NewTables

KEY = ("id", models.BigAutoField(primary_key=True))
NAMES = models.UniqueConstraint("owner", "name", name="one_name_each")


def owned_by(label: str) -> models.Field:
    return models.ForeignKey(label, on_delete=models.PROTECT, related_name="+", null=True)


TABLES = (
    CreateModel("Farm", [KEY, ("name", models.TextField(db_index=True)), ("beside", owned_by("sample.farm"))]),
    CreateModel(
        "Field",
        [KEY, ("name", models.CharField(max_length=9)), ("owner", owned_by("sample.farm"))],
        {"constraints": [NAMES], "indexes": [models.Index(fields=["name"], name="field_names")]},
    ),
    CreateModel("Crop", [KEY, ("fields", models.ManyToManyField("sample.field"))]),
)


def made(kind: type[Migration], *operations: object) -> tuple[list[str], ProjectState]:
    """The statements, and what is known afterwards."""
    migration = kind("0001_initial", "sample")
    migration.operations = list(operations)
    state = ProjectState()
    assert state.apps  # as when others went before
    with connection.schema_editor(collect_sql=True) as editor:
        state = migration.apply(state, editor)
    return editor.collected_sql, state


@pytest.mark.django_db(transaction=True)
def test_the_same_statements_and_the_same_state() -> None:
    statements, state = made(NewTables, *TABLES)
    assert len(statements) > len(TABLES)
    assert (statements, state) == made(Migration, *TABLES)
    assert {model._meta.model_name for model in state.apps.get_models()} == {"farm", "field", "crop"}


@pytest.mark.django_db(transaction=True)
def test_whatever_else_is_refused() -> None:
    with pytest.raises(TypeError, match="only tables"):
        made(NewTables, *TABLES, RunSQL("SELECT 1"))
