"""A migration that makes tables and nothing else, in a fraction of the time: a first start is waited for."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import CreateModel, Migration
from django.db.migrations.state import ProjectState


class NewTables(Migration):
    """What its tables refer to is worked out once for all of them. Django works out all that is connected for each."""

    def apply(
        self, project_state: ProjectState, schema_editor: BaseDatabaseSchemaEditor, collect_sql: bool = False
    ) -> ProjectState:
        if other := [one for one in self.operations if not isinstance(one, CreateModel)]:
            raise TypeError(f"{self}: {other[0].describe()}; only tables are made here")
        project_state.__dict__.pop("apps", None)  # worked out anew when the first table is made
        for operation in self.operations:
            operation.state_forwards(self.app_label, project_state)
        for operation in self.operations:
            operation.database_forwards(self.app_label, schema_editor, project_state, project_state)
        return project_state
