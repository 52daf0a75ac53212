"""Numbers as people write and paste them: made plain, and checked by their last digit."""

from __future__ import annotations

# What comes along from Word, web pages and spreadsheets: other dashes, and marks nobody sees.
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63"
_UNSEEN = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_PLAIN = str.maketrans(_DASHES, "-" * len(_DASHES), _UNSEEN)


def plain(text: str) -> str:
    """The text without white space and invisible marks, every dash a '-'.  Other signs stay."""
    return "".join(text.split()).translate(_PLAIN)


def luhn(text: str) -> bool:
    """Whether the last digit fits the rest (the modulus-10 method of the personnummer).

    Weights 1, 2, 1, 2 … from the right; the digits of each product are added.  A letter counts as
    its ASCII code, which is how the national reserve number is made; other series give their
    letters digits of their own before they come here.
    """
    total = 0
    for place, sign in enumerate(reversed(text)):
        value = int(sign) if sign.isdecimal() else ord(sign)
        product = value * (1 + place % 2)
        total += product // 100 + product // 10 % 10 + product % 10
    return total % 10 == 0
