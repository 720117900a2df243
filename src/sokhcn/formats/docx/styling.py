"""Which style of a file is which of ours: by the name people see, by its id, or by the style it is based on."""

from collections.abc import Mapping
from types import MappingProxyType

from sokhcn.document.profile import DECREE_30
from sokhcn.formats.docx.elements import Element, W
from sokhcn.formats.docx.looks import looks
from sokhcn.formats.docx.names import Style

OWN_STYLES: Mapping[str, Style] = MappingProxyType({str(style): style for style in Style if style is not Style.NORMAL})
_NAMES: Mapping[str, Style] = MappingProxyType(
    {
        **{name.casefold(): look.style for look in looks(DECREE_30) for name in (look.name, look.alias) if name},
        "bảng có kẻ": Style.TABLE,
    }
)
_DEEPEST = 20


def roles(styles: Element) -> Mapping[str, Style]:
    """Our style for each style id of a file that has one. LibreOffice makes ids anew, Word and people may too."""
    parents: dict[str, str] = {}
    found: dict[str, Style] = {}
    for node in styles.iter(W + "style"):
        own = node.get(W + "styleId", "")
        name, based = node.find(W + "name"), node.find(W + "basedOn")
        called = "" if name is None else name.get(W + "val", "").casefold()
        parents[own] = "" if based is None else based.get(W + "val", "")
        if role := _NAMES.get(called) or OWN_STYLES.get(own):
            found[own] = role
    return {own: role for own in parents if (role := _inherited(own, parents, found))}


def _inherited(own: str, parents: Mapping[str, str], found: Mapping[str, Style]) -> Style | None:
    for _ in range(_DEEPEST):
        if own in found:
            return found[own]
        own = parents.get(own, "")
    return None
