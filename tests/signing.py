"""Certificates of the tests' own making: an authority, keys that it gave, and pictures of a signature and a seal."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from asn1crypto import x509 as read_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from PIL import Image, ImageDraw

SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
PASSWORD = "mật khẩu thử"


@dataclass(frozen=True)
class Authority:
    """Gives certificates: real ones of a made-up issuer."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def anchor(self) -> read_x509.Certificate:
        return read_x509.Certificate.load(self.der)


def authority(name: str = "Nơi cấp của phép thử") -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    made = _certificate(name, name, key, key, is_authority=True)
    return Authority(key, made)


def key_file(giver: Authority, name: str, until: datetime = UNTIL) -> bytes:
    """A .p12 file of somebody's key, opened with ``PASSWORD``."""
    key = ec.generate_private_key(ec.SECP256R1())
    given = _certificate(name, _name(giver), key, giver.key, is_authority=False, until=until)
    lock = BestAvailableEncryption(PASSWORD.encode())
    return pkcs12.serialize_key_and_certificates(name.encode(), key, given, [giver.certificate], lock)


def loose(p12: bytes) -> tuple[bytes, bytes]:
    """Key (PKCS#8) and certificate of such a file, to put into a token."""
    key, certificate, _ = pkcs12.load_key_and_certificates(p12, PASSWORD.encode())
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    assert certificate is not None
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), certificate.public_bytes(Encoding.DER)


def picture(colour: str, shape: str = "line", size: tuple[int, int] = (400, 160)) -> bytes:
    """A transparent PNG: a line as somebody signs, or a ring like a seal."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    if shape == "line":
        width, height = size
        pen.line([(10, height - 30), (90, 20), (130, height - 20), (210, 40), (250, 110), (width - 10, 60)], colour, 7)
    else:
        pen.ellipse([8, 8, size[0] - 8, size[1] - 8], outline=colour, width=10)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _name(giver: Authority) -> str:
    return str(giver.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


def _certificate(
    name: str,
    by: str,
    key: ec.EllipticCurvePrivateKey,
    signed_with: ec.EllipticCurvePrivateKey,
    *,
    is_authority: bool,
    until: datetime = UNTIL,
) -> x509.Certificate:
    called = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, by)]
    uses = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    )
    usage = x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        **uses,
    )
    making = x509.CertificateBuilder().subject_name(called[0]).issuer_name(called[1]).public_key(key.public_key())
    making = making.serial_number(x509.random_serial_number()).not_valid_before(SINCE).not_valid_after(until)
    making = making.add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    return making.add_extension(usage, critical=True).sign(signed_with, hashes.SHA256())


def trusting(*given: Authority) -> Callable[[date], tuple[read_x509.Certificate, ...]]:
    """Trust in these authorities, on every day."""
    return lambda day: tuple(one.anchor for one in given)
