"""Which database the settings name: PostgreSQL or SQLite by DATABASE_URL, or a SQLite file by SOKHCN_DATABASE."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

POSTGRESQL, SQLITE = "django.db.backends.postgresql", "django.db.backends.sqlite3"
FORMS = "postgresql://người_dùng:mật_khẩu@máy:5432/tên_cơ_sở_dữ_liệu hoặc sqlite:////đường/dẫn/tệp.sqlite3"
# Pages that are held, in KB: with SQLite's own 2 MB those of a long import are written out and read again and again.
CACHE = "PRAGMA cache_size=-16000;"
WAIT = 20  # seconds that a write waits for another one


def database(environment: Mapping[str, str], default: Path) -> dict[str, Any]:
    """The entry of ``DATABASES``; ``default`` is the SQLite file where the environment names none."""
    url, file = environment.get("DATABASE_URL", ""), environment.get("SOKHCN_DATABASE", "")
    if url and file:
        raise ImproperlyConfigured("DATABASE_URL và SOKHCN_DATABASE cùng có; bỏ một trong hai.")
    told = _read(url) if url else {"ENGINE": SQLITE, "NAME": file or default}
    return _postgresql(told) if told["ENGINE"] == POSTGRESQL else _sqlite(told)


def _read(url: str) -> dict[str, Any]:
    try:
        told: dict[str, Any] = {**dj_database_url.parse(url)}
    except ValueError:
        told = {}
    if told.get("ENGINE") not in (POSTGRESQL, SQLITE) or not told.get("NAME"):
        scheme = url.partition(":")[0]  # and no more of it: a password stands in the rest
        raise ImproperlyConfigured(f"Không dùng được DATABASE_URL “{scheme}:…”. Viết theo dạng {FORMS}.")
    return told


def _postgresql(told: dict[str, Any]) -> dict[str, Any]:
    # Compiling queries to machine code costs more than the questions of a report take.
    options = {"options": f"-c lock_timeout={WAIT}s -c jit=off", **told.get("OPTIONS", {})}
    return {**told, "OPTIONS": options, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def _sqlite(told: dict[str, Any]) -> dict[str, Any]:
    # As measured: immediate transactions and a write-ahead log let concurrent writers wait instead of failing.
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": WAIT,
        "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; {CACHE}",
    }
    return {"ENGINE": SQLITE, "NAME": told["NAME"], "OPTIONS": options}
