"""The press: what one rendering keeps in hand while it goes through a document, its profile and its running numbers."""

from dataclasses import dataclass, field

from sokhcn.document.profile import Profile
from sokhcn.formats.docx.elements import twips_of_mm
from sokhcn.formats.docx.names import Identity, is_cut, name_of

A4_MM = (210, 297)


@dataclass(slots=True)
class Press:
    """One rendering. Numbers run through the document in reading order, so that the same document gets the same."""

    profile: Profile
    full_keys: dict[str, str] = field(default_factory=dict)
    _last_id: int = 0

    def next_id(self) -> int:
        """A number no other control, bookmark or drawing of this file has."""
        self._last_id += 1
        return self._last_id

    def named(self, identity: Identity) -> str:
        """The tag or bookmark of an identity; a full key that does not fit is remembered for the settings."""
        name = name_of(identity)
        if is_cut(name):
            self.full_keys[name] = identity.key
        return name

    def usable_twips(self, *, landscape: bool = False) -> int:
        """The width between the margins."""
        short, long = A4_MM
        sides = twips_of_mm(self.profile.left_mm) + twips_of_mm(self.profile.right_mm)
        return twips_of_mm(long if landscape else short) - sides
