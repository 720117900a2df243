"""The year of a day, as a constraint may use it: series of numbers start again each year."""

from typing import Any

from django.db import models


class YearOf(models.Func):
    """The year of a date, in an index: as SQLite knows it without Django, and as PostgreSQL takes it for immutable."""

    function = "EXTRACT"
    template = "EXTRACT(YEAR FROM %(expressions)s)"
    output_field = models.IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="SUBSTR(%(expressions)s, 1, 4)", **more)
