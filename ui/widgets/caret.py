"""Places in a text as Qt counts them (UTF-16) and as Python does (whole characters)."""

from __future__ import annotations


def qt_place(text: str, place: int) -> int:
    """Where Qt puts the caret that stands before character `place`."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def own_place(text: str, place: int) -> int:
    """How many characters stand before Qt's caret."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * place]
    return len(before.decode("utf-16-le", "ignore"))
