"""The full keys of tags and bookmarks that were cut, wherever a file still tells them."""

from sokhcn.formats.docx.elements import W
from sokhcn.formats.docx.kept import ROOT, Kept, lines_of
from sokhcn.formats.docx.names import is_cut, name_of
from sokhcn.formats.docx.opening import Package


def kept_in(package: Package) -> tuple[Kept, ...]:
    """What the file keeps beside its text; nothing in a file that is not ours."""
    for part in package.all_of("customXml"):
        if part.tag == ROOT:
            return lines_of(part)
    return ()


def full_keys(package: Package) -> dict[str, str]:
    """From the document variables, which LibreOffice drops, and from what is kept."""
    settings = package.one_of("settings")
    variables = () if settings is None else settings.iter(W + "docVar")
    keys = {node.get(W + "name", ""): node.get(W + "val", "") for node in variables}
    for line in kept_in(package):
        keys |= {name_of(identity): identity.key for identity, _ in line.controls() if is_cut(name_of(identity))}
    return keys
