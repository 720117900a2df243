"""A key to sign with: in a PKCS#12 file, or in a token that speaks PKCS#11."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pkcs11
from asn1crypto import x509
from pkcs11.exceptions import NoSuchToken, PinIncorrect, PKCS11Error
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer, SimpleSigner


class BadKey(Exception):
    """The key cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Token:
    """Where a token's key is: the maker's library, the token's label, that of the certificate and, if different, of
    the key."""

    library: Path
    label: str
    certificate: str
    key: str = ""


def key_in_file(data: bytes, password: str) -> Signer:
    """The key of a .p12 or .pfx file. Raises ``BadKey``."""
    try:
        signer = SimpleSigner.load_pkcs12_data(data, other_certs=(), passphrase=password.encode())
    except (ValueError, TypeError, KeyError) as error:
        raise BadKey("Không mở được tệp khóa: sai mật khẩu, hoặc không phải tệp .p12/.pfx.") from error
    if signer is None or signer.signing_cert is None:
        raise BadKey("Không mở được tệp khóa: sai mật khẩu, hoặc tệp không có cả khóa và chứng thư.")
    made: Signer = signer
    return made


@contextmanager
def key_in_token(token: Token, pin: str) -> Iterator[Signer]:
    """The key of a token, while it is open. Raises ``BadKey``."""
    if not token.library.is_file():
        raise BadKey(f"Không có thư viện PKCS#11 {token.library}.")
    try:
        session = open_pkcs11_session(str(token.library), token_criteria=TokenCriteria(label=token.label), user_pin=pin)
    except PinIncorrect as error:
        raise BadKey(f"Sai mã PIN của thiết bị “{token.label}”.") from error
    except (NoSuchToken, PKCS11Error, pkcs11.exceptions.MultipleTokensReturned) as error:
        raise BadKey(f"Không mở được thiết bị “{token.label}”: hãy cắm thiết bị, xem lại nhãn của nó.") from error
    try:
        signer = PKCS11Signer(session, cert_label=token.certificate, key_label=token.key or token.certificate)
        _tried(signer, token)
        yield signer
    finally:
        session.close()


def _tried(signer: PKCS11Signer, token: Token) -> None:
    try:
        there = signer.signing_cert is not None
    except PKCS11Error as error:
        raise BadKey(f"Thiết bị “{token.label}” không đọc được: {error or type(error).__name__}.") from error
    signer.use_raw_mechanism = there and signer.signing_cert.public_key.algorithm == "ec"  # few tokens hash for these
    if not there:
        raise BadKey(f"Thiết bị “{token.label}” không có chứng thư “{token.certificate}”.")


def holder(certificate: x509.Certificate) -> str:
    """Whom a certificate was given to: its common name, or all of its name."""
    return _common_name(certificate.subject)


def issuer(certificate: x509.Certificate) -> str:
    """Who gave it."""
    return _common_name(certificate.issuer)


def _common_name(name: x509.Name) -> str:
    told = name.native.get("common_name", "")
    return str(told[0] if isinstance(told, list) else told) or str(name.human_friendly)
