"""What the settings promise that no page shows."""

from typing import Any

from django.contrib.auth.hashers import make_password

from sokhcn.config.settings import PASSWORD_HASHERS


def test_passwords_are_kept_by_argon2(settings: Any) -> None:
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS  # the tests' own are quick
    assert make_password("một câu dài hơn mười chữ").startswith("argon2$argon2id$")
