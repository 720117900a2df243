"""What the writer of a pack and its verifier agree on: the manifest, and how each byte of the ZIP is told."""

import hashlib
import io
import zipfile
from collections.abc import Mapping

MANIFEST = "SHA256SUMS"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # a ZIP knows no earlier one; the clock must not change the bytes
MODE = 0o644 << 16


def manifest(files: Mapping[str, bytes]) -> bytes:
    """A line for each file, as the program ``sha256sum -c`` reads it."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The one ZIP of these files: sorted, stored as they are, without any date."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.external_attr, entry.create_system = MODE, 3  # of Unix, whatever wrote it
            archive.writestr(entry, data)
    return made.getvalue()
