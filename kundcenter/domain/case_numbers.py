"""The number of a case, as it is said aloud and written down."""

from __future__ import annotations

from uuid import UUID

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U to mistake
_PLACES = 7  # of chance, and one more that checks them


def case_number(id: UUID) -> str:
    """The number to say aloud: eight signs of the id's chance, the last a check.  `7F3K-9Q2M`.

    Made at the desk, so that it can be said in the call without the centre.
    """
    chance = id.int % 32**_PLACES
    signs = [chance // 32**place % 32 for place in reversed(range(_PLACES))]
    signs.append(_check(signs))
    text = "".join(_SIGNS[sign] for sign in signs)
    return f"{text[:4]}-{text[4:]}"


def read_case_number(text: str) -> str | None:
    """A number as somebody wrote or said it, in its one form; None when it cannot be one."""
    plain = "".join(text.upper().split()).replace("-", "").translate(str.maketrans("ILO", "110"))
    if len(plain) != _PLACES + 1 or not set(plain) <= set(_SIGNS):
        return None
    signs = [_SIGNS.index(sign) for sign in plain]
    if _check(signs[:-1]) != signs[-1]:
        return None
    return f"{plain[:4]}-{plain[4:]}"


def _check(signs: list[int]) -> int:
    """Catches any one wrong sign and any two neighbours that changed places.

    A remainder over the field of 32 elements (x⁵ + x² + 1), where doubling loses nothing.
    """
    left = 0
    for sign in signs:
        left = (left ^ sign) << 1
        left ^= 0b100101 if left & 32 else 0
    return left
