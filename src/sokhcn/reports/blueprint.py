"""What a report is said by: an outline and the texts of its chapters, each with where it comes from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sokhcn.compiler.outline import Outline

SHIPPED, OWN, TRIED = "mặc định", "của Sở", "bản xem thử"


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it is in force: shipped, or a row of the department's own and the version of that row."""

    text: str
    origin: str = SHIPPED
    row: tuple[int, int] | None = None

    def told(self) -> dict[str, Any]:
        """What an edition keeps of it, so that it can be explained when all of it has changed."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()[:16]
        return {"source": self.origin, "row": list(self.row) if self.row else None, "digest": digest, "text": self.text}


@dataclass(frozen=True, slots=True)
class Blueprint:
    """An outline, the TOML that it was read from, and the text of each of its chapters that has one."""

    outline: Outline
    source: Source
    texts: Mapping[str, Source]

    def told(self) -> dict[str, Any]:
        """The rules of an edition: outline and texts by version, and the texts themselves."""
        about = {"id": self.outline.id, "version": self.outline.version, "addressee": self.outline.addressee}
        wording = {chapter: source.told() for chapter, source in self.texts.items()}
        return {"outline": {**about, **self.source.told()}, "wording": wording}
