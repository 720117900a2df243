"""What the one box finds."""

from django.db import models


class Entry(models.Model):
    """A live row as the box finds it: its laid out text and whose it is. Made of the row, and made again from it.

    The key is made of the row's day, register and key, so that newer rows have greater ones: the full-text index of
    SQLite walks in that order and in no other. Without an agency or a unit it has 0 there. ``called`` is the beginning
    of its first text, ``shown`` the text of what no register lists. No keys lead from here into other tables: the gate
    writes thousands of entries at a time, and whoever reads them looks the rows up.
    """

    id = models.BigIntegerField(primary_key=True)
    register = models.CharField(max_length=80)
    row = models.BigIntegerField()
    agency = models.BigIntegerField(default=0)
    unit = models.BigIntegerField(default=0)
    called = models.CharField(max_length=80)
    text = models.TextField()
    shown = models.TextField(default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["register", "row"], name="entry_row")]
        indexes = [
            models.Index(fields=["register", "id"], name="entry_register"),
            models.Index(fields=["unit", "id"], name="entry_unit"),
            # By letters as they are, whatever the language of the database: beginnings are looked up here.
            models.Index(fields=["called", "id"], name="entry_called", opclasses=["varchar_pattern_ops", "int8_ops"]),
        ]

    def __str__(self) -> str:
        return f"{self.register} {self.row}"
