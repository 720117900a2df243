"""The vocabulary of our .docx files that writer and reader share: styles, and identities as tags and bookmarks.

A figure or a paper is a content control whose ``w:tag`` is ``num:<key>`` or ``cite:<paper>``; a section or an appendix
is a bookmark around its heading, ``muc_<key>`` or ``phuluc_<key>``. Word allows 64 characters in a tag, 40 in a
bookmark, and in a bookmark only letters, digits and ``_``, of either case alike. Names that do not fit are cut and end
in a hash; their full key stands in ``word/settings.xml`` as a ``w:docVar`` of the same name, so that the file alone can
be read back. What paper does not show at all (how words are cut into nodes, values, levels) ``kept.py`` keeps.

What the writer adds to the text and a reader takes away again: ``I. `` before a section's title, an item's label and
one space, ``- `` and ``;`` or ``.`` around addressees and recipients, ``w:br`` (a ``Break``, in titles and cells), the
no-break spaces of blanks left for a number or a day, paragraphs of the styles ``RULE``, ``SPACER``, ``SECTION_END``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

EDITION = "Ấn bản"  # the custom property that tells the edition
TAG_LIMIT = 64
BOOKMARK_LIMIT = 40
_HASH = 10
_CUT_TAG = re.compile(rf"~[0-9a-f]{{{_HASH}}}$")
_CUT_BOOKMARK = re.compile(rf"_x[0-9a-f]{{{_HASH}}}$")


class Style(StrEnum):
    """Identifiers of the styles (``w:styleId``); ``looks.py`` says how each looks and what officers see it called."""

    NORMAL = "Normal"
    HEADER = "Header"
    NATIONAL_NAME = "QuocHieu"
    MOTTO = "TieuNgu"
    PARENT_AGENCY = "CoQuanChuQuan"
    AGENCY = "CoQuanBanHanh"
    SERIAL = "SoKyHieu"
    DATED = "DiaDanhNgayThang"
    TYPE_NAME = "TenLoai"
    SUBJECT = "TrichYeu"
    ADDRESSEE = "KinhGui"
    ADDRESSEES = "KinhGuiNhieuNoi"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    BODY = "NoiDung"
    ITEM_1 = "LietKe1"
    ITEM_2 = "LietKe2"
    ITEM_3 = "LietKe3"
    RECIPIENTS_WORD = "NoiNhan"
    RECIPIENT = "NoiNhanTungDong"
    SIGNATURE_LINE = "ChucVuKy"
    SIGNATURE_NAME = "HoTenKy"
    APPENDIX_LABEL = "PhuLuc"
    APPENDIX_TITLE = "PhuLucTen"
    APPENDIX_REFERENCE = "PhuLucKemTheo"
    UNIT = "DonViTinh"
    TABLE = "BangCoKe"
    TABLE_HEAD = "BangDauCot"
    TABLE_LEFT = "BangTrai"
    TABLE_CENTRE = "BangGiua"
    TABLE_RIGHT = "BangPhai"
    TABLE_GROUP = "BangNhom"
    TOTAL_LEFT = "BangCongTrai"
    TOTAL_CENTRE = "BangCongGiua"
    TOTAL_RIGHT = "BangCongPhai"
    RULE = "DuongKe"
    SPACER = "KhoangCach"
    SECTION_END = "HetPhan"


HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)
ITEMS = (Style.ITEM_1, Style.ITEM_2, Style.ITEM_3)


class Kind(StrEnum):
    """What has an identity that must survive on paper; the value is its prefix in the file."""

    FIGURE = "num"
    PAPER = "cite"
    SECTION = "muc"
    APPENDIX = "phuluc"


@dataclass(frozen=True, slots=True)
class Identity:
    """Which figure, paper, section or appendix a place in the file belongs to."""

    kind: Kind
    key: str


def tag_of(identity: Identity) -> str:
    """The ``w:tag`` of a figure or a paper, at most 64 characters."""
    tag = f"{identity.kind}:{identity.key}"
    if len(tag) <= TAG_LIMIT and not _CUT_TAG.search(tag):
        return tag
    return f"{tag[: TAG_LIMIT - _HASH - 1]}~{_hash(identity.key)}"


def identity_of_tag(tag: str, full_keys: Mapping[str, str]) -> Identity | None:
    """The figure or paper a tag means; None for a tag that is not ours. ``full_keys`` are the file's ``w:docVar``."""
    prefix, colon, key = tag.partition(":")
    if not colon or prefix not in (Kind.FIGURE, Kind.PAPER):
        return None
    if _CUT_TAG.search(tag):
        return Identity(Kind(prefix), full_keys[tag]) if tag in full_keys else None
    return Identity(Kind(prefix), key)


def bookmark_of(identity: Identity) -> str:
    """The bookmark of a section or an appendix, at most 40 characters, safe where case is not told apart."""
    name = f"{identity.kind}_" + "".join(_letters(byte) for byte in identity.key.encode())
    if len(name) <= BOOKMARK_LIMIT:
        return name
    return f"{name[: BOOKMARK_LIMIT - _HASH - 2]}_x{_hash(identity.key)}"


def identity_of_bookmark(name: str, full_keys: Mapping[str, str]) -> Identity | None:
    """The section or appendix a bookmark means; None for a bookmark that is not ours."""
    prefix, mark, letters = name.partition("_")
    if not mark or prefix not in (Kind.SECTION, Kind.APPENDIX):
        return None
    if _CUT_BOOKMARK.search(name):
        return Identity(Kind(prefix), full_keys[name]) if name in full_keys else None
    try:
        return Identity(Kind(prefix), _plain(letters))
    except ValueError:
        return None


def name_of(identity: Identity) -> str:
    """The tag or the bookmark, as the kind asks."""
    return tag_of(identity) if identity.kind in (Kind.FIGURE, Kind.PAPER) else bookmark_of(identity)


def is_cut(name: str) -> bool:
    """Whether the full key of a tag or bookmark has to be kept beside it."""
    return bool(_CUT_TAG.search(name) or _CUT_BOOKMARK.search(name))


def _letters(byte: int) -> str:
    letter = chr(byte)
    return letter if letter in "abcdefghijklmnopqrstuvwxyz0123456789" else f"_{byte:02x}"


def _plain(letters: str) -> str:
    return re.sub("_(..)|([^_])", _octet, letters).encode("latin-1").decode()


def _octet(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:_HASH]
