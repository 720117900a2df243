"""Turns of speech that sentences of several rules share."""


def more(count: int) -> str:
    """What a sentence adds that tells the first of ``count`` places."""
    return f" (và {count - 1} chỗ nữa)" if count > 1 else ""


def shown(value: float) -> str:
    """A measure as people write it: 14, 12,5."""
    return f"{value:g}".replace(".", ",")
