"""Files to a pack: the same files, the same bytes."""

from collections.abc import Mapping

from sokhcn.formats.pack.names import MANIFEST, manifest, zipped


def pack(files: Mapping[str, bytes]) -> bytes:
    """One ZIP of ``files`` by their names, with the manifest of their hashes."""
    if MANIFEST in files:
        raise ValueError(f"{MANIFEST} is written by the pack itself")
    return zipped({**files, MANIFEST: manifest(files)})
