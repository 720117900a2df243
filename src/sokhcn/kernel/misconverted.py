"""Unicode text that a converter once took for VNI: ó became ĩ, ò ị, ô ơ, oà ồ, oá ố, oã ỗ; undone word by word.

A word that cannot be Vietnamese as it stands, and is one when undone, is the witness (``phịng``, ``cơng``). Words that
can be either (``đồn``) are undone only beside witnesses, by what reports usually say.
"""

import re
from collections.abc import Mapping
from itertools import product
from types import MappingProxyType

from sokhcn.kernel.syllables import is_syllable

_TURNED = MappingProxyType({"ĩ": "ó", "ị": "ò", "ơ": "ô", "ồ": "oà", "ố": "oá", "ỗ": "oã"})
_MARKED = re.compile("[" + "".join(_TURNED) + "]", re.IGNORECASE)

# Words with these letters that stay, because they are common as they stand.
_KEPT_WORDS = """kĩ sĩ nghĩ nghĩa vĩ mĩ lĩnh tĩnh vĩnh hĩnh đĩnh chĩa đĩa bĩ thĩ trĩ dĩ nhĩ quĩ thị nghị trị vị bị
    chị định tịch lịch dịch thịnh bịch phịch kịp nhịp dịp tịnh địa kị nịnh nịt kịch mịn thịt chịu
    dịu lịm sịp trịnh vịt vịnh mịt bịt tịt nghịch hịch quị khị cơ sơ thơ bơ chơ hơ lơ phơ nơi rơi
    chơi khơi bơi phơi vơi dơi hơn đơn sơn ơn cơn trơn chơn nhơn lơn gơn đồng rồng trồng hồ hồi hồng
    bồi đồi rồi bồn nguồn nồi nồng chồng lồng vồng phồng bồng cồng gồm gồ đồ mồ số đố bố phố khối
    đối tối mối nối gối rối cối vốn bốn thống chống giống sống đốc gốc quốc tốc mốc lốc tốt cốt mốt
    một hốt chốt đốt dốt sốt nốt lốp tốp hộp chỗ lỗ đỗ lỗi mỗi nỗi dỗ rỗi rỗng thố tốp cố khống lối
    phối nhốt ngột muối đuối cuối buổi hỗ trỗ gỗ bỗng xổ mộ vỗ sỗ nồm đốm gốm xốp"""
_KEPT = frozenset(_KEPT_WORDS.split())
# Where both are words: what must stand before or after for the word to stay; else it is undone.
_STAYS_BESIDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "tồn": ("tại", "kho", "đọng", "dư", "quỹ", "bảo", "sinh", "hàng", "lưu", "đăng", "trữ", "thực"),
        "đồn": ("biên", "trú", "điền", "lời", "cảnh", "tin", "đóng"),
        "hồn": ("linh", "tâm", "quốc", "hậu"),
        "tốn": ("tiêu", "kém", "hao", "phí", "lãng"),
        "ngồi": ("chỗ", "ghế", "họp"),
        "hố": ("ga", "đào", "xí", "rác", "bom", "xói"),
        "khố": ("đóng",),
    }
)
# Where both are words and the word usually stays: what must stand before for it to be undone.
_UNDONE_AFTER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "trị": ("vai",),
        "mịn": ("ăn", "hao", "bào"),
        "hồ": ("điều", "cộng", "hài", "ôn", "khánh"),
        "tơ": ("ơ",),
    }
)
_LONGEST = 8  # letters of a syllable, and one to spare


def undone(word: str) -> str | None:
    """What ``word`` was before, or None where nothing of the kind is a word."""
    if len(word) > _LONGEST or not _MARKED.search(word):
        return None
    choices = [(letter, _back(letter)) if _MARKED.match(letter) else (letter,) for letter in word]
    tries = ("".join(parts) for parts in product(*choices))
    return next((made for made in tries if made != word and is_syllable(made)), None)


def _back(letter: str) -> str:
    made = _TURNED[letter.lower()]
    return made if letter.islower() else made.upper()


def is_witness(word: str) -> bool:
    """Whether ``word`` is none, and becomes one when undone."""
    return not is_syllable(word) and undone(word) is not None


def is_contrary(word: str) -> bool:
    """Whether ``word`` would not have come through the false conversion as it stands."""
    return bool(re.search("[óòô]|o[àáã]", word, re.IGNORECASE)) and is_syllable(word)


def mended(word: str, before: str, after: str) -> str | None:
    """What ``word`` was, in a line that has a witness, between the words beside it; None where it stays."""
    made = undone(word)
    plain = word.lower()
    if made is None or not is_syllable(word):
        return made
    beside = (before.lower(), after.lower())
    if plain in _STAYS_BESIDE:
        return None if any(near in _STAYS_BESIDE[plain] for near in beside) else made
    if plain in _UNDONE_AFTER:
        return made if beside[0] in _UNDONE_AFTER[plain] else None
    return None if plain in _KEPT else made
