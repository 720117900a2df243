"""A scratch database stands beside the real one, which stays as it was whatever happens."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.utils import load_backend

from sokhcn.records.models import Agency, Batch
from sokhcn.records.trigrams import INDEX
from sokhcn.reports.measuring import figures_for
from sokhcn.reports.periods import the_period
from sokhcn.reports.scratch import scratch_database
from tests.rows import agency

pytestmark = pytest.mark.django_db


def test_it_has_every_table_and_no_row() -> None:
    agency("THAT")
    tables = _tables() - {"django_migrations"}
    with scratch_database():
        assert _tables() == tables
        assert (Agency.objects.count(), Batch.objects.count()) == (0, 0)


def _tables() -> set[str]:
    """All but those that SQLite's full-text index is made of."""
    return {name for name in connection.introspection.table_names() if not name.startswith(INDEX)}


def test_what_is_written_there_is_gone_and_the_real_one_is_as_before() -> None:
    agency("THAT")
    with scratch_database():
        agency("TAM")
        assert [row.code for row in Agency.objects.all()] == ["TAM"]
    assert [row.code for row in Agency.objects.all()] == ["THAT"]
    agency("SAU")
    assert Agency.objects.count() == 2


def test_a_failure_inside_brings_the_real_one_back() -> None:
    real = connections[DEFAULT_DB_ALIAS]
    with pytest.raises(RuntimeError), scratch_database():
        raise RuntimeError
    assert connections[DEFAULT_DB_ALIAS] is real


def test_it_holds_to_references() -> None:
    with scratch_database(), connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone() == (1,)


def test_what_was_asked_of_the_real_one_is_asked_in_words_of_its_own() -> None:
    ours, period = agency("THAT"), the_period("2022-01")
    asked = figures_for(period, ours).by_key
    with scratch_database():
        assert figures_for(period, ours).by_key == asked
    assert figures_for(period, ours).by_key == asked


def test_content_types_are_those_of_the_real_one_afterwards() -> None:
    before = ContentType.objects.get_for_model(Agency).pk
    ContentType.objects.clear_cache()
    with scratch_database():
        ContentType.objects.create(app_label="other", model="other")
        ContentType.objects.get_for_model(Agency)
    assert ContentType.objects.get_for_model(Agency).pk == before


def test_it_is_sqlite_whatever_the_real_one_is() -> None:
    """A connection that answers nothing at all stands for a server of another kind."""
    real = connections[DEFAULT_DB_ALIAS]
    settings = {**real.settings_dict, "ENGINE": "django.db.backends.dummy", "NAME": "sokhcn"}
    connections[DEFAULT_DB_ALIAS] = load_backend("django.db.backends.dummy").DatabaseWrapper(settings, DEFAULT_DB_ALIAS)
    try:
        with scratch_database():
            agency("TAM")
            assert (connection.vendor, Agency.objects.count()) == ("sqlite", 1)
    finally:
        connections[DEFAULT_DB_ALIAS] = real
