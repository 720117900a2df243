"""Whether letters can be a Vietnamese syllable: onset, rime and tone by the rules of spelling."""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_ONSET = re.compile(r"(?P<onset>ngh|ng|nh|ch|gh|gi(?=[^i\s])|kh|ph|qu|th|tr|[bcdđghklmnrstvx]?)(?P<rime>.+)")
_RIMES = """a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng
    eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa
    oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on
    ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên
    uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa
    ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ưt ưu y yêm yên yêng yêt yêu"""
_AFTER_QU = """a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eo et ê ên ênh
    êt i it ich y ych yên yêt ynh yt ôc ôi ơ ơi ơn"""
_KNOWN, _KNOWN_AFTER_QU = frozenset(_RIMES.split()), frozenset(_AFTER_QU.split())
_AFTER_GI = frozenset({"êng", "êt", "êc", "n"})  # giếng, giết, giếc, gìn: the i belongs to both
_STOPPED = ("c", "ch", "p", "t")
_BRIGHT = ("e", "ê", "i", "y")
_Y_ALONE_AFTER = ("", "h", "k", "l", "m", "q", "s", "t", "v", "b", "d", "n")


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether ``word``, in any case, could be one. Foreign words may be by chance, Vietnamese ones always are."""
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in _TONES]
    if len(tones) > 1 or not marks:
        return False
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    found = _ONSET.fullmatch(bare)
    return found is not None and _fits(found["onset"], found["rime"], tones[0] if tones else "")


def _fits(onset: str, rime: str, tone: str) -> bool:
    known = rime in (_KNOWN_AFTER_QU if onset == "qu" else _KNOWN) or (onset == "gi" and rime in _AFTER_GI)
    stopped = rime.endswith(_STOPPED) and tone not in ("\u0301", "\u0323")
    return known and not stopped and _spelt(onset, rime)


def _spelt(onset: str, rime: str) -> bool:
    """c, g and ng before dark vowels; k, gh and ngh before bright ones; y for i only where it is the custom."""
    bright = rime.startswith(_BRIGHT)
    if onset in ("k", "gh", "ngh"):
        return bright
    if onset in ("c", "ng"):
        return not bright
    if onset == "g":
        return not bright or rime in ("i", "in")
    return rime[0] != "y" or onset == "qu" or (rime == "y" and onset in _Y_ALONE_AFTER) or onset == ""
